import { createFdiClient } from '@roma-fdi/client';

const { FDI_URL, FDI_PROJECT, FDI_INSTANCE, FDI_TOKEN, FDI_SOURCE, FDI_TARGET } = process.env as Record<string, string>;
const fdi = createFdiClient({
  baseUrl: FDI_URL!, // on the vendor's cloud: region: 'cn-north-4'
  projectId: FDI_PROJECT!,
  instanceId: FDI_INSTANCE!,
  credentials: FDI_TOKEN!,
});

// IDs of two data sources, or what to register them with.
const { mappings } = await fdi.map(FDI_SOURCE!, FDI_TARGET!);
for (const { source_table, target_table, mapping_percent } of mappings) {
  console.log(`${source_table} -> ${target_table} ${mapping_percent} %`);
}
