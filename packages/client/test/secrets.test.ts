/** Credentials stay where they belong: with the client's own address, and in nothing that is printed. */
import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { createFdiClient, isUnexpectedAnswerError, routes } from '../src/index.ts';
import { serve } from './serve.ts';
import { failure, json, stubClient, token } from './stub-transport.ts';

const password = 'correct-horse-battery';

/** Everything that a log could make of a value. */
function printed(value: unknown): string {
  const everything = inspect(value, { depth: Infinity, showHidden: true, getters: true });
  return [everything, JSON.stringify(value), String(value), (value as Error).stack].join('\n');
}

describe('a redirect to another host', () => {
  test.each([301, 302, 303, 307, 308])('%d is refused and the other host hears nothing', async (status) => {
    const other = await serve((_, response) => void response.end('[]'));
    const location = `${other.url}/elsewhere?secret=1`;
    const own = await serve((_, response) => void response.writeHead(status, { Location: location }).end('moved'));
    const fdi = createFdiClient({ baseUrl: own.url, projectId: 'p', instanceId: 'i', credentials: token });
    const path = { project_id: 'p', instance_id: 'i' };
    const named = await failure(fdi.compositeTasks.init({ auto_mapping: true }));
    const raw = await failure(
      fdi.raw.POST(routes.installMultiTasks.path, {
        params: { path },
        redirect: 'follow',
      }),
    );
    for (const error of [named, raw]) {
      expect(error).toMatchObject({ name: 'UnexpectedAnswerError', reason: 'redirect', status });
      expect(String(error)).toContain(`a redirect to ${other.url} is not followed`);
      expect(String(error)).not.toContain('secret');
    }
    expect(own.seen.map((headers) => headers['x-auth-token'])).toEqual([token, token]);
    expect(other.seen).toEqual([]);
  });

  test('would have carried the token if fetch had been left to itself', async () => {
    const other = await serve((_, response) => void response.end('[]'));
    const own = await serve((_, response) => void response.writeHead(307, { Location: other.url }).end());
    await fetch(own.url, { method: 'POST', headers: { 'X-Auth-Token': token } });
    expect(other.seen[0]).toMatchObject({ 'x-auth-token': token });
  });

  test('is refused where a browser hides it', async () => {
    const hidden = { status: 0, type: 'opaqueredirect', headers: new Headers(), text: async () => '' };
    const error = await failure(stubClient(async () => hidden).fdi.compositeTasks.init());
    expect(isUnexpectedAnswerError(error) && error.reason).toBe('redirect');
  });
});

const secretKey = 'a-secret-key-that-stays-at-home';
const signature = '0123456789abcdef'.repeat(4);

/** Signs the way of AK/SK, with a key in a field that anybody can print. */
const signing = {
  secretKey,
  sign: () => ({ Authorization: `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=${signature}` }),
};

describe('printed', () => {
  test('a client shows no token and no key', () => {
    expect(printed(stubClient([json([])]).fdi)).not.toContain(token);
    expect(printed(stubClient([json([])], { credentials: signing }).fdi)).not.toContain(secretKey);
  });

  test.each([
    [
      'a failure',
      async () => json({ error_code: signature, error_msg: signature }, 401, { 'X-Request-Id': signature }),
    ],
    ['a redirect', async () => new Response('', { status: 307, headers: { 'X-Request-Id': signature } })],
    ['an answer that is no JSON', async () => new Response('x', { headers: { 'Content-Type': signature } })],
    ['a transport’s error', () => Promise.reject(new Error(signing.sign().Authorization, { cause: signing }))],
  ])('%s shows neither signature nor key', async (_, transport) => {
    const error = await failure(stubClient(transport, { credentials: signing }).fdi.tasks.show('task'));
    expect(error).toHaveProperty('operation', 'showTask');
    expect(printed(error)).not.toContain(signature);
    expect(printed(error)).not.toContain(secretKey);
  });

  const quoting = { error_code: `X.${token}`, error_msg: `bad token ${token}` };
  const refused = Object.assign(new Error(`refused ${token}`), { request: { headers: { 'X-Auth-Token': token } } });

  test.each([
    ['a failure that quotes the token', async () => json(quoting, 401, { 'X-Request-Id': token })],
    ['an answer that is no JSON', async () => new Response(token, { headers: { 'Content-Type': token } })],
    ['an answer of another form', async () => json({ [token]: token })],
    ['a transport’s error with the request in it', () => Promise.reject(refused)],
    [
      'a body that cannot be read',
      async () => ({ ...json([]), status: 200, headers: new Headers(), text: () => Promise.reject(refused) }),
    ],
    ['a deadline', () => new Promise<never>(() => {})],
  ])('%s shows neither token nor body nor header', async (_, transport) => {
    const log = vi.spyOn(console, 'log');
    const warn = vi.spyOn(console, 'warn');
    const { fdi } = stubClient(transport, { timeout: 30, headers: { 'X-Own': password } });
    const content = { password };
    const body = { datasource_name: 'n', datasource_type: 'KAFKA' as const, app_id: 'a', content };
    const error = await failure(fdi.dataSources.create(body));
    expect(error).toHaveProperty('operation', 'createDatasourceInfo');
    expect(printed(error)).not.toContain(token);
    expect(printed(error)).not.toContain(password);
    expect(log.mock.calls.concat(warn.mock.calls)).toEqual([]);
  });

  test('a failure that quotes a token longer than its own longest message shows no part of it', async () => {
    const long = 'MIIE'.repeat(1_500);
    const body = { error_code: 'X', error_msg: `bad token ${long}, ${'and more '.repeat(500)}` };
    const error = await failure(stubClient([json(body, 401)], { credentials: long }).fdi.tasks.show('task'));
    expect(printed(error)).not.toContain('MIIE');
    expect((error as Error).message.length).toBeLessThan(2_500);
  });

  const secret = Buffer.from(Array.from({ length: 240 }, (_, index) => (index * 151 + 7) % 256)).toString('base64');
  const forms: [string, string][] = [
    ['whole', secret],
    ['cut by the server', `${secret.slice(0, 30)}...`],
    ['escaped for a URL', encodeURIComponent(secret)],
    ['in Base64', btoa(`t:${secret}`)],
    ['in small letters', secret.toLowerCase()],
  ];
  const places: [string, (form: string) => Promise<Response>][] = [
    ['message', async (form) => json({ error_code: 'X', error_msg: `no ${form}` }, 401)],
    ['code', async (form) => json({ error_code: `X.${form}`, error_msg: 'no' }, 401)],
    ['request id', async (form) => json({}, 401, { 'X-Request-Id': form })],
    ['failure’s name', async (form) => json({}, 401, { 'X-Failure': form })],
    ['content type', async (form) => new Response('x', { headers: { 'Content-Type': `a/${form}` } })],
    [
      'place of a redirect',
      async (form) => {
        const host = form.replace(/[^\w]/g, '-').slice(0, 60);
        return new Response('', { status: 307, headers: { Location: `https://${host}.test/${form}?${form}` } });
      },
    ],
    ['transport’s error', (form) => Promise.reject(Object.assign(new Error(`no ${form}`), { code: `E_${form}` }))],
    ['transport’s cause', (form) => Promise.reject(new Error('no', { cause: new Error(form) }))],
    ['transport’s text', (form) => Promise.reject(`no ${form}`)],
  ];

  test.each(
    places.flatMap(([place, answer]) => forms.map(([form, text]) => [place, form, () => answer(text)] as const)),
  )('an error whose %s quotes the token %s shows no part of it', async (_, __, transport) => {
    const error = await failure(stubClient(transport, { credentials: secret }).fdi.tasks.show('task'));
    expect(error).toHaveProperty('operation', 'showTask');
    const lower = printed(error).toLowerCase();
    const known = [secret, btoa(`t:${secret}`)].map((text) => text.toLowerCase());
    const parts = known.flatMap((text) => Array.from({ length: text.length - 8 }, (___, at) => text.slice(at, at + 8)));
    expect(parts.filter((part) => lower.includes(part))).toEqual([]);
  });

  test('a transport does see the token: the stand-in for printing would find it', async () => {
    const { fdi, asked } = stubClient([json([])]);
    await fdi.compositeTasks.init();
    expect(printed([...asked[0]!.headers])).toContain(token);
  });

  test('a query is in no error', async () => {
    const { fdi } = stubClient([json({}, 500)]);
    expect(printed(await failure(fdi.dataSources.list({ name: password })))).not.toContain(password);
  });
});
