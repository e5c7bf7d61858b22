import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { serve } from '../../test/serve.ts';
import { failure, json, stubClient } from '../../test/stub-transport.ts';
import type { Transport, TransportInit } from '../index.ts';
import { IamError, type IamOptions, iam } from './iam.ts';

const password = 'correct "horse" battery\\staple';
const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) }));
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number): unknown => vi.setSystemTime(Date.now() + milliseconds);

/** An answer of IAM, whose clock is a year behind ours. */
function issued(token: string, hours = 24): Response {
  const start = Date.UTC(2025, 0, 1);
  const at = (time: number) => new Date(time).toISOString().replace('Z', '000Z');
  const body = { token: { issued_at: at(start), expires_at: at(start + hours * hour), methods: ['password'] } };
  return json(body, 201, { 'X-Subject-Token': token });
}

interface Iam {
  readonly credentials: ReturnType<typeof iam>;
  readonly asked: { url: string; init: TransportInit }[];
}

/** Credentials whose IAM gives these answers, one for each request; functions are called. */
function iamOf(answers: (Response | Error | Transport)[], options: Partial<IamOptions> = {}): Iam {
  const asked: Iam['asked'] = [];
  const transport: Transport = async (url, init) => {
    asked.push({ url, init });
    const answer = answers.shift() ?? new Error('nobody expected this request');
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : answer(url, init);
  };
  const account = { user: 'user', password, domain: 'account', transport } as const;
  return { credentials: iam({ ...account, endpoint: 'https://iam.test/', ...options } as IamOptions), asked };
}

/** A request to be signed. */
const unsigned = (projectId = 'project', { signal } = new AbortController()) => ({
  method: 'GET',
  url: 'https://fdi.test/a',
  headers: new Headers(),
  body: undefined,
  projectId,
  signal,
});

const tokenOf = async ({ credentials }: Iam, ...request: Parameters<typeof unsigned>): Promise<string | undefined> =>
  (await credentials.sign(unsigned(...request)))['X-Auth-Token'];

describe('a token', () => {
  test('is asked for once, with user, password and domain, for the project of the client', async () => {
    const one = iamOf([issued('first')]);
    expect([await tokenOf(one), await tokenOf(one)]).toEqual(['first', 'first']);
    expect(one.asked).toHaveLength(1);
    const { url, init } = one.asked[0]!;
    expect(url).toBe('https://iam.test/v3/auth/tokens?nocatalog=true');
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(JSON.parse(init.body ?? '')).toEqual({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'user', password, domain: { name: 'account' } } },
        },
        scope: { project: { id: 'project' } },
      },
    });
  });

  test('is asked for at the address of the region, for a project by its name, where these are given', async () => {
    const one = iamOf([issued('first')], {
      region: 'cn-north-4',
      endpoint: undefined,
      project: 'cn-north-4',
    } as object);
    expect(await tokenOf(one)).toBe('first');
    expect(await tokenOf(one, 'another')).toBe('first');
    expect(one.asked[0]?.url).toMatch(/^https:\/\/iam\.cn-north-4\.myhuaweicloud\.com\/v3/);
    expect(JSON.parse(one.asked[0]?.init.body ?? '').auth.scope).toEqual({ project: { name: 'cn-north-4' } });
  });

  test('is another one for another project', async () => {
    const one = iamOf([issued('of p'), issued('of q')]);
    expect([await tokenOf(one, 'p'), await tokenOf(one, 'q'), await tokenOf(one, 'p')]).toEqual([
      'of p',
      'of q',
      'of p',
    ]);
  });

  test('is asked for by one request for all calls that wait', async () => {
    const one = iamOf([issued('first')]);
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => tokenOf(one))))).toEqual(new Set(['first']));
    expect(one.asked).toHaveLength(1);
  });

  test('is renewed in the last half hour of its day, and in the last tenth of a shorter life', async () => {
    const one = iamOf([issued('first'), issued('second', 1), issued('third')]);
    await tokenOf(one);
    pass(23.5 * hour - 1);
    expect(await tokenOf(one)).toBe('first');
    pass(1);
    expect(await tokenOf(one)).toBe('second');
    pass(0.9 * hour - 1);
    expect(await tokenOf(one)).toBe('second');
    pass(1);
    expect(await tokenOf(one)).toBe('third');
  });

  test('stays in use while it lasts where IAM fails to renew it, which is tried again after half a minute', async () => {
    const away = () => new TypeError('fetch failed');
    const one = iamOf([issued('first'), away(), away(), away()]);
    await tokenOf(one);
    pass(23.5 * hour);
    expect([await tokenOf(one), await tokenOf(one)]).toEqual(['first', 'first']);
    expect(one.asked).toHaveLength(2);
    pass(30_000);
    expect(await tokenOf(one)).toBe('first');
    expect(one.asked).toHaveLength(3);
    pass(hour);
    expect(await failure(tokenOf(one))).toMatchObject({ name: 'ConnectionError' });
  });

  test('stays in use while it lasts where IAM does not answer, which no call but the first waits for', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const silent: Transport = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const one = iamOf([issued('first'), silent, silent]);
    await tokenOf(one);
    pass(23.5 * hour);
    const waits = tokenOf(one);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([await waits, await tokenOf(one)]).toEqual(['first', 'first']);
    expect(one.asked[1]?.init.signal.aborted).toBe(true);
    pass(30_000);
    const impatient = new AbortController();
    const gone = failure(tokenOf(one, 'project', impatient));
    await vi.advanceTimersByTimeAsync(10);
    impatient.abort('enough');
    expect(await gone).toBe('enough');
    expect([await tokenOf(one), one.asked.length, vi.getTimerCount()]).toEqual(['first', 3, 0]);
  });

  test('without a word on its end is used until it is refused', async () => {
    const one = iamOf([new Response('', { status: 201, headers: { 'X-Subject-Token': 'endless' } })]);
    await tokenOf(one);
    pass(1000 * hour);
    expect(await tokenOf(one)).toBe('endless');
  });
});

describe('a call', () => {
  test('that is refused its token fetches one and is sent once more', async () => {
    const one = iamOf([issued('revoked'), issued('fresh')]);
    const expired = () => json({ error_code: 'X', error_msg: 'expired' }, 401);
    const { fdi, asked } = stubClient([expired(), json({ tasks: {} })], { credentials: one.credentials });
    await fdi.tasks.count();
    expect(asked.map(({ headers }) => headers.get('X-Auth-Token'))).toEqual(['revoked', 'fresh']);
    expect(one.asked).toHaveLength(2);
  });

  test('shares the renewal with all that were refused the same token', async () => {
    const one = iamOf([issued('revoked'), issued('fresh')]);
    const transport: Transport = async (_, { headers }) =>
      headers.get('X-Auth-Token') === 'fresh' ? json({ tasks: {} }) : json({ error_msg: 'expired' }, 401);
    const { fdi } = stubClient(transport, { credentials: one.credentials });
    await Promise.all(Array.from({ length: 20 }, () => fdi.tasks.count()));
    expect(one.asked).toHaveLength(2);
  });

  test('has its deadline while it waits for IAM, and ends the request to IAM', async () => {
    const hangs: Transport = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const one = iamOf([hangs]);
    const { fdi, asked } = stubClient([json({})], { credentials: one.credentials });
    expect(await failure(fdi.tasks.count({ timeout: 20 }))).toMatchObject({
      name: 'TimeoutError',
      operation: 'countTasks',
    });
    await expect.poll(() => one.asked[0]?.init.signal.aborted).toBe(true);
    expect(asked).toEqual([]);
  });

  test('that is aborted ends with the reason of its signal, and leaves the request to others that wait', async () => {
    let answer = (_: Response): void => {};
    const one = iamOf([
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    ]);
    const aborted = new AbortController();
    const [left, stays] = [failure(tokenOf(one, 'p', aborted)), tokenOf(one, 'p')];
    aborted.abort('enough');
    expect(await left).toBe('enough');
    answer(issued('late'));
    expect(await stays).toBe('late');
  });
});

describe('IAM that gives no token', () => {
  const printed = (value: unknown): string =>
    [inspect(value, { depth: Infinity, showHidden: true, getters: true }), JSON.stringify(value), String(value)].join(
      '\n',
    );
  const secrets = [password, JSON.stringify(password).slice(1, -1), encodeURIComponent(password), btoa(password)];
  const repeated = `no user with ${secrets.join(' or ')}`;

  test.each([
    [
      'a wrong password',
      json({ error: { code: 401, message: repeated, title: 'Unauthorized' } }, 401),
      401,
      'check user,',
    ],
    ['a project that is none', json({ error: { code: 404, message: repeated } }, 404), 404, 'check the region'],
    ['the form of a gateway', json({ error_code: 'APIGW', error_msg: repeated }, 429), 429, 'try again later'],
    ['a page of a proxy', new Response(`<p>${repeated}`, { status: 502 }), 502, 'try again later'],
    ['no token in its answer', json({ token: {} }, 201), 201, 'X-Subject-Token is missing'],
    ['an answer that is none', json(['x']), 200, 'check that endpoint'],
  ])('for %s is named with its status and what to do, and without the password', async (_, answer, status, words) => {
    const error = await failure(tokenOf(iamOf([answer])));
    expect(error).toBeInstanceOf(IamError);
    expect(error).toMatchObject({ name: 'IamError', status, method: 'POST', path: 'https://iam.test/v3/auth/tokens' });
    expect(String(error)).toContain(words);
    for (const secret of secrets) expect(printed(error)).not.toContain(secret);
  });

  test.each([301, 302, 303, 307, 308])('but a redirect (%d) does not get another host the password', async (status) => {
    const other = await serve((_request, response) => void response.end());
    const own = await serve((_request, response) => void response.writeHead(status, { Location: other.url }).end());
    const credentials = iam({ user: 'u', password, domain: 'd', endpoint: own.url });
    const error = await failure(Promise.resolve(credentials.sign(unsigned())));
    expect(String(error)).toContain('a redirect is not followed, since it would get the password');
    expect(other.seen).toEqual([]);
  });

  test('since its transport failed, with all that was sent in its error, is a connection that broke', async () => {
    const thrown = Object.assign(new Error(`POST ${repeated}`, { cause: { password } }), { body: password });
    const error = await failure(tokenOf(iamOf([thrown])));
    expect(error).toMatchObject({ name: 'ConnectionError', path: 'https://iam.test/v3/auth/tokens' });
    for (const secret of secrets) expect(printed(error)).not.toContain(secret);
  });

  test('is named without a password that is not ASCII, too', async () => {
    const one = iamOf([json({ error: { message: 'no such пароль-и-ключ here' } }, 401)], { password: 'пароль-и-ключ' });
    expect(String(await failure(tokenOf(one)))).toContain('no such [secret] here');
  });

  const phrase = 'correct, "horse" battery$staple!';
  test.each([
    ['cut by the server', phrase.slice(0, -3)],
    ['in capitals', phrase.toUpperCase()],
    ['as forms write it', new URLSearchParams({ phrase }).toString()],
    ['in Base64', btoa(phrase)],
    ['in hex', Buffer.from(phrase).toString('hex')],
  ])('is named without a password of several words %s', async (_, form) => {
    const one = iamOf([json({ error: { message: `no user with ${form} here` } }, 401)], { password: phrase });
    expect(String(await failure(tokenOf(one)))).toContain('no user with [secret] here');
  });

  test('is asked again by the next call', async () => {
    const one = iamOf([json({}, 503), issued('later')]);
    await failure(tokenOf(one));
    expect(await tokenOf(one)).toBe('later');
  });
});

test('its secrets are shown to nothing that prints or copies it', async () => {
  const one = iamOf([issued('a-token-of-iam')]);
  await tokenOf(one);
  const shown = [
    inspect(one.credentials, { depth: Infinity, showHidden: true, getters: true, customInspect: false }),
    JSON.stringify(one.credentials),
  ].join();
  for (const secret of [password, 'a-token-of-iam', 'horse']) expect(shown).not.toContain(secret);
  expect(() => structuredClone(one.credentials)).not.toThrow(/horse|a-token-of-iam/);
});

test.each([
  [{ user: '' }, 'user must be a string'],
  [{ password: undefined }, 'password must be a string'],
  [{ domain: 7 }, 'domain must be a string'],
  [{ project: '' }, 'project must be the name'],
  [{ endpoint: undefined }, 'Give either region or endpoint'],
  [{ region: 'cn-north-4' }, 'Give either region or endpoint'],
  [{ endpoint: 'iam.test' }, 'endpoint must be an http or https address'],
  [{ endpoint: 'https://horse@iam.test' }, 'endpoint must be an http or https address without user, password'],
  [{ endpoint: undefined, region: 'mars' }, 'region must be one of'],
])('the options %j are refused by name, unquoted', (options, words) => {
  expect(() => iamOf([], options as object)).toThrow(words);
  expect(() => iamOf([], options as object)).not.toThrow(/horse/);
});
