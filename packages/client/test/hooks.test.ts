/** Hooks and log lines: what they are told of calls, and that they can break none. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type FdiClientOptions, type Logger, routes, type Transport } from '../src/index.ts';
import { failure, filled, json, stubClient, token } from './stub-transport.ts';

beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => {
  vi.restoreAllMocks();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

type Told = [name: string, event: Record<string, unknown>];

/** A client that tells what its hooks are told. */
function watched(answers: Response[] | Transport, options: Partial<FdiClientOptions> = {}) {
  const told: Told[] = [];
  const note = (name: string) => (event: object) => void told.push([name, { ...event }]);
  const hooks = {
    onRequest: note('request'),
    onAnswer: note('answer'),
    onRetry: note('retry'),
    onOutcome: note('outcome'),
  };
  return { ...stubClient(answers, { ...hooks, ...options }), told };
}

const busy = () => json({}, 503, { 'Retry-After': '0', 'X-Request-Id': 'r1' });
const fine = () => json({}, 200, { 'X-Request-Id': 'r2' });
const call = { operation: 'countTasks', method: 'GET', path: filled('countTasks') };
const duration = expect.toSatisfy((value) => value >= 0 && value < 60_000);

test('every request, wait and outcome of a call is told, in order', async () => {
  const { fdi, told } = watched([busy(), fine()], { maxRetries: 2 });
  await fdi.tasks.count();
  const error = expect.objectContaining({ name: 'ApiError', status: 503, action: 'try-again', requestId: 'r1' });
  expect(told).toEqual([
    ['request', { call, attempt: 1 }],
    ['answer', { call, attempt: 1, duration, status: 503, requestId: 'r1', error: undefined }],
    ['retry', { call, attempt: 1, wait: 0, error }],
    ['request', { call, attempt: 2 }],
    ['answer', { call, attempt: 2, duration, status: 200, requestId: 'r2', error: undefined }],
    ['outcome', { call, attempts: 2, duration, status: 200, requestId: 'r2', error: undefined }],
  ]);
  expect(new Set(told.map(([, event]) => event['call'])).size).toBe(1);
});

test('a connection that breaks, and one that is refused again, are told with their errors', async () => {
  const refused = () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
  const { fdi, told } = watched(refused, { maxRetries: 1 });
  const error = await failure(fdi.tasks.count());
  expect(told.map(([name]) => name)).toEqual(['request', 'answer', 'retry', 'request', 'answer', 'outcome']);
  expect(told[1]?.[1]).toMatchObject({ status: undefined, error: { name: 'ConnectionError', code: 'ECONNREFUSED' } });
  expect(told[2]?.[1]['error']).toBe(told[1]?.[1]['error']);
  expect(told[5]?.[1]['error']).toBe(error);
});

test('a failure of a success is told in the outcome: an answer of another form', async () => {
  const { fdi, told } = watched([json([], 200, { 'X-Request-Id': 'r3' })]);
  const error = await failure(fdi.tasks.count());
  expect(told.at(-1)).toEqual(['outcome', { call, attempts: 1, duration, status: 200, requestId: 'r3', error }]);
});

test('a deadline ends the request that is on its way before the call, and what comes later is told nobody', async () => {
  let end: (answer: Response) => void = () => {};
  const { fdi, told } = watched(() => new Promise((resolve) => (end = resolve)), { timeout: 5 });
  const error = await failure(fdi.tasks.count());
  end(fine());
  await new Promise(setImmediate);
  expect(told.map(([name]) => name)).toEqual(['request', 'answer', 'outcome']);
  for (const [, event] of told.slice(1)) expect(event['error']).toBe(error);
});

test('the caller’s own reason, and what credentials throw, are told as they are', async () => {
  const controller = new AbortController();
  const hanging = watched(() => new Promise(() => {}));
  const ended = failure(hanging.fdi.tasks.count({ signal: controller.signal }));
  await new Promise(setImmediate);
  controller.abort('enough');
  expect(await ended).toBe('enough');
  expect(hanging.told.at(-1)?.[1]).toMatchObject({ attempts: 1, error: 'enough' });
  const own = new Error('no token today');
  const locked = watched([fine()], { credentials: () => Promise.reject(own) });
  await failure(locked.fdi.tasks.count());
  expect(locked.told).toEqual([['outcome', expect.objectContaining({ attempts: 0, error: own })]]);
});

test('a request that is sent again after a 401 counts, and the raw client is watched too', async () => {
  const credentials = { sign: () => ({}), renew: () => true };
  const { fdi, told } = watched([json({}, 401), fine()], { credentials });
  await fdi.raw.GET(routes.countTasks.path, { params: { path: { project_id: 'project', instance_id: 'instance' } } });
  const raw = { ...call, operation: undefined };
  expect(told.at(-1)).toEqual(['outcome', expect.objectContaining({ call: raw, attempts: 2, status: 200 })]);
});

const lines = () => {
  const written: string[] = [];
  const at = (level: string) => (line: string) => void written.push(`${level} ${line}`);
  const logger: Logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { written, logger };
};

test('a hook that throws or rejects breaks no call and is reported once', async () => {
  const { written, logger } = lines();
  const fails = () => {
    throw new Error('a fault of its own');
  };
  const hooks = {
    onRequest: fails,
    onAnswer: () => Promise.reject(new Error('later')),
    onRetry: fails,
    onOutcome: fails,
  };
  const { fdi } = stubClient([busy(), fine()], { ...hooks, logger, maxRetries: 1 });
  expect(await fdi.tasks.count()).toEqual({});
  expect(await fdi.tasks.count()).toEqual({});
  await new Promise(setImmediate);
  const reports = written.filter((line) => line.startsWith('error '));
  expect(reports.toSorted()).toEqual([
    'error roma-fdi The hook onAnswer failed, which breaks no call: Error: later',
    ...['onOutcome', 'onRequest', 'onRetry'].map(
      (name) => `error roma-fdi The hook ${name} failed, which breaks no call: Error: a fault of its own`,
    ),
  ]);
});

test('a hook that throws what has no text breaks no call either', async () => {
  const { written, logger } = lines();
  const hooks = {
    onRequest: () => {
      throw Object.create(null);
    },
    onAnswer: () => Promise.reject(Object.create(null)),
  };
  const { fdi } = stubClient([fine()], { ...hooks, logger });
  expect(await fdi.tasks.count()).toEqual({});
  // A rejection that nobody handles would fail this file.
  await new Promise(setImmediate);
  expect(written.filter((line) => line.endsWith('which breaks no call: it has no text.'))).toHaveLength(2);
});

test('without a logger it is reported on the console', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const { fdi } = stubClient([fine()], {
    onRequest: () => {
      throw new Error('mine');
    },
  });
  await fdi.tasks.count();
  expect(error.mock.calls).toEqual([['roma-fdi The hook onRequest failed, which breaks no call: Error: mine']]);
  error.mockRestore();
});

const where = `operation=countTasks method=GET path=${filled('countTasks')}`;
const withoutTimes = (written: string[]) => written.map((line) => line.replace(/duration_ms=\d+/, 'duration_ms=N'));

test('a logger gets a line for each attempt, wait and outcome', async () => {
  const { written, logger } = lines();
  const { fdi } = stubClient([busy(), fine(), json({}, 404), json({}, 500)], { logger, maxRetries: 1 });
  await fdi.tasks.count();
  await failure(fdi.tasks.count());
  await failure(fdi.tasks.count());
  expect(withoutTimes(written)).toEqual([
    `debug roma-fdi attempt ${where} attempt=1 status=503 duration_ms=N request_id=r1`,
    `info roma-fdi retry ${where} attempt=1 wait_ms=0 error=ApiError failure=Unavailable`,
    `debug roma-fdi attempt ${where} attempt=2 status=200 duration_ms=N request_id=r2`,
    `info roma-fdi call ${where} attempts=2 status=200 duration_ms=N request_id=r2`,
    `debug roma-fdi attempt ${where} attempt=1 status=404 duration_ms=N`,
    `warn roma-fdi call ${where} attempts=1 status=404 duration_ms=N error=ApiError`,
    `debug roma-fdi attempt ${where} attempt=1 status=500 duration_ms=N`,
    `error roma-fdi call ${where} attempts=1 status=500 duration_ms=N error=ApiError`,
  ]);
});

test.each([
  ['debug', ['debug', 'info', 'debug', 'warn']],
  ['info', ['info', 'warn']],
  ['warn', ['warn']],
  ['error', []],
])(
  'ROMA_FDI_LOG=%s has lines from that level on written to the logger, or to standard error',
  async (level, expected) => {
    vi.stubEnv('ROMA_FDI_LOG', level);
    const { written, logger } = lines();
    const error = vi.spyOn(console, 'error').mockReturnValue();
    for (const given of [logger, undefined]) {
      const { fdi } = stubClient([fine(), json({}, 404)], { logger: given });
      await fdi.tasks.count();
      await failure(fdi.tasks.count());
    }
    expect(written.map((line) => line.split(' ')[0])).toEqual(expected);
    const withoutLevel = written.map((line) => line.replace(/^\w+ /, ''));
    expect(withoutTimes(error.mock.calls.flat())).toEqual(withoutTimes(withoutLevel));
    error.mockRestore();
  },
);

test('a level that is none is reported, and warnings are written', async () => {
  vi.stubEnv('ROMA_FDI_LOG', 'verbose');
  const { written, logger } = lines();
  const { fdi } = stubClient([fine(), json({}, 404)], { logger });
  await fdi.tasks.count();
  await failure(fdi.tasks.count());
  expect(written[0]).toBe('warn roma-fdi ROMA_FDI_LOG must be one of debug, info, warn, error.');
  expect(written.slice(1).map((line) => line.split(' ')[0])).toEqual(['warn']);
});

test('a logger that throws breaks no call', async () => {
  const fails = () => {
    throw new Error('the disk is full');
  };
  const { fdi } = stubClient([fine()], { logger: { debug: fails, info: fails, warn: fails, error: fails } });
  expect(await fdi.tasks.count()).toEqual({});
});

test('no line and no event holds the token, a body, a query or what a server quotes, and a line stays one', async () => {
  const { written, logger } = lines();
  const quoting = json({ error_code: `X ${token}`, error_msg: token }, 400, { 'X-Request-Id': `${token} b` });
  const refused = () => Promise.reject(Object.assign(new Error(token), { code: `E ${token}` }));
  for (const answers of [[quoting], refused]) {
    const { fdi, told } = watched(answers as Transport, { logger });
    const body = { datasource_name: 'secret-name', datasource_type: 'KAFKA', app_id: 'a', content: {} } as const;
    await failure(fdi.dataSources.create(body));
    await failure(fdi.dataSources.list({ name: 'secret-name' }));
    const printed = JSON.stringify([written, told]);
    expect(printed).toContain('listDatasources');
    expect(printed).not.toContain(token);
    expect(printed).not.toContain('secret-name');
  }
  for (const line of written) expect(line).not.toContain('\n');
});
