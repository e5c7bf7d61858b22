import { fault, story } from '@roma-fdi/mock';
import { test } from '@roma-fdi/mock/vitest';
import { expect } from 'vitest';

test('the second call is answered as the test says', async ({ mock }) => {
  mock.on('showTask').once('TaskNotFound'); // a failure's name
  mock.on('showTask').once('draft'); // an example's name
  mock.on('showTask').once(503); // a status: its first example
  mock.on('showTask').once({ status: 429, headers: { 'Retry-After': '7' } });
  mock.on('showTask').once(fault.reset('before'));
  mock
    .on('showTask')
    .when(({ pathParameters }) => pathParameters.task_id === 'another')
    .always(({ headers }) => (headers['x-auth-token'] === 'mine' ? 'draft' : 'Forbidden'));

  const headers = { 'X-Auth-Token': 'any' };
  const statuses: number[] = [];
  for (let call = 0; call < 4; call++)
    statuses.push((await fetch(mock.url + story.path('showTask'), { headers })).status);
  expect(statuses).toEqual([404, 200, 503, 429]);
  await expect(fetch(mock.url + story.path('showTask'), { headers })).rejects.toThrow('fetch failed');

  const another = story.path('showTask', { task_id: 'another' });
  expect((await fetch(mock.url + another, { headers })).status).toBe(403);
  expect(mock.requests.map(({ status }) => status)).toEqual([404, 200, 503, 429, undefined, 403]);
  mock.verify(); // throws where a stub was never used
});
