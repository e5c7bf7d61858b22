/** A time-out: the answer comes later than the client waits; the delay ends with the mock. */
import { createFdiClient, isTimeoutError } from '@roma-fdi/client';
import { fault } from '@roma-fdi/mock';
import { test } from '@roma-fdi/mock/vitest';
import { expect } from 'vitest';

test('a client waits no longer than it was told', async ({ mock }) => {
  mock.on('showTask').once(fault.delay(60_000));
  const place = { projectId: 'p', instanceId: 'i', credentials: 'a-token' };
  const fdi = createFdiClient({ baseUrl: mock.url, ...place, timeout: 100 });
  expect(await fdi.tasks.show('a-task').catch(isTimeoutError)).toBe(true);
});
