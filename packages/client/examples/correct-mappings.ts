// Makes doubtful mappings of a task exact: keeps the pairs of columns with equal names, and removes a mapping that has none.
// node correct-mappings.ts TASK [PERCENT]
import { createFdiClient, isApiError } from '@roma-fdi/client';

const [taskId = '', percent = '90'] = process.argv.slice(2);
const { FDI_URL, FDI_PROJECT, FDI_INSTANCE, FDI_TOKEN, FDI_SOURCE, FDI_TARGET } = process.env as Record<string, string>;
const fdi = createFdiClient({
  baseUrl: FDI_URL!,
  projectId: FDI_PROJECT!,
  instanceId: FDI_INSTANCE!,
  credentials: FDI_TOKEN!,
});
const pair = { source_datasource_id: FDI_SOURCE!, target_datasource_id: FDI_TARGET! };
const { mappings } = fdi.compositeTasks;

const plain = (name = '') => name.toLowerCase().replaceAll('_', '');

for (const { id, mapping_percent = 0, source_table, target_table, mapping } of await mappings.all(taskId, pair)) {
  if (!id || mapping_percent >= Number(percent)) continue;
  const mapping_columns = (mapping ?? []).flatMap(({ source_column, target_column }) =>
    source_column && target_column && plain(source_column) === plain(target_column)
      ? [{ source_column, target_column }]
      : [],
  );
  try {
    if (mapping_columns.length === 0) await mappings.delete(taskId, id);
    else await mappings.update(taskId, id, { ...pair, source_table, target_table, mapping_columns });
    console.log(`${source_table} -> ${target_table}: ${mapping_columns.length} columns`);
  } catch (error) {
    // Somebody else has removed it, or its table: the others may still be made.
    if (!isApiError(error) || error.action !== 'check-reference') throw error;
    console.log(`${source_table} -> ${target_table}: ${error.remedy}`);
  }
}
