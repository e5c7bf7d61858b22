import { createFdiClient } from '@roma-fdi/client';
import { fixtures, type TestServerFixtures } from '@roma-fdi/server/test';
import { test as base, expect } from 'vitest';

const test = base.extend<TestServerFixtures>(fixtures);

test('a refused pair is not proposed again', async ({ instance }) => {
  const fdi = createFdiClient(instance.client);
  const pair = { source_datasource_id: instance.source, target_datasource_id: instance.target };
  const [task] = await fdi.compositeTasks.init({ ...pair, auto_mapping: true });
  await fdi.compositeTasks.mappings.applyDecisions(task!.task_id, {
    refused: [{ source: 'main.orders', target: 'main.fact_orders' }],
  });
  const [again] = await fdi.compositeTasks.init({ task_id: task!.task_id, ...pair, auto_mapping: true });
  expect(again!.mappings!.map(({ source_table }) => source_table)).toEqual(['main.customers', 'main.order_items']);
});
