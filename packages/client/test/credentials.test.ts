/** Objects that sign requests and renew what expired, through whole calls. */
import { expect, test, vi } from 'vitest';
import { type Credentials, isInvalidCallError, type ProofHeaders, routes, type UnsignedRequest } from '../src/index.ts';
import { userAgent } from '../src/user-agent.ts';
import { failure, filled, json, stubClient, token } from './stub-transport.ts';

const expired = () => json({ error_code: 'X', error_msg: 'expired' }, 401);

/** A token that is good for one renewal after another; calls that were refused the same one share its renewal. */
class Renewing implements Credentials {
  renewals = 0;
  #number = 1;
  #renewal: Promise<boolean> | undefined;

  sign(): ProofHeaders {
    return { 'X-Auth-Token': `token-number-${this.#number}` };
  }

  renew(refused: ProofHeaders): Promise<boolean> {
    if (refused['X-Auth-Token'] !== this.sign()['X-Auth-Token']) return Promise.resolve(true);
    this.#renewal ??= this.#next().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #next(): Promise<boolean> {
    this.renewals++;
    await Promise.resolve();
    this.#number++;
    return true;
  }
}

test('an object signs method, address, headers and body as they are sent', async () => {
  const signed: UnsignedRequest[] = [];
  const seen: Record<string, string>[] = [];
  const credentials: Credentials = {
    async sign(request) {
      signed.push(request);
      const headers: Record<string, string> = {};
      request.headers.forEach((value, name) => {
        headers[name] = value;
      });
      seen.push(headers);
      return { Authorization: 'a-signature', 'X-Own': 'replaced' };
    },
  };
  const { fdi, asked } = stubClient([json([])], { credentials, headers: { 'X-Own': 'own' } });
  await fdi.compositeTasks.init({ auto_mapping: true });
  await fdi.compositeTasks.mappings.list('a/b', { limit: 1 }).catch(() => {});
  const url = `https://fdi.test${filled('installMultiTasks')}`;
  expect(signed[0]).toMatchObject({ method: 'POST', url, body: '{"auto_mapping":true}' });
  expect(signed[1]).toMatchObject({ method: 'GET', body: undefined, url: expect.stringContaining('/a%2Fb/') });
  expect(signed[1]?.url).toMatch(/\?limit=1$/);
  const media = 'application/json';
  expect(seen[0]).toEqual({ accept: media, 'content-type': media, 'user-agent': userAgent(), 'x-own': 'own' });
  expect(Object.fromEntries(asked[0]!.headers)).toEqual({
    accept: media,
    'content-type': media,
    'user-agent': userAgent(),
    'x-own': 'replaced',
    authorization: 'a-signature',
  });
});

test('after a 401 they are renewed and the request is sent once more, signed again', async () => {
  const credentials = new Renewing();
  const { fdi, asked } = stubClient([expired(), json([{ task_id: 't' }])], { credentials });
  expect(await fdi.compositeTasks.init({ auto_mapping: true })).toEqual([{ task_id: 't' }]);
  expect(asked.map(({ headers }) => headers.get('X-Auth-Token'))).toEqual(['token-number-1', 'token-number-2']);
  expect(asked.map(({ body }) => body)).toEqual(['{"auto_mapping":true}', '{"auto_mapping":true}']);
});

test('so they are for the raw client', async () => {
  const { fdi, asked } = stubClient([expired(), json([])], { credentials: new Renewing() });
  const { method, path } = routes.installMultiTasks;
  const { data } = await fdi.raw[method](path, { params: { path: { project_id: 'p', instance_id: 'i' } } });
  expect(data).toEqual([]);
  expect(asked).toHaveLength(2);
});

test('calls that were refused together can share one renewal', async () => {
  const credentials = new Renewing();
  const { fdi } = stubClient(
    async (_, { headers }) => (headers.get('X-Auth-Token') === 'token-number-1' ? expired() : json([])),
    { credentials },
  );
  await Promise.all(Array.from({ length: 20 }, () => fdi.compositeTasks.init()));
  expect(credentials.renewals).toBe(1);
});

test('a second 401 is the answer, and so is the first where nothing can be renewed', async () => {
  const renew = vi.fn(async () => true);
  const sign = () => ({ 'X-Auth-Token': 'good-for-nothing' });
  const twice = stubClient([expired()], { credentials: { sign, renew } });
  expect(await failure(twice.fdi.compositeTasks.init())).toMatchObject({ name: 'ApiError', status: 401 });
  expect([twice.asked.length, renew.mock.calls.length]).toEqual([2, 1]);
  for (const credentials of ['a-token', () => 'a-token', { sign }, { sign, renew: () => false }]) {
    const { fdi, asked } = stubClient([expired()], { credentials });
    expect(await failure(fdi.compositeTasks.init())).toMatchObject({ name: 'ApiError', status: 401 });
    expect(asked).toHaveLength(1);
  }
});

test('signing and renewing are under the deadline, whose signal they are given', async () => {
  const signals: AbortSignal[] = [];
  const never = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<never>(() => {});
  };
  const slow: Credentials[] = [
    { sign: ({ signal }) => never(signal) },
    { sign: () => ({}), renew: (_, signal) => never(signal) },
  ];
  for (const credentials of slow) {
    const { fdi } = stubClient([expired()], { credentials, timeout: 5 });
    expect(await failure(fdi.compositeTasks.init())).toMatchObject({ name: 'TimeoutError' });
  }
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('what renewing throws comes back as it is', async () => {
  const own = new Error('the identity service is away');
  const credentials: Credentials = { sign: () => ({}), renew: () => Promise.reject(own) };
  expect(await failure(stubClient([expired()], { credentials }).fdi.compositeTasks.init())).toBe(own);
});

test.each([undefined, null, 'a-token', new Headers({ 'X-Auth-Token': token }), new Map([['X-Auth-Token', token]])])(
  'headers that an object gives as %s are refused, and no request goes out without them',
  async (given) => {
    const { fdi, asked } = stubClient([json({})], { credentials: { sign: () => given as never } });
    const error = await failure(fdi.tasks.count());
    expect(isInvalidCallError(error) && error.message).toBe('Headers must be an object of names.');
    expect(asked).toEqual([]);
  },
);
