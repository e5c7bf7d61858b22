import { createFdiClient } from '@roma-fdi/client';

const { FDI_URL, FDI_PROJECT, FDI_INSTANCE, FDI_TOKEN, FDI_SOURCE, FDI_TARGET } = process.env as Record<string, string>;
const fdi = createFdiClient({
  baseUrl: FDI_URL!,
  projectId: FDI_PROJECT!,
  instanceId: FDI_INSTANCE!,
  credentials: FDI_TOKEN!,
});

const pair = { source_datasource_id: FDI_SOURCE!, target_datasource_id: FDI_TARGET! };
const [task] = await fdi.compositeTasks.init({ ...pair, auto_mapping: true });
for await (const { source_table, target_table, mapping_percent } of fdi.compositeTasks.mappings.iterate(
  task!.task_id,
)) {
  console.log(`${source_table} -> ${target_table} ${mapping_percent} %`);
}
