import { createValidator, readContract } from '@roma-fdi/contract';
import { failures, routes } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { inCi, tries } from '../../../test/properties.ts';
import { type Mock, startGuard, startMock, story } from '../src/index.ts';
import { requestInit, storyRequests } from './story-requests.ts';

const INIT = 'installMultiTasks';
let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
  method?: string;
}

async function send(path: string, { body, headers = {}, method = 'POST' }: Sent = {}, to = mock) {
  const response = await fetch(to.url + path, {
    method,
    headers: { 'X-Auth-Token': 'any', ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}
const init = (body: unknown, headers = {}, to = mock) => send(story.path(INIT), { body, headers }, to);

describe('a request that is a named example gets the answer of that name', () => {
  test.for(['auto-mapping', 'pair-only', 'known-task', 'id-only', 'unknown-data-source', 'one-data-source'])(
    '%s',
    async (name) => {
      const { status, body } = await init(story.request(INIT, name));
      expect({ status, body }).toEqual(story.answer(INIT, name));
    },
  );

  const named = storyRequests().filter(({ operation: { answers }, name }) =>
    [...answers.values()].some(({ examples }) => examples.has(name)),
  );

  test.for(named)('$operation.operationId $name $mediaType', async (request) => {
    const { operation, target, name } = request;
    const response = await fetch(mock.url + target, requestInit(request, 'any'));
    const { status, body } = story.answer(operation.operationId, name);
    expect([response.status, await response.json()]).toEqual([status, body]);
  });

  test('every operation has such a request, or one good answer alone', () => {
    const asked = new Set(named.map(({ operation }) => operation.operationId));
    const others = readContract().operations.filter(({ operationId }) => !asked.has(operationId));
    for (const { answers, operationId } of others) {
      const good = [...answers].filter(([status]) => status < 300).flatMap(([, { examples }]) => [...examples.keys()]);
      expect(good.length, operationId).toBeLessThanOrEqual(1);
    }
  });

  test('null, "" and an empty object stand for absent where null may stand', async () => {
    const { body } = await init({
      task_id: '',
      ext_info: { server_id: null },
      source_datasource_id: null,
      target_datasource_id: '',
    });
    expect(body).toEqual(story.answer(INIT, 'id-only').body);
  });

  test('a property that is left out has its default', async () => {
    const { auto_mapping: _false, ...pair } = story.request<Record<string, unknown>>(INIT, 'pair-only');
    expect((await init(pair)).body).toEqual(story.answer(INIT, 'pair-only').body);
  });

  test('no body is the empty one', async () => {
    const { body } = await send(story.path(INIT));
    expect(body).toEqual(story.answer(INIT, 'id-only').body);
  });

  test('a parameter of the path chooses too', async () => {
    const path = story.path('showTask', { task_id: 'f'.repeat(32) });
    expect(await send(path, { method: 'GET' })).toMatchObject({
      status: 404,
      body: { error_code: failures.TaskNotFound.code },
    });
    expect(await send(story.path('showTask'), { method: 'GET' })).toMatchObject({ status: 200 });
  });

  test('any other request gets the first example of the first good status', async () => {
    const { body } = await init({ task_id: 'another-task', auto_mapping: false });
    expect(body).toEqual(story.answer(INIT, 'auto-mapping').body);
  });
});

describe('Prefer chooses the answer', () => {
  test.for([400, 401, 403, 404, 408, 413, 414, 415, 429, 431, 500, 503])('code=%i', async (code) => {
    const { status, body, headers } = await init({}, { Prefer: `code=${code}` });
    expect(status).toBe(code);
    expect(Object.keys(body).sort()).toEqual(['error_code', 'error_msg']);
    expect(headers.has('retry-after')).toBe(code === 429 || code === 503);
  });

  test('example= finds the example whatever its status', async () => {
    const { status, body } = await init({}, { Prefer: 'example=connection-failed' });
    expect({ status, body }).toEqual(story.answer(INIT, 'connection-failed'));
  });

  test('code and example together, also as query parameters', async () => {
    const { status, body } = await send(`${story.path(INIT)}?__code=404&__example=vendor-no-schedule-plan`);
    expect({ status, code: body.error_code }).toEqual({ status: 404, code: failures.SchedulePlanMissing.code });
  });

  test.for([
    ['code=418', '200, 400'],
    ['code=abc', '200, 400'],
    ['example=nothing', 'pair-only'],
    ['code=404, example=pair-only', 'no-such-operation'],
  ])('%s is not documented: 404 that lists what is', async ([Prefer, says]) => {
    const { status, body } = await init({}, { Prefer: Prefer! });
    expect(status).toBe(404);
    expect(body.error_msg).toContain(says);
  });

  test('nothing forces an answer to a request that is wrong', async () => {
    expect((await init({ auto_mapping: 'true' }, { Prefer: 'code=200' })).status).toBe(400);
  });
});

test('every documented status of every operation is answered on request, as the contract has it', async () => {
  const contract = readContract();
  const { judgeAnswer } = await createValidator(contract);
  const requests = storyRequests();
  for (const operation of contract.operations) {
    const request = requests.find((one) => one.operation.operationId === operation.operationId)!;
    const init = requestInit(request, 'any');
    // Outside CI all of one operation, and what is good of the others: their failures are those of that one.
    const asked = [...operation.answers.keys()].filter(
      (status) => inCi || status < 400 || operation.operationId === INIT,
    );
    const statuses = asked.map(async (status) => {
      const headers = { ...init.headers, Prefer: `code=${status}` };
      const response = await fetch(mock.url + request.target, { ...init, headers });
      const text = await response.text();
      const body = text === '' ? undefined : JSON.parse(text);
      expect(response.status, operation.operationId).toBe(status);
      expect(judgeAnswer(operation, { status, headers: Object.fromEntries(response.headers), body })).toEqual([]);
    });
    await Promise.all(statuses);
  }
});

describe('dynamic answers', () => {
  test('keep the contract, whatever the seed', async () => {
    const guard = await startGuard(mock);
    for (let seed = 0; seed < tries(20); seed++) {
      for (const operation of ['listDatasources', 'listMultiTaskMappings', 'showTask']) {
        const response = await fetch(guard.url + story.path(operation), {
          headers: { 'X-Auth-Token': 'any', Prefer: `dynamic=true, seed=${seed}` },
        });
        expect(await response.json()).not.toHaveProperty('error_code');
      }
    }
    expect(guard.violations).toEqual([]);
    await guard.close();
  });

  test('are the same for the same seed, and differ without one', async () => {
    const made = (Prefer: string) => init({}, { Prefer }).then(({ body }) => JSON.stringify(body));
    expect(await made('dynamic=true, seed=7')).toBe(await made('dynamic=true, seed=7'));
    expect(await made('dynamic=true, seed=7')).not.toBe(await made('dynamic=true, seed=8'));
    expect(await made('dynamic=true')).not.toBe(await made('dynamic=true'));
  });

  test('can be the rule, and Prefer the exception', async () => {
    const dynamic = await startMock({ dynamic: true, seed: 'a' });
    const first = await init({}, {}, dynamic);
    expect(first.body).not.toEqual(story.answer(INIT, 'id-only').body);
    expect((await init({}, {}, dynamic)).body).toEqual(first.body);
    expect((await init({}, { Prefer: 'dynamic=false' }, dynamic)).body).toEqual(story.answer(INIT, 'id-only').body);
    await dynamic.close();
  });
});

describe('credentials', () => {
  test('a signature in place of a token is taken', async () => {
    const headers = { 'X-Auth-Token': '', Authorization: 'SDK-HMAC-SHA256 Access=a, SignedHeaders=b, Signature=c' };
    expect((await init({}, headers)).status).toBe(200);
  });

  test('with a token of its own the mock takes that one alone', async () => {
    const closed = await startMock({ token: 'right' });
    expect((await init({}, { 'X-Auth-Token': 'right' }, closed)).status).toBe(200);
    expect((await init({}, { 'X-Auth-Token': 'wrong', Authorization: 'x' }, closed)).status).toBe(401);
    await closed.close();
  });
});

test('a listed origin may read and preflight, another gets nothing', async () => {
  const open = await startMock({ origins: ['http://localhost:5173'] });
  const preflight = (Origin: string) =>
    fetch(open.url + story.path(INIT), {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    });
  const allowed = await preflight('http://localhost:5173');
  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, 'http://localhost:5173']);
  const foreign = await preflight('http://localhost:9999');
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  expect((await init({}, { Origin: 'http://localhost:5173' }, open)).headers.get('access-control-allow-origin')).toBe(
    'http://localhost:5173',
  );
  await open.close();
});

test('a taken port is told, with the way out', async () => {
  await expect(startMock({ port: mock.port })).rejects.toThrow(/Port \d+ on 127.0.0.1 is taken\. .* `port`, or 0/);
});

test('something that is no OpenAPI document is refused', async () => {
  await expect(startMock({ document: { swagger: '2.0' } })).rejects.toThrow('not an OpenAPI document');
});

test('the story names what it has where it is asked for something else', () => {
  expect(() => story.path('initTask')).toThrow(/no operation initTask; it has .*installMultiTasks/);
  expect(() => story.request(INIT, 'x')).toThrow(/no request example x; it has auto-mapping/);
  expect(() => story.answer(INIT, 'x')).toThrow(/no answer example x; it has auto-mapping/);
});

test('an idle connection is kept, however long the process of a test is held', async () => {
  const { headers } = await init({});
  expect(headers.get('connection')).toBe('keep-alive');
  // With a number of seconds, Node would end it after them.
  expect(headers.get('keep-alive')).toBeNull();
});

test('a failure keeps its name where a document of one’s own has it under a class of statuses, and has none where it is no component', async (context) => {
  takesLong(context);
  const { document } = readContract();
  const classes = JSON.parse(JSON.stringify(document).replaceAll('"400":', '"4XX":'));
  classes.components.examples.Own = { value: { error_code: 'X', error_msg: 'y' } };
  const { post } = classes.paths[routes.installMultiTasks.path];
  post.responses['4XX'].content['application/json'].examples['of-its-own'] = { $ref: '#/components/examples/Own' };
  const own = await startMock({ document: classes });
  onTestFinished(() => own.close());
  const named = await init({}, { Prefer: 'code=400, example=one-data-source' }, own);
  expect([named.status, named.headers.get('x-failure')]).toEqual([400, 'MissingDataSource']);
  const unnamed = await init({}, { Prefer: 'code=400, example=of-its-own' }, own);
  expect([unnamed.body.error_code, unnamed.headers.get('x-failure')]).toEqual(['X', null]);
});
