import { failures, servers } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { failure, filled, json, token } from '../test/stub-transport.ts';
import { connect, installMultiTasks, isApiError, regionUrl, resetMultiTaskOffset, showTask } from './calls.ts';
import type { ConnectOptions } from './options.ts';
import { remedies } from './remedies.ts';

const { status, code, message, meaning, remedy, action } = failures.TaskNotFound;

/** A connection to a transport that gives this answer, and what it was asked. */
function stub(answer: Response, options: Partial<ConnectOptions> = {}) {
  const asked: { url: string; method: string; body: string | undefined }[] = [];
  const fdi = connect({
    ...{ baseUrl: 'https://fdi.test/below/', projectId: 'project', instanceId: 'instance', credentials: token },
    transport: async (url, { method, body }) => {
      asked.push({ url, method, body });
      return answer.clone();
    },
    ...options,
  });
  return { fdi, asked };
}

test('a function calls its operation with path, query and body', async () => {
  const { fdi, asked } = stub(json([{ task_id: 't' }]));
  expect(await installMultiTasks(fdi)).toEqual([{ task_id: 't' }]);
  await failure(resetMultiTaskOffset(fdi, { path: { task_id: 'a/b' }, body: { date_from: 1 } }));
  expect(asked).toEqual([
    { url: `https://fdi.test/below${filled('installMultiTasks')}`, method: 'POST', body: undefined },
    {
      url: `https://fdi.test/below${filled('resetMultiTaskOffset', 'a%2Fb')}`,
      method: 'POST',
      body: '{"date_from":1}',
    },
  ]);
});

test('a parameter of the path that is missing is refused by name, and nothing is sent', async () => {
  const { fdi, asked } = stub(json({}));
  for (const input of [{}, { path: {} }, { path: { task_id: undefined } }]) {
    expect(String(await failure(showTask(fdi, input as never)))).toContain('task_id must be a string');
  }
  expect(asked).toEqual([]);
});

const missing = (headers?: Record<string, string>) => json({ error_code: code, error_msg: message }, status, headers);

test('without remedies an error has the facts alone, and is known by its name all the same', async () => {
  const error = await failure(showTask(stub(missing({ 'X-Request-Id': 'r1' })).fdi, { path: { task_id: 't' } }));
  expect(error).toMatchObject({ name: 'ApiError', operation: 'showTask', status, code, requestId: 'r1' });
  expect(error).toMatchObject({ failure: undefined, action: undefined, meaning: undefined, remedy: undefined });
  expect(String(error)).toMatch(new RegExp(`answered ${status} ${code}: [^\n]*\nX-Request-Id: r1$`));
  expect([isApiError(error, 'TaskNotFound'), isApiError(error, 'NameTaken')]).toEqual([true, false]);
  const named = await failure(showTask(stub(missing({ 'X-Failure': 'TaskNotFound' })).fdi, { path: { task_id: 't' } }));
  expect(named).toMatchObject({ failure: 'TaskNotFound', action: undefined });
});

test('a failure’s name that quotes the token stands in no error', async () => {
  const error = await failure(showTask(stub(missing({ 'X-Failure': token })).fdi, { path: { task_id: 't' } }));
  expect(error).toMatchObject({ failure: '[secret]' });
  expect(JSON.stringify(error)).not.toContain(token);
});

test('with remedies it says what the contract says', async () => {
  const { fdi } = stub(missing(), { remedies });
  const error = await failure(showTask(fdi, { path: { task_id: 't' } }));
  expect(error).toMatchObject({ failure: 'TaskNotFound', meaning, remedy, action });
  expect(String(error)).toContain(`What to do: ${remedy}`);
});

test('the address of a region is the contract’s', () => {
  expect(regionUrl('cn-north-4')).toBe(servers[0].url.replace('{region}', 'cn-north-4'));
});
