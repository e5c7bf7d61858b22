/** A broken contract: the server answers what no server may, and the guard in front of it says where. */
import { createFdiClient, isApiError } from '@roma-fdi/client';
import { test } from '@roma-fdi/mock/vitest';
import { expect } from 'vitest';

test('an answer without its task is not passed on', async ({ guard, mock }) => {
  mock.on('showTask').once({ status: 200, body: { tusk: {} }, breaksContract: true });
  const fdi = createFdiClient({ baseUrl: guard.url, projectId: 'p', instanceId: 'i', credentials: 'a-token' });
  expect(await fdi.tasks.show('a-task').catch((error: unknown) => isApiError(error, 'InternalError'))).toBe(true);
  expect(guard.takeViolations()).toMatchObject([{ direction: 'answer', where: 'Body property [task]' }]);
});
