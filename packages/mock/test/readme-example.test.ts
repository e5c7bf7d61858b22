import { story } from '@roma-fdi/mock';
import { test } from '@roma-fdi/mock/vitest';
import { expect } from 'vitest';

test('a composite task is initialised', async ({ guard, mock }) => {
  const response = await fetch(guard.url + story.path('installMultiTasks'), {
    method: 'POST',
    headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
    body: JSON.stringify(story.request('installMultiTasks', 'auto-mapping')),
  });
  expect(await response.json()).toEqual(story.answer('installMultiTasks', 'auto-mapping').body);
  expect(mock.requests).toMatchObject([{ operationId: 'installMultiTasks', status: 200 }]);
});
