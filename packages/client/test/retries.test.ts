/** Calls that are sent again, where that may help and can do no harm. */
import { failures, routes } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ApiError, isApiError } from '../src/index.ts';
import { failure, json, stubClient } from './stub-transport.ts';

// Without a wait of its own, a call is sent again at once.
beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => {
  vi.restoreAllMocks();
});

const now = { 'Retry-After': '0' };
const saying = (name: keyof typeof failures, headers: Record<string, string> = now) => {
  const { status, code, message } = failures[name];
  return json({ error_code: code, error_msg: message }, status, { 'X-Failure': name, ...headers });
};
const counts = {};
const fault = (code: string) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) });

/** After each of these it is unknown whether the service has done its work. */
const doubts: readonly (() => Response | Error)[] = [
  () => fault('ECONNRESET'),
  () => fault('UND_ERR_HEADERS_TIMEOUT'),
  () => new DOMException('The attempt took too long.', 'TimeoutError'),
  () => new Response('<html>', { status: 502 }),
  () => new Response('', { status: 504 }),
];

/** Gives these answers in turn, and throws those that are errors. */
function client(answers: readonly (Response | Error)[], maxRetries?: number) {
  let at = 0;
  return stubClient(
    async () => {
      const answer = answers[Math.min(at++, answers.length - 1)]!;
      if (answer instanceof Error) throw answer;
      return answer.clone();
    },
    { maxRetries },
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

  test.each([
    fault('ECONNREFUSED'),
    fault('ENOTFOUND'),
    fault('ConnectionRefused'),
    new TypeError('error sending request for url (http://a/): client error (Connect): dns error'),
    new TypeError('fetch failed', {
      cause: new Error('error sending request for url (http://a/): client error (Connect): tcp connect error'),
    }),
  ])('where nobody took the connection, whatever it does: %s, %#', async (refused) => {
    const { fdi, asked } = client([refused, json([{ task_id: 'abc' }])], 1);
    await fdi.compositeTasks.init({});
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['a reading', (fdi: Client) => fdi.tasks.list()],
    ['a change by PUT', (fdi: Client) => fdi.compositeTasks.mappings.update('task', 'mapping', pair)],
    ['an init that names its task', (fdi: Client) => fdi.compositeTasks.init({ task_id: 'mine' })],
    ['decisions', (fdi: Client) => fdi.compositeTasks.mappings.applyDecisions('task', {})],
  ])('where it is unknown what became of the call, %s', async (_, call) => {
    for (const unknown of doubts) {
      const { fdi, asked } = client([unknown(), saying('TaskNotFound')], 1);
      await failure(call(fdi));
      expect(asked).toHaveLength(2);
    }
  });

  test('twice at most, unless the client or the call says otherwise', async () => {
    const usual = client([saying('Unavailable')]);
    await failure(usual.fdi.tasks.count());
    expect(usual.asked).toHaveLength(3);
    await failure(usual.fdi.tasks.count({ maxRetries: 0 }));
    expect(usual.asked).toHaveLength(4);
    const never = client([saying('Unavailable')], 0);
    await failure(never.fdi.tasks.count());
    expect(never.asked).toHaveLength(1);
    await failure(never.fdi.tasks.count({ maxRetries: 3 }));
    expect(never.asked).toHaveLength(5);
  });

  test.each<[string, () => Response | Error]>([
    ['a broken connection', () => fault('ECONNRESET')],
    ['a 504 of a gateway', () => new Response('', { status: 504 })],
    ['a 503', () => saying('Unavailable')],
  ])('after %s for a deletion, which has succeeded where nothing is there any more', async (_, first) => {
    const answers = (name: keyof typeof failures) => client([first(), saying(name)], 3);
    expect(await answers('TaskNotFound').fdi.tasks.delete('task')).toBeUndefined();
    expect(await answers('DataSourceNotFound').fdi.dataSources.delete('source')).toBeUndefined();
    const gone = { mapping_id: 'map/ping' };
    expect(await answers('MappingNotFound').fdi.compositeTasks.mappings.delete('task', 'map/ping')).toEqual(gone);
    expect(await answers('TaskNotFound').fdi.compositeTasks.mappings.delete('task', 'map/ping')).toEqual(gone);
    expect(await failure(answers('NoSuchOperation').fdi.tasks.delete('task'))).toMatchObject({ status: 404 });
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
  ])('where it is unknown what became of it and once more would be twice: %s', async (_, call) => {
    for (const unknown of doubts) {
      const { fdi, asked } = client([unknown()], 3);
      // The raw client answers what has a status.
      await call(fdi).catch(() => {});
      expect(asked).toHaveLength(1);
    }
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
  const { fdi } = client([saying('Unavailable', { 'Retry-After': '2' })], 10);
  const gone = new AbortController();
  const called = fdi.tasks.count({ signal: gone.signal });
  setTimeout(() => gone.abort('enough'), 5);
  expect(await failure(called)).toBe('enough');
  expect(await failure(fdi.tasks.count({ timeout: 20 }))).toMatchObject({ status: 503 });
});

describe('a call that has ended sends nothing more', () => {
  const enough = new Error('enough');

  test.each([
    ['fails', () => Promise.reject(fault('ECONNREFUSED'))],
    ['answers all the same', async () => saying('Unavailable')],
  ])('when its transport then %s', async (_, outcome) => {
    const aborted = new AbortController();
    const { fdi, asked } = stubClient(
      () => {
        aborted.abort(enough);
        return outcome();
      },
      { maxRetries: 2 },
    );
    expect(await failure(fdi.tasks.count({ signal: aborted.signal }))).toBe(enough);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toHaveLength(1);
  });

  test('when a hook aborts it before the wait', async () => {
    const aborted = new AbortController();
    const onRetry = () => aborted.abort(enough);
    const { fdi, asked } = stubClient([saying('Unavailable')], { maxRetries: 2, onRetry });
    expect(await failure(fdi.tasks.run('task', { signal: aborted.signal }))).toBe(enough);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toHaveLength(1);
  });

  test('when its credentials are ready too late, and no hook is told of it', async () => {
    const told: string[] = [];
    let give = (_: string): void => {};
    const credentials = () => new Promise<string>((resolve) => (give = resolve));
    const hooks = { onRequest: () => told.push('request'), onOutcome: () => told.push('outcome') };
    const { fdi, asked } = stubClient([saying('Unavailable')], { credentials, timeout: 5, ...hooks });
    expect(await failure(fdi.tasks.count())).toMatchObject({ name: 'TimeoutError' });
    give('a-token-that-came-late');
    await new Promise(setImmediate);
    expect([told, asked]).toEqual([['outcome'], []]);
  });
});

test.each([-1, 1.5, 11, Number.NaN, '2', null, true])('maxRetries cannot be %j', async (given) => {
  const maxRetries = given as number;
  const refusal = /maxRetries must be a whole number from 0 to 10\.$/;
  if (given !== null) expect(() => client([json(counts)], maxRetries)).toThrow(refusal);
  const { fdi } = client([json(counts)], 0);
  expect(String(await failure(fdi.tasks.count({ maxRetries })))).toMatch(refusal);
});
