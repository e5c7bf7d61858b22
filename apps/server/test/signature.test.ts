/** Signed calls: whom the server lets in, in which order it judges, and how it treats who guesses. */
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  createFdiClient,
  type FdiClient,
  isApiError,
  type OperationId,
  routes,
  type TransportInit,
} from '@roma-fdi/client';
import { aksk } from '@roma-fdi/client/aksk';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type SignedRequest, tamperings } from '../../../packages/contract/test/tamperings.ts';
import { takesLong } from '../../../test/programs.ts';
import { instance, project, type Served, serve, sqliteSource } from './serve.ts';
import { startServerProcess } from './server-process.ts';

const key = { accessKey: 'AKOFTHETESTS', secretKey: 'a-secret-key-of-the-tests-that-stays-here' };
const narrow = { accessKey: 'AKNARROW', secretKey: 'another-secret-key-of-the-tests', projects: ['another'] };
const idle = { accessKey: 'AKIDLE', secretKey: 'a-third-secret-key-of-the-tests' };

let server: Served;
beforeAll(async () => {
  server = await serve({ grants: undefined, keys: [key, narrow, idle] });
});
afterAll(() => server.end());

function clientOf(
  credentials: Parameters<typeof createFdiClient>[0]['credentials'] = aksk(key),
  transport = fetch,
): FdiClient {
  return createFdiClient({ baseUrl: server.url, projectId: project, instanceId: instance, credentials, transport });
}

/** A call as the client signs and would send it. */
async function signed(call: (fdi: FdiClient) => Promise<unknown>, signer = key): Promise<SignedRequest> {
  let sent: SignedRequest | undefined;
  const catching = async (url: string, { method, headers, body }: TransportInit) => {
    const given = Object.fromEntries(headers);
    const { authorization = '', 'x-sdk-date': date = '', ...others } = given;
    sent = { url, method, headers: { ...others, 'X-Sdk-Date': date, Authorization: authorization }, body };
    return new Response('[]');
  };
  await call(clientOf(aksk(signer), catching as typeof fetch)).catch(() => {});
  if (!sent) throw new Error('Nothing was sent.');
  return sent;
}

interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly words: string;
  readonly retryAfter: string | null;
}

async function send({ url, body, ...init }: SignedRequest): Promise<Answered> {
  const answer = await fetch(url, { ...init, ...(body !== undefined && { body }) });
  const said = await answer.text();
  const { error_code: code, error_msg: words = '' } = said.startsWith('{"error') ? JSON.parse(said) : {};
  return { status: answer.status, code, words, retryAfter: answer.headers.get('retry-after') };
}

const init = (fdi: FdiClient): Promise<unknown> => fdi.compositeTasks.init({ task_id: 'a-signed-task' });

test('a client with an access key is let in with every kind of call', async () => {
  const fdi = clientOf();
  server.sqlite('shop.db', 'create table orders (id integer primary key)');
  const { datasource_id } = await fdi.dataSources.create(
    sqliteSource('shop') as Parameters<FdiClient['dataSources']['create']>[0],
  );
  const [task] = await fdi.compositeTasks.init({
    source_datasource_id: datasource_id,
    target_datasource_id: datasource_id,
  });
  const form = {
    source_ds_id: datasource_id,
    target_ds_id: datasource_id,
    task_id: task!.task_id,
    auto_type: 0,
  } as Parameters<FdiClient['compositeTasks']['mappings']['createAutomatically']>[0];
  await fdi.compositeTasks.mappings.createAutomatically(form).catch((error: unknown) => {
    if (!isApiError(error) || error.status === 401) throw error;
  });
  expect(await fdi.compositeTasks.mappings.list(task!.task_id, { limit: 1, source_table: "a b'(ä)*~+" })).toMatchObject(
    {
      task_id: task!.task_id,
    },
  );
  await fdi.tasks.delete(task!.task_id);
  await fdi.dataSources.delete(datasource_id);
});

test('equal requests of one second have one signature, and all are taken', async () => {
  const request = await signed((fdi) => fdi.dataSources.list());
  expect(await Promise.all([send(request), send(request)])).toMatchObject([{ status: 200 }, { status: 200 }]);
});

test('a server with keys alone has no token, and makes none', async () => {
  const { dataSources } = clientOf('a-token');
  await expect(dataSources.list()).rejects.toThrow('the token is wrong or has expired');
});

test('each of 200 changes on the way is refused', async () => {
  const asked = (fdi: FdiClient): Promise<unknown> => {
    const path = { project_id: project, instance_id: instance };
    const ids = { source_datasource_id: 'a'.repeat(32), target_datasource_id: 'b'.repeat(32) };
    const body = { task_id: 'a-signed-task', ...ids, ext_info: { server_id: 'some-server' } };
    return fdi.raw.POST(routes.installMultiTasks.path, { params: { path, query: { limit: 10 } as never }, body });
  };
  const request = await signed(asked);
  // The query is refused by the contract, which is looked at after the signature.
  expect(await send(request)).toMatchObject({ status: 400 });
  const changes = tamperings(request, idle.accessKey);
  expect(changes.length).toBe(200);
  const statuses = await Promise.all(
    changes.map(async ({ name, request: changed }) => [name, (await send(changed)).status] as const),
  );
  expect(statuses.filter(([, status]) => status !== 401 && status !== 429)).toEqual([]);
  expect(await send(request)).toMatchObject({ status: 400 });
});

describe('the order of checks', () => {
  const forged = (request: SignedRequest): SignedRequest => ({
    ...request,
    headers: { ...request.headers, Authorization: request.headers['Authorization']!.replace(/.{8}$/, '00000000') },
  });
  const withType = async (type: string, body = '{}'): Promise<SignedRequest> => {
    const request = await signed((fdi) =>
      fdi.raw.POST(routes.installMultiTasks.path, {
        params: { path: { project_id: project, instance_id: instance } },
        headers: { 'Content-Type': type },
        bodySerializer: () => body,
        body: {},
      }),
    );
    return request;
  };

  test('a signature is judged before the type and the text of the body', async () => {
    const [wrongType, noJson] = [await withType('text/plain'), await withType('application/json', '{')];
    expect(await send(wrongType)).toMatchObject({ status: 415 });
    expect(await send(noJson)).toMatchObject({ status: 400 });
    for (const request of [wrongType, noJson])
      expect(await send(forged(request))).toMatchObject({ status: 401, code: failures.Unauthenticated.code });
  });

  test('a body that is too large is not read for it', async () => {
    const request = await withType('application/json', ' '.repeat(70_000));
    expect(await send(request)).toMatchObject({ status: 413 });
    expect(await send(forged(request))).toMatchObject({ status: 413 });
  });

  test('what the key may reach is judged after the signature', async () => {
    const request = await signed((fdi) => fdi.dataSources.list(), narrow);
    expect(await send(request)).toMatchObject({
      status: 403,
      words: 'The access key is not allowed to call this project.',
    });
    expect(await send(forged(request))).toMatchObject({ status: 401 });
  });

  test('a path and a method that do not exist are refused before all', async () => {
    const request = await signed((fdi) => fdi.dataSources.list());
    expect(await send(forged({ ...request, method: 'DELETE' }))).toMatchObject({ status: 405 });
  });
});

describe('a refusal says what was wrong', () => {
  test.each([
    [
      'X-Sdk-Date',
      (value: string) => value.replace(/^..../, '2020'),
      /X-Sdk-Date is 2020\d{4}T\d{6}Z, more than 15 minutes from the time of this server, \d{8}T\d{6}Z/,
    ],
    [
      'Authorization',
      (value: string) => value.replace('host;', 'host;x-absent;'),
      /lists x-absent, and the request has no such header/,
    ],
    ['Authorization', (value: string) => value.replace('host;', ''), /SignedHeaders must list host/],
    [
      'Authorization',
      (value: string) => value.replace(/Access=\w+/, 'Access=NOBODY'),
      /the access key is not known here/,
    ],
    ['Authorization', () => 'Basic dTpw', /Authorization must begin with SDK-HMAC-SHA256/],
    ['Authorization', (value: string) => value.replace(/.$/, ''), /Authorization must have the form/],
  ])('of %s', async (name, change, words) => {
    const request = await signed(init, idle);
    const answer = await send({ ...request, headers: { ...request.headers, [name]: change(request.headers[name]!) } });
    expect(answer).toMatchObject({
      status: 401,
      code: failures.Unauthenticated.code,
      words: expect.stringMatching(words),
    });
  });
});

describe('who guesses', () => {
  const from = async (localAddress: string, { url, method, headers }: SignedRequest): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(url, { method, headers, localAddress }, async (incoming) => {
        await text(incoming);
        resolve(incoming.statusCode);
      });
      outgoing.on('error', reject).end();
    });

  test('is heard five times, then told to wait; nobody else is', async () => {
    const own = await serve({ keys: [key, idle] });
    onTestFinished(() => own.end());
    const at = (request: SignedRequest): SignedRequest => ({
      ...request,
      url: request.url.replace(server.url, own.url),
    });
    const hostOf = (url: string): string => new URL(url).host;
    const guess = async (accessKey: string): Promise<SignedRequest> => {
      const request = at(await signed((fdi) => fdi.dataSources.list(), { accessKey, secretKey: 'a-guess' }));
      return { ...request, headers: { ...request.headers, host: hostOf(own.url) } };
    };
    const right = async (signer: typeof key): Promise<SignedRequest> => {
      let caught: SignedRequest | undefined;
      const fdi = createFdiClient({
        baseUrl: own.url,
        projectId: project,
        instanceId: instance,
        credentials: aksk(signer),
        transport: async (url, { method, headers }) => {
          caught = { url, method, headers: Object.fromEntries(headers), body: undefined };
          return new Response('[]');
        },
      });
      await fdi.dataSources.list().catch(() => {});
      return caught!;
    };
    const guesses: number[] = [];
    for (let n = 0; n < 7; n++) guesses.push((await send(await guess(key.accessKey))).status);
    expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const refused = await send(await guess(key.accessKey));
    expect(refused).toMatchObject({ status: 429, code: failures.TooManyRequests.code });
    expect(Number(refused.retryAfter)).toBeGreaterThan(290);
    // Neither from there with another key, nor with this one from elsewhere.
    expect((await send(await right(idle))).status).toBe(200);
    expect(await from('127.0.0.2', await right(key))).toBe(200);
    expect(await from('127.0.0.1', await right(key))).toBe(429);
  });
});

test('no secret key stands in a log, whatever happens', async (context) => {
  takesLong(context);
  const planted = 'PLANTED-secret-key-of-the-operator';
  server.write('keys', `AK ${planted}\n`);
  const file = `${server.databases}/keys`;
  const process = await startServerProcess(['--data', ':memory:', '--keys-file', file, '--log-level', 'trace'], {});
  const fdi = createFdiClient({
    baseUrl: process.url,
    projectId: project,
    instanceId: instance,
    credentials: aksk({ accessKey: 'AK', secretKey: planted }),
  });
  await fdi.dataSources.list();
  process.kill('SIGTERM');
  const { stdout, stderr } = await process.ended;
  expect(stdout).toContain('answered');
  expect(stdout + stderr).not.toContain(planted);
});

test('every operation can be called signed', async () => {
  const fdi = clientOf();
  for (const operation of Object.keys(routes) as OperationId[]) {
    const { path, method } = routes[operation];
    const filled = path
      .replace('{project_id}', project)
      .replace('{instance_id}', instance)
      .replace(/\{\w+\}/g, 'unknown');
    const raw = fdi.raw as unknown as Record<string, (path: string, init: object) => Promise<{ response: Response }>>;
    const { response } = await raw[method]!(filled, {});
    expect([operation, response.status === 401]).toEqual([operation, false]);
  }
});
