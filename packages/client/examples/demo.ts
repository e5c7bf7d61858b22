// While `npm start` runs: node_modules/.bin/node packages/client/examples/demo.ts TOKEN [URL]
import { createFdiClient } from '@roma-fdi/client';

const [token = '', baseUrl = 'http://127.0.0.1:4020'] = process.argv.slice(2);
const fdi = createFdiClient({ baseUrl, credentials: token, projectId: 'demo-project', instanceId: 'demo-instance' });

// The demo has registered its two databases, the source first.
const { entities } = await fdi.dataSources.list();
const [source, target] = entities ?? [];
const [task] = await fdi.compositeTasks.init({
  task_id: 'typescript-example',
  source_datasource_id: source!.datasource_id,
  target_datasource_id: target!.datasource_id,
  auto_mapping: true,
});
for await (const { source_table, target_table, mapping_percent } of fdi.compositeTasks.mappings.iterate(
  task!.task_id,
)) {
  console.log(`${source_table} -> ${target_table} ${mapping_percent} %`);
}
