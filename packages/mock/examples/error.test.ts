/** An error: a failure of the contract, by the name that the client knows it by. */
import { createFdiClient, isApiError } from '@roma-fdi/client';
import { test } from '@roma-fdi/mock/vitest';
import { expect } from 'vitest';

test('a task that is gone is recognised', async ({ mock }) => {
  mock.on('showTask').once('TaskNotFound');
  const fdi = createFdiClient({ baseUrl: mock.url, projectId: 'p', instanceId: 'i', credentials: 'a-token' });
  const error = await fdi.tasks.show('a-task').catch((reason: unknown) => reason);
  expect(isApiError(error, 'TaskNotFound')).toBe(true);
});
