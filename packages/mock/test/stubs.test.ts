/** Answers that a test sets: which stub answers a call, what is refused, and what a stub leaves behind. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type LocalMock, type MockOptions, startMock, story } from '../src/index.ts';

let mock: LocalMock;
beforeAll(async () => {
  mock = await createMock({ stubTimeout: 200 });
  return () => mock.close();
});
afterEach(() => mock.reset());

const init = 'installMultiTasks';

async function call(operationId: string, { to = mock, body, parameters, headers }: Sent = {}) {
  const method = operationId === init ? 'POST' : 'GET';
  const response = await to.fetch(`http://mock.invalid${story.path(operationId, parameters)}`, {
    method,
    headers: {
      'X-Auth-Token': 'a-token',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

interface Sent {
  readonly to?: LocalMock;
  readonly body?: unknown;
  readonly parameters?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

const statuses = async (count: number, operationId = init) => {
  const found: number[] = [];
  for (let index = 0; index < count; index++) found.push((await call(operationId)).status);
  return found;
};
const verified = (options?: { unused?: boolean }) => {
  try {
    mock.verify(options);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a call is answered', () => {
  test('with an example, by its name', async () => {
    mock.on(init).once('known-task');
    const { status, body } = await call(init);
    expect({ status, body }).toEqual(story.answer(init, 'known-task'));
  });

  test('with a failure, by its name', async () => {
    mock.on(init).once('UnknownDataSource');
    const { status, body, headers } = await call(init);
    expect({ status, body }).toEqual(story.answer(init, 'unknown-data-source'));
    expect(headers.get('x-failure')).toBe('UnknownDataSource');
  });

  test('with a status, by its first example', async () => {
    mock.on(init).once(503);
    const { status, headers } = await call(init);
    expect([status, headers.get('x-failure'), headers.has('retry-after')]).toEqual([503, 'Unavailable', true]);
  });

  test('with a body of the test’s own, and the documented headers around it', async () => {
    mock.on(init).once({ status: 200, body: [{ task_id: 'mine' }], headers: { 'X-Request-Id': 'a-request' } });
    const { status, body, headers } = await call(init);
    expect([status, body, headers.get('x-request-id')]).toEqual([200, [{ task_id: 'mine' }], 'a-request']);
  });

  test('with headers of its own around the first example', async () => {
    mock.on(init).once({ status: 429, headers: { 'Retry-After': '7' } });
    const { headers, body } = await call(init);
    expect([headers.get('retry-after'), headers.get('x-failure')]).toEqual(['7', 'TooManyRequests']);
    expect(body).toEqual(story.answer(init, 'throttled').body);
  });

  test('with an error of its own, which then has no failure’s name', async () => {
    mock.on(init).once({ status: 400, body: { error_code: 'X.1', error_msg: 'no' } });
    expect((await call(init)).headers.has('x-failure')).toBe(false);
  });

  test('without a body where the contract has none', async () => {
    mock.on('deleteTask').once(204);
    const url = `http://mock.invalid${story.path('deleteTask')}`;
    const response = await mock.fetch(url, { method: 'DELETE', headers: { 'X-Auth-Token': 'a' } });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('by a function of the call, at once or later', async () => {
    mock.on('listMultiTaskMappings').always(async ({ operationId, method, pathParameters, query, body, headers }) => {
      await pause(1);
      const seen = { operationId, method, pathParameters, query, body, token: headers['x-auth-token'] };
      return { status: 400, body: { error_code: 'X', error_msg: JSON.stringify(seen) } };
    });
    const url = `http://mock.invalid${story.path('listMultiTaskMappings', { task_id: 'a-task' })}?limit=7&__seed=1`;
    const response = await mock.fetch(url, { headers: { 'X-Auth-Token': 'a-token' } });
    const { error_msg: seen } = (await response.json()) as { error_msg: string };
    expect(JSON.parse(seen)).toMatchObject({
      operationId: 'listMultiTaskMappings',
      method: 'GET',
      pathParameters: { task_id: 'a-task' },
      query: { limit: 7 },
      token: 'a-token',
    });
  });

  test('as ever, where no stub fits; and with 400 and 401 whatever is set', async () => {
    mock.on(init).always('pair-only');
    expect((await call('showTask')).body).toEqual(story.answer('showTask', 'draft').body);
    expect((await call(init, { body: { auto_mapping: 'yes' } })).status).toBe(400);
    expect((await call(init, { headers: { 'X-Auth-Token': '' } })).status).toBe(401);
    expect((await call(init, { headers: { Prefer: 'code=503' } })).body).toEqual(story.answer(init, 'pair-only').body);
  });
});

describe('of several stubs', () => {
  test('those for one call come first, in the order in which they were set; then the latest for all', async () => {
    mock.on(init).always(400).once(401).once(403);
    mock.on(init).always(404).once(429);
    expect(await statuses(5)).toEqual([401, 403, 429, 404, 404]);
  });

  test('those of a sequence come one after the other, and the last stays', async () => {
    mock.on(init).sequence(429, 503, 'auto-mapping');
    expect(await statuses(5)).toEqual([429, 503, 200, 200, 200]);
  });

  test('only those answer whose predicates are all true', async () => {
    mock
      .on('showTask')
      .when(({ pathParameters }) => pathParameters.task_id !== 'other')
      .always(404)
      .when(({ headers }) => headers['x-auth-token'] === 'b')
      .once(403);
    const asked = [
      await call('showTask'),
      await call('showTask', { parameters: { task_id: 'other' }, headers: { 'X-Auth-Token': 'b' } }),
      await call('showTask', { headers: { 'X-Auth-Token': 'b' } }),
      await call('showTask', { headers: { 'X-Auth-Token': 'b' } }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([404, 200, 403, 404]);
  });

  test('one for one call answers one of two calls at the same time', async () => {
    mock.on(init).once(async () => 503);
    const both = await Promise.all([call(init), call(init)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 503]);
  });

  test('reset() forgets all, and the calls', async () => {
    mock.on(init).always(503);
    await call(init);
    mock.reset();
    expect([await statuses(1), mock.requests.length, verified()]).toEqual([[200], 1, '']);
  });

  test('a call that was under way when all was forgotten is none of the next test', async () => {
    let answer = (_nothing: never): void => {};
    mock.on(init).once(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const late = call(init);
    await pause(20);
    mock.reset();
    answer('nothing' as never);
    expect([(await late).status, mock.requests, verified()]).toEqual([500, [], '']);
  });

  test('what its function changes in the call changes neither what is kept nor what is answered', async () => {
    mock.on(init).once((given) => {
      Object.assign(given.headers, { 'x-mine': 'changed' });
      Object.assign(given.body as object, { task_id: 'changed' });
      return 'auto-mapping';
    });
    await call(init, { body: { task_id: 'as-sent' }, headers: { 'X-Mine': 'as sent' } });
    expect(mock.requests).toMatchObject([{ headers: { 'x-mine': 'as sent' }, body: { task_id: 'as-sent' } }]);
  });
});

describe('what cannot be answered is refused when it is set', () => {
  test.for<[string, unknown, RegExp]>([
    [
      'an unknown name',
      'nothing',
      /no example and no failure nothing; its examples are auto-mapping,.*UnknownDataSource/,
    ],
    ['a failure of other operations', 'NameTaken', /no example and no failure NameTaken/],
    ['a name of two examples', 'too-large', /name the failure, BodyTooLarge \(413\) or HeadersTooLarge \(431\)/],
    ['an undocumented status', 418, /documents no status 418; it has 200, 400/],
    ['an undocumented status in parts', { status: 418 }, /breaksContract: true/],
    [
      'a body that does not fit',
      { status: 200, body: [{ task_id: 7 }] },
      /Body property \[0\.task_id\] must be a string/,
    ],
    ['a header that does not fit', { status: 429, headers: { 'Retry-After': 'soon' } }, /Header \[retry-after\]/],
    [
      'a header of a body that fits',
      { status: 429, headers: { 'retry-after': 'soon' }, body: { error_code: 'a', error_msg: 'b' } },
      /Header \[retry-after\]/,
    ],
    ['a body where none belongs', { status: 204, body: 1 }, /documents no status 204/],
    [
      'a failure’s name that is another’s',
      { status: 400, headers: { 'X-Failure': 'TaskNotFound' } },
      /Header \[x-failure\]/,
    ],
    ['a misspelt part', { status: 200, bdy: [] }, /an answer with bdy: it has status, headers, body/],
    ['a status out of range', { status: 99 }, /status is no whole number from 200 to 599/],
    ['a header that HTTP has not', { status: 200, headers: { 'a b': 'c' } }, /header "a b" cannot be sent/],
    ['a header that holds a line break', { status: 200, headers: { a: 'b\r\nc: d' } }, /header "a" cannot be sent/],
    ['another media type', { status: 200, headers: { 'Content-Type': 'text/html' } }, /Header \[content-type\]/],
    [
      'another media type of a body that fits',
      { status: 200, headers: { 'content-type': 'text/html' }, body: [] },
      /Header \[content-type\]/,
    ],
    ['an encoding that was not asked for', { status: 200, headers: { 'Content-Encoding': 'gzip' } }, /must be absent/],
    ...['Content-Length', 'Transfer-Encoding', 'Trailer'].map((name): [string, unknown, RegExp] => [
      `${name}, which frames the body`,
      { status: 200, headers: { [name]: '1' }, breaksContract: true },
      new RegExp(`header "${name}", which the mock itself sets.*fault.cutBody`),
    ]),
    ['a body that is no JSON', { status: 200, body: 1n }, /no JSON/],
    ['a body that is no JSON, on purpose', { status: 200, body: 1n, breaksContract: true }, /no JSON/],
    ['a list', [200], /an answer with a list/],
    ['nothing', null, /given null: an answer is the name/],
    ['undefined', undefined, /given undefined: an answer is the name/],
    ['a fault of something unknown', { kind: 'delay', ms: 1 }, /an answer with kind/],
  ])('%s', ([, given, says]) => {
    for (const kind of ['once', 'always', 'sequence'] as const)
      expect(() => mock.on(init)[kind](given as never)).toThrow(says);
    expect(verified()).toBe('');
  });

  test('an operation, a predicate and an empty sequence', () => {
    expect(() => mock.on('initTask' as never)).toThrow(/no operation initTask; it has .*installMultiTasks/);
    expect(() => mock.on(init).when('a' as never)).toThrow('a predicate that is no function');
    expect(() => (mock.on(init).sequence as unknown as () => void)()).toThrow('an empty sequence');
  });

  test('more than a thousand', () => {
    const stub = mock.on(init);
    for (let count = 0; count < 1_000; count++) stub.once(200);
    expect(() => stub.once(200)).toThrow('at most 1000 stubs');
  });
});

test.for<[object, number, unknown]>([
  [{ status: 418, body: { odd: true } }, 418, { odd: true }],
  [{ status: 200, body: [{ task_id: 7 }] }, 200, [{ task_id: 7 }]],
  [{ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }, 200, '<html>'],
  [{ status: 200 }, 200, ''],
])('what breaks the contract on purpose is answered: %j', async ([parts, status, body]) => {
  mock.on(init).once({ ...(parts as { status: number }), breaksContract: true });
  const answer = await call(init);
  expect([answer.status, answer.body]).toEqual([status, body]);
});

describe('a stub that fails gives its caller a 500 that says why, and verify() names it', () => {
  const place =
    /mock\.on\('installMultiTasks'\)\.(?:when\(…\)\.)?\w+\(.*\), set at packages\/mock\/test\/stubs\.test\.ts:\d+:\d+: /;
  const secret = () => {
    throw new Error('the password is hunter2');
  };

  const throwing = (value: unknown) => () => {
    throw value;
  };

  test.for<[string, () => void, RegExp, string?]>([
    [
      'an answer that breaks the contract',
      () => mock.on(init).once(() => ({ status: 200, body: [{} as never] })),
      /Body property \[0\.task_id\] is required/,
    ],
    ['a name that is none', () => mock.on(init).once(() => 'nothing' as never), /no example and no failure nothing/],
    ['no answer', () => mock.on(init).once((() => {}) as never), /given undefined/],
    ['a function that throws', () => mock.on(init).once(secret), /its function threw/, 'hunter2'],
    ['a promise that rejects', () => mock.on(init).once(async () => secret()), /its function threw/, 'hunter2'],
    [
      'a function that takes too long',
      () => mock.on(init).once(() => new Promise(() => {})),
      /no answer within 200 ms/,
    ],
    ['a predicate that throws', () => mock.on(init).when(secret).once(200), /its predicate threw/, 'hunter2'],
    [
      'a predicate that promises',
      () =>
        mock
          .on(init)
          .when((async () => true) as never)
          .once(200),
      /true or false, and at once/,
    ],
    [
      'a predicate whose promise rejects',
      () =>
        mock
          .on(init)
          .when((async () => secret()) as never)
          .once(200),
      /true or false, and at once/,
    ],
    [
      'a function that throws what has no text',
      () => mock.on(init).once(throwing(Object.create(null))),
      /its function threw/,
      'object without a text',
    ],
    [
      'a predicate that throws what has no text',
      () =>
        mock
          .on(init)
          .when(throwing(Object.create(null)))
          .once(200),
      /its predicate threw/,
      'object without a text',
    ],
    [
      'an answer that throws when it is read',
      () => mock.on(init).once(() => new Proxy({} as never, { ownKeys: throwing(null) })),
      /its function's answer cannot be read/,
      'cannot be read null',
    ],
  ])('%s', async ([, set, says, forTest]) => {
    set();
    const { status, body, headers } = await call(init);
    expect([status, headers.get('x-failure')]).toEqual([500, 'InternalError']);
    expect(body.error_msg).toMatch(place);
    expect(body.error_msg).toMatch(says);
    expect(body.error_msg).not.toContain('hunter2');
    expect(verified({ unused: false })).toMatch(says);
    if (forTest) expect(verified({ unused: false })).toContain(forTest);
    expect(mock.requests.at(-1)).toMatchObject({ status: 500 });
  });

  test('the signal of a function is aborted by the deadline, and by a caller that goes', async () => {
    const reasons: string[] = [];
    mock
      .on(init)
      .always(
        ({ signal }) =>
          new Promise((resolve) =>
            signal.addEventListener('abort', () => resolve(void reasons.push('aborted') as never)),
          ),
      );
    await call(init);
    const controller = new AbortController();
    const url = `http://mock.invalid${story.path(init)}`;
    const going = mock.fetch(url, { method: 'POST', headers: { 'X-Auth-Token': 'a' }, signal: controller.signal });
    await pause(20);
    controller.abort();
    await expect(going).rejects.toThrow('aborted');
    await expect.poll(() => reasons).toHaveLength(2);
    expect(mock.requests.map(({ status }) => status)).toEqual([500, undefined]);
  });
});

test('a caller over the wire that has gone aborts the signal of a function', async () => {
  const wire = await startMock({ stubTimeout: 600_000 });
  const url = wire.url + story.path(init);
  const headers = { 'X-Auth-Token': 'a' };
  let asked = false;
  let aborted = false;
  wire.on(init).once(({ signal }) => {
    asked = true;
    return new Promise((resolve) =>
      signal.addEventListener('abort', () => {
        aborted = true;
        resolve(200);
      }),
    );
  });
  const controller = new AbortController();
  const going = fetch(url, { method: 'POST', headers, signal: controller.signal });
  await expect.poll(() => asked).toBe(true);
  controller.abort();
  await expect(going).rejects.toThrow('aborted');
  await expect.poll(() => aborted).toBe(true);
  await wire.close();
});

describe('verify()', () => {
  test('names each unused stub as it is written, and where it was set', async () => {
    mock
      .on(init)
      .once('auto-mapping')
      .once({ status: 200, body: [{ task_id: 'hidden' }] });
    mock
      .on('showTask')
      .when(() => true)
      .sequence(429, 503, 'draft');
    await call(init);
    await call('showTask');
    const lines = verified().split('\n').slice(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^ {2}mock\.on\('installMultiTasks'\)\.once\(\{ status: 200 \}\), set at \S+stubs\.test\.ts:\d+:\d+: never used$/,
    );
    expect(lines[1]).toMatch(/\.when\(…\)\.sequence\(429, 503, 'draft'\), set at .*: 1 of 3 answers used$/);
    expect(verified({ unused: false })).toBe('');
  });

  test('is content where all were used', async () => {
    mock.on(init).once(200).always(404);
    await statuses(2);
    expect(verified()).toBe('');
  });
});

describe('requests', () => {
  test('hold what was sent without its secrets, what was answered, and by which stub', async () => {
    mock.on('createDatasourceInfo').once('NameTaken');
    const sent = story.request<{ content: object }>('createDatasourceInfo', 'shop');
    const withSecrets = { ...sent, content: { ...sent.content, password: 'hunter2' } };
    await mock.fetch(`http://mock.invalid${story.path('createDatasourceInfo')}`, {
      method: 'POST',
      headers: {
        'X-Auth-Token': 'secret-token',
        Authorization: 'SDK-HMAC-SHA256 Signature=hunter2',
        'X-Security-Token': 'hunter2',
        Cookie: 'a=hunter2',
        'X-Mine': 'kept',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(withSecrets),
    });
    const [request] = mock.requests;
    expect(request).toMatchObject({
      operationId: 'createDatasourceInfo',
      method: 'POST',
      url: story.path('createDatasourceInfo'),
      query: {},
      headers: {
        'x-auth-token': '***',
        authorization: '***',
        'x-security-token': '***',
        cookie: '***',
        'x-mine': 'kept',
      },
      body: { ...sent, content: { ...sent.content, password: '***' } },
      status: 400,
      stub: expect.stringMatching(/once\('NameTaken'\), set at /),
    });
    expect(Object.keys(request?.pathParameters ?? {})).toEqual(['project_id', 'instance_id']);
    expect(JSON.stringify(mock.requests)).not.toMatch(/hunter2|secret-token/);
  });

  test('hold no secret of a query that should not have been there, however its name is written', async () => {
    const url = `http://mock.invalid${story.path('listTasks')}?token=hunter2&pass%77ord=hunter2&limit=7`;
    await mock.fetch(url, { headers: { 'X-Auth-Token': 'a' } });
    expect(mock.requests).toMatchObject([{ query: { token: '***', password: '***', limit: '7' }, status: 400 }]);
    expect(JSON.stringify(mock.requests)).not.toContain('hunter2');
  });

  test('hold no secret of a body that does not fit the contract', async () => {
    const body = {
      content: { host: { key: 'hunter2' } },
      pass: 'hunter2',
      db_pass: 'hunter2',
      passcode: 'hunter2',
      auth: 'hunter2',
      compass: 'north',
    };
    await mock.fetch(`http://mock.invalid${story.path('createDatasourceInfo')}`, {
      method: 'POST',
      headers: { 'X-Auth-Token': 'a', 'X-Auth': 'hunter2', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(mock.requests).toMatchObject([{ body: { compass: 'north' }, status: 400 }]);
    expect(JSON.stringify(mock.requests)).not.toContain('hunter2');
  });

  test('are at most so many, and of so many bytes', async () => {
    const few = await createMock({ keep: 2 });
    for (const id of ['first', 'second', 'third']) await call(init, { to: few, body: { task_id: id } });
    expect(few.requests.map(({ body }) => (body as { task_id: string }).task_id)).toEqual(['second', 'third']);
    expect(few.takeRequests()).toHaveLength(2);
    expect(few.requests).toEqual([]);
    await few.close();
  });
});

describe('options are refused by name', () => {
  test.for<[object, RegExp]>([
    [{ prot: 1 }, /startMock has no option `prot`; it has token, .*port, host/],
    [{ port: 70_000 }, /The option `port` of startMock must be a port, a whole number from 0 to 65535/],
    [{ token: '' }, /`token` .* a text that is not empty/],
    [{ keys: [{ accessKey: 'a', secretKey: '' }] }, /`keys` .* a list of \{ accessKey, secretKey/],
    [{ keys: [{ accessKey: 'a b', secretKey: 'c' }] }, /`keys`/],
    [{ keys: [{ accessKey: 'a', secretKey: 'c', projects: 'my-project' }] }, /`keys` .*projects/],
    [{ keys: [{ accessKey: 'a', secretKey: 'c', project: 'a' }] }, /`keys` .*projects/],
    [{ keys: ['b', 'c'].map((secretKey) => ({ accessKey: 'a', secretKey })) }, /`keys` .*each access key once/],
    [{ dynamic: 'yes' }, /`dynamic` .* true or false/],
    [{ stubTimeout: 0 }, /`stubTimeout` .* milliseconds, a whole number from 1/],
    [{ requestTimeout: Number.NaN }, /`requestTimeout`/],
    [{ keep: -1 }, /`keep`/],
    [{ origins: 'http://localhost' }, /`origins` .* a list of origins/],
    [{ origins: ['http://localhost/path'] }, /`origins`/],
    [{ chaos: 0.5 }, /`chaos` .* an object/],
    [{ chaos: { seed: 'a' } }, /`chaos` .* an object with a `rate`/],
    [{ chaos: { rate: 2 } }, /The option `rate` of chaos must be a number from 0 to 1/],
    [{ chaos: { rate: 1, faults: ['fire'] } }, /`faults` of chaos must be a list of delay/],
    [{ chaos: { rate: 1, often: true } }, /chaos has no option `often`/],
    [{ document: 'openapi.yaml' }, /`document` .* an object/],
  ])('%j', async ([options, says]) => {
    await expect(startMock(options as MockOptions)).rejects.toThrow(says);
  });

  test('one that is undefined is absent, and a port is nothing to a mock without one', async () => {
    const usual = await createMock({ token: undefined } as object);
    await usual.close();
    await expect(createMock({ port: 1 } as object)).rejects.toThrow('createMock has no option `port`');
  });
});
