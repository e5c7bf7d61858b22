/** A retry: the service refuses two calls and answers the third. */
import { createFdiClient } from '@roma-fdi/client';
import { story } from '@roma-fdi/mock';
import { test } from '@roma-fdi/mock/vitest';
import { expect } from 'vitest';

test('a call is repeated until it succeeds', async ({ mock }) => {
  mock
    .on('showTask')
    .sequence(
      { status: 429, headers: { 'Retry-After': '0' } },
      { status: 503, headers: { 'Retry-After': '0' } },
      'draft',
    );
  const place = { projectId: 'p', instanceId: 'i', credentials: 'a-token' };
  const fdi = createFdiClient({ baseUrl: mock.url, ...place, maxRetries: 2 });
  expect(await fdi.tasks.show('a-task')).toEqual(story.answer('showTask', 'draft').body);
  expect(mock.requests.map(({ status }) => status)).toEqual([429, 503, 200]);
  mock.verify();
});
