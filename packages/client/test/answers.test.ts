/** What methods give back, and what their failures say. */
import { failures } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import type { ApiError } from '../src/index.ts';
import { failure, filled, json, stubClient } from './stub-transport.ts';

test('null is taken for absent, and values newer than this client come through', async () => {
  const { fdi } = stubClient([
    json([{ task_id: 't', ext_info: null, mappings: [{ status: 'NEW', id: null }], more: 1 }]),
  ]);
  expect(await fdi.compositeTasks.init()).toStrictEqual([{ task_id: 't', mappings: [{ status: 'NEW' }], more: 1 }]);
});

test('pages are read one after another until the total', async () => {
  const page = (ids: string[]) => json({ task_id: 't', mappings: ids.map((id) => ({ id })), mappings_total_count: 3 });
  const { fdi, asked } = stubClient([page(['a', 'b']), page(['c'])]);
  const ids: unknown[] = [];
  for await (const { id } of fdi.compositeTasks.mappings.iterate('t', { limit: 2, source_table: 'a.b' })) ids.push(id);
  expect(ids).toEqual(['a', 'b', 'c']);
  const queries = asked.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
  expect(queries).toEqual([
    { limit: '2', offset: '0', source_table: 'a.b' },
    { limit: '2', offset: '2', source_table: 'a.b' },
  ]);
});

test('data sources are read page by page too', async () => {
  const page = (id: string) => json({ total: 2, size: 1, entities: [{ datasource_id: id }] });
  const { fdi, asked } = stubClient([page('a'), page('b')]);
  const ids: string[] = [];
  for await (const source of fdi.dataSources.iterate()) ids.push(source.datasource_id);
  expect(ids).toEqual(['a', 'b']);
  expect(asked.map(({ url }) => new URL(url).search)).toEqual(['?limit=100&offset=0', '?limit=100&offset=1']);
});

test('an error says what happened, where, and what to do', async () => {
  const { status, code, message, remedy, meaning } = failures.TaskNotFound;
  const headers = { 'X-Request-Id': 'r1', 'Retry-After': '3' };
  const { fdi } = stubClient([json({ error_code: code, error_msg: message }, status, headers)]);
  const error = (await failure(fdi.tasks.show('task'))) as ApiError;
  expect(error).toMatchObject({
    status,
    code,
    requestId: 'r1',
    retryAfter: 3,
    failure: 'TaskNotFound',
    remedy,
    meaning,
  });
  const path = filled('showTask', 'task');
  expect(error.message).toBe(
    `showTask (GET ${path}) answered ${status} ${code}: ${message}\nWhat to do: ${remedy}\nX-Request-Id: r1`,
  );
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: 'ApiError', message: error.message, status, path });
});

test('an error points at the line that made the call, also one that came out of a timer', async () => {
  const { fdi } = stubClient(() => new Promise<never>(() => {}), { timeout: 1 });
  async function thisVeryLine(): Promise<unknown> {
    return await fdi.tasks.show('task');
  }
  expect((await failure(thisVeryLine())) as Error).toHaveProperty('stack', expect.stringContaining('thisVeryLine'));
});
