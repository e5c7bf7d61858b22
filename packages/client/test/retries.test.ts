/** Calls that are sent again, where that may help and can do no harm. */
import { failures, routes } from '@roma-fdi/types';
import { describe, expect, test } from 'vitest';
import { type ApiError, isApiError, isConnectionError, isInvalidCallError, isTimeoutError } from '../src/index.ts';
import { failure, json, stubClient } from './stub-transport.ts';

const now = { 'Retry-After': '0' };
const saying = (name: keyof typeof failures, headers: Record<string, string> = now) => {
  const { status, code, message } = failures[name];
  return json({ error_code: code, error_msg: message }, status, { 'X-Failure': name, ...headers });
};
const counts = {};
const fault = (code: string) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) });

/** Gives these answers in turn, and throws those that are errors. */
function client(answers: readonly (Response | Error)[], retries: number) {
  let at = 0;
  return stubClient(
    async () => {
      const answer = answers[Math.min(at++, answers.length - 1)]!;
      if (answer instanceof Error) throw answer;
      return answer.clone();
    },
    { retries },
  );
}

describe('a call is sent again', () => {
  test.each(['Unavailable', 'TooManyRequests', 'ScheduledStartFailed'] as const)('after %s', async (name) => {
    const { fdi, asked } = client([saying(name), saying(name), json(counts)], 2);
    await fdi.tasks.run('task');
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
  });

  test('after 503 of a proxy, however it looks', async () => {
    const { fdi, asked } = client([new Response('<html>', { status: 503, headers: now }), json(counts)], 1);
    await fdi.tasks.count();
    expect(asked).toHaveLength(2);
  });

  test('where nobody took the connection, whatever it does', async () => {
    const { fdi, asked } = client([fault('ECONNREFUSED'), json([{ task_id: 'abc' }])], 1);
    await fdi.compositeTasks.init({});
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['a reading', (fdi: Client) => fdi.tasks.list()],
    ['a change by PUT', (fdi: Client) => fdi.compositeTasks.mappings.update('task', 'mapping', pair)],
    ['an init that names its task', (fdi: Client) => fdi.compositeTasks.init({ task_id: 'mine' })],
    ['decisions', (fdi: Client) => fdi.compositeTasks.mappings.applyDecisions('task', {})],
  ])('where the connection broke, %s', async (_, call) => {
    const { fdi, asked } = client([fault('ECONNRESET'), saying('TaskNotFound')], 1);
    await failure(call(fdi));
    expect(asked).toHaveLength(2);
  });

  test('for a deletion, whose task is gone by then', async () => {
    const { fdi, asked } = client([fault('ECONNRESET'), saying('TaskNotFound')], 3);
    expect(await fdi.tasks.delete('task')).toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});

type Client = ReturnType<typeof client>['fdi'];
const pair = { source_datasource_id: 'a', target_datasource_id: 'b' };

describe('a call is sent once', () => {
  test.each(['TaskNotFound', 'InvalidParameters', 'InternalError', 'Forbidden'] as const)(
    'where it fails with %s',
    async (name) => {
      const { fdi, asked } = client([saying(name)], 3);
      expect(await failure(fdi.tasks.show('task'))).toSatisfy((error) => isApiError(error, name));
      expect(asked).toHaveLength(1);
    },
  );

  test.each([
    [
      'an init without an ID',
      (fdi: Client) => fdi.compositeTasks.init({ source_datasource_id: 'a', target_datasource_id: 'b' }),
    ],
    ['a new mapping', (fdi: Client) => fdi.compositeTasks.mappings.create('task', pair)],
    ['a start', (fdi: Client) => fdi.tasks.run('task')],
    ['a raw call', (fdi: Client) => fdi.raw.GET(routes.listTasks.path, raw)],
  ])('where the connection broke and once more would be twice: %s', async (_, call) => {
    const { fdi, asked } = client([fault('ECONNRESET')], 3);
    expect(await failure(call(fdi))).toSatisfy(isConnectionError);
    expect(asked).toHaveLength(1);
  });

  test('unless it is asked for, and of its own accord where it is asked for', async () => {
    const { fdi, asked } = client([saying('Unavailable')], 0);
    await failure(fdi.tasks.count());
    expect(asked).toHaveLength(1);
    await failure(fdi.tasks.count({ retries: 2 }));
    expect(asked).toHaveLength(4);
  });

  test('where a deletion finds nothing to delete the first time', async () => {
    const { fdi } = client([saying('TaskNotFound')], 3);
    expect(await failure(fdi.tasks.delete('task'))).toSatisfy((error) => isApiError(error, 'TaskNotFound'));
  });

  test('where a wait would outlast the deadline: what was answered is told at once', async () => {
    const { fdi, asked } = client([saying('Unavailable', { 'Retry-After': '60' })], 3);
    const error = (await failure(fdi.tasks.count({ timeout: 5_000 }))) as ApiError;
    expect([error.status, error.retryAfter, error.action, asked.length]).toEqual([503, 60, 'try-again', 1]);
  });
});

const raw = { params: { path: { project_id: 'p', instance_id: 'i' } } };

test('the deadline and the signal end the waiting as well', async () => {
  const { fdi } = client([fault('ECONNREFUSED')], 10);
  const gone = new AbortController();
  const called = fdi.tasks.count({ signal: gone.signal });
  setTimeout(() => gone.abort('enough'), 20);
  expect(await failure(called)).toBe('enough');
  const late = await failure(fdi.tasks.count({ timeout: 700 }));
  expect(isConnectionError(late) || isTimeoutError(late)).toBe(true);
});

test.each([-1, 1.5, 11, Number.NaN])('%s retries cannot be', async (retries) => {
  expect(() => client([json(counts)], retries)).toThrow(/^retries must be a whole number from 0 to 10\.$/);
  const { fdi } = client([json(counts)], 0);
  expect(await failure(fdi.tasks.count({ retries }))).toSatisfy(isInvalidCallError);
});
