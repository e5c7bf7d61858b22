/** The first call: it fits the contract on both ways, and the mock knows what was sent. */
import { createFdiClient } from '@roma-fdi/client';
import { story } from '@roma-fdi/mock';
import { test } from '@roma-fdi/mock/vitest';
import { expect } from 'vitest';

test('a composite task is initialised', async ({ guard, mock }) => {
  const fdi = createFdiClient({ baseUrl: guard.url, projectId: 'p', instanceId: 'i', credentials: 'a-token' });
  const tasks = await fdi.compositeTasks.init(story.request('installMultiTasks', 'auto-mapping'));
  expect(tasks).toEqual(story.answer('installMultiTasks', 'auto-mapping').body);
  expect(mock.requests).toMatchObject([
    { operationId: 'installMultiTasks', body: { auto_mapping: true }, status: 200 },
  ]);
});
