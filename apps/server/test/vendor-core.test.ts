/**
 * The signer and the HTTP client of the vendor's own Node SDK (`@huaweicloud/huaweicloud-sdk-core`, which forgets to declare `uuid`) beside
 * ours: equal signatures, and its calls as they come at our server and mock.
 *
 * It is installed by `.ci/run` alone; `npx pnpm --dir test/foreign-tools install` has it elsewhere.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'node:querystring';
import { aksk } from '@roma-fdi/client/aksk';
import { startMock } from '@roma-fdi/mock';
import { routes } from '@roma-fdi/types';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { aksk as byWebCrypto } from '../../../packages/client/src/credentials/aksk.ts';
import { type SignedRequest, tamperings } from '../../../packages/contract/test/tamperings.ts';
import { find, needs } from '../../../test/programs.ts';
import { createConfig, startServer } from '../src/index.ts';

interface CoreRequest {
  readonly method: string;
  readonly endpoint: string;
  readonly headers: Record<string, string>;
  readonly data?: unknown;
  readonly queryParams: Record<string, string | string[]>;
}

/** What is used of the core. */
interface Core {
  readonly AKSKSigner: { sign(request: CoreRequest, credential: object): Record<string, string> };
  readonly BasicCredentials: new (keys: object) => object;
  readonly ClientBuilder: new (init: (client: CoreClient) => CoreClient) => Builder;
}
interface CoreClient {
  sendRequest(options: object): Promise<unknown>;
}
interface Builder {
  withEndpoint(url: string): Builder;
  withCredential(credential: object): Builder;
  build(): CoreClient;
}

const key = { accessKey: 'AKOFTHETESTS', secretKey: 'a-secret-key-of-the-tests' };
const other = { accessKey: 'AKOTHER', secretKey: 'another-secret-key-of-the-tests' };
const project = 'c53626012ba84727b938ca8bf03108ef';
const instance = 'fae7ff6c-8e07-4cf8-9e67-589cab2f017c';

let core: Core;
let folder: string;
let targets: { name: string; url: string; close(): Promise<unknown> }[] = [];
beforeAll(async () => {
  if (!find('foreign-tools')) return;
  const require = createRequire(new URL('../../../test/foreign-tools/package.json', import.meta.url));
  core = {
    ...require('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner'),
    ...require('@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials'),
    ...require('@huaweicloud/huaweicloud-sdk-core/ClientBuilder'),
  };
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-core-'));
  const keysFile = join(folder, 'keys');
  writeFileSync(keysFile, [key, other].map(({ accessKey, secretKey }) => `${accessKey} ${secretKey}\n`).join(''));
  const settings = { port: 0, data: ':memory:', keysFile, sqliteRoot: folder, logLevel: 'silent' };
  const [server, mock] = await Promise.all([startServer(createConfig(settings)), startMock({ keys: [key, other] })]);
  targets = [
    { name: 'server', ...server },
    { name: 'mock', ...mock },
  ];
});
beforeEach((context) => void needs(context, 'foreign-tools'));
afterAll(async () => {
  await Promise.all(targets.map(({ close }) => close()));
  if (folder) rmSync(folder, { recursive: true });
});

describe('the signature is that of the core', () => {
  // It encodes a percent sign of the path once more, which no path of this API has.
  const segment = fc
    .string({ unit: fc.constantFrom(...'abcXYZ019-._~:@!$&()*+,;='), minLength: 1, maxLength: 12 })
    .filter((text) => !/^\.+$/.test(text));
  const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => value.isWellFormed());
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    path: fc.array(segment, { minLength: 1, maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
    query: fc.dictionary(
      text.filter((name) => name !== '' && name !== '__proto__'),
      fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 3 })),
      { maxKeys: 4, noNullPrototype: true },
    ),
    body: fc.option(
      fc.jsonValue().filter((value) => typeof value === 'object' && value !== null),
      { nil: undefined },
    ),
    type: fc.constantFrom('application/json', 'application/json;charset=UTF-8', 'application/x-www-form-urlencoded'),
    securityToken: fc.option(fc.stringMatching(/^[A-Za-z0-9+/=]{1,40}$/), { nil: undefined }),
    project: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
    keys: fc.record({
      accessKey: fc.stringMatching(/^[A-Z0-9]{1,20}$/),
      secretKey: fc
        .string({ minLength: 1, maxLength: 40 })
        .filter((secret) => secret === secret.trim() && secret !== ''),
    }),
    host: fc.constantFrom('roma.cn-north-4.myhuaweicloud.com', '127.0.0.1:4020', 'localhost'),
    time: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
  });

  test.each([
    ['on Node', aksk, 1000],
    ['by WebCrypto', byWebCrypto, 100],
  ])('%s', async (_, ours, numRuns) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await fc.assert(
        fc.asyncProperty(
          request,
          async ({ method, path, query, body, type, securityToken, project: projectId, keys, host, time }) => {
            vi.setSystemTime(time);
            const data = body === undefined ? undefined : JSON.stringify(body);
            const isUnsigned = data !== undefined && !type.startsWith('application/json');
            const headers = data === undefined ? {} : { 'content-type': type };
            const { accessKey: ak, secretKey: sk } = keys;
            const theirs = core.AKSKSigner.sign(
              {
                method,
                endpoint: `https://${host}${path}`,
                // As its client adds them before it signs.
                headers: {
                  ...headers,
                  'X-Project-Id': projectId,
                  ...(securityToken !== undefined && { 'X-Security-Token': securityToken }),
                  ...(isUnsigned && { 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' }),
                },
                data: body,
                queryParams: structuredClone(query),
              },
              new core.BasicCredentials({ ak, sk }),
            );
            // As its client sends it.
            const search = stringify(query);
            const signed = await ours({ ...keys, securityToken }).sign({
              method,
              url: `https://${host}${path}${search && `?${search}`}`,
              headers: new Headers(headers),
              body: data,
              projectId,
              signal: new AbortController().signal,
            });
            expect(signed['X-Sdk-Date']).toBe(theirs['X-Sdk-Date']);
            expect(signed['Authorization']).toBe(theirs['Authorization']);
          },
        ),
        { numRuns },
      );
    } finally {
      vi.useRealTimers();
    }
  });
});

type Options = Partial<{ data: object; queryParams: object; contentType: string; axiosRequestConfig: object }>;

/** A call through the whole HTTP client of the core. */
async function call(
  url: string,
  operation: keyof typeof routes,
  ids: Record<string, string>,
  options: Options = {},
): Promise<unknown> {
  const { method, path } = routes[operation];
  const credential = new core.BasicCredentials({ ak: key.accessKey, sk: key.secretKey, projectId: project });
  const client = new core.ClientBuilder((hcClient) => hcClient).withEndpoint(url).withCredential(credential).build();
  const pathParams = { project_id: project, instance_id: instance, ...ids };
  const given = { headers: {}, queryParams: {}, contentType: 'application/json;charset=UTF-8', ...options };
  return client.sendRequest({ url: path, method, pathParams, ...given });
}

describe.each([0, 1])('the calls of the core are taken as they come by target %d', (index) => {
  const url = (): string => targets[index]!.url;

  test('a GET and a DELETE with an empty body of a type, a POST with and without a body, a query', async () => {
    const registered = (await call(
      url(),
      'createDatasourceInfo',
      {},
      {
        data: {
          datasource_name: `core${index}`,
          datasource_type: 'SQLITE',
          app_id: 'tests',
          content: { database_name: 'a.db' },
        },
      },
    )) as { datasource_id: string };
    const { datasource_id } = registered;
    expect(
      await call(url(), 'listDatasources', {}, { queryParams: { limit: 10, offset: 0, name: "a b'ä+~" } }),
    ).toMatchObject({
      httpStatusCode: 200,
    });
    expect(await call(url(), 'showDatasourceDetail', { datasource_id })).toMatchObject({ httpStatusCode: 200 });
    expect(await call(url(), 'installMultiTasks', {}, { data: { task_id: 'task-of-the-core' } })).toMatchObject({
      httpStatusCode: 200,
    });
    expect(await call(url(), 'installMultiTasks', {})).toMatchObject({ httpStatusCode: 200 });
    await call(url(), 'deleteTask', { task_id: 'task-of-the-core' });
  });

  test('and each of 200 changes of one on its way is refused', async () => {
    let sent: SignedRequest | undefined;
    const adapter = async (config: { headers: { toJSON(): Record<string, string> }; data: string; url: string }) => {
      const { authorization, ...rest } = Object.fromEntries(
        Object.entries(config.headers.toJSON()).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );
      const { 'x-sdk-date': date = '', host: _host, ...others } = rest;
      const headers = { ...others, 'X-Sdk-Date': date, Authorization: authorization ?? '' };
      sent = { url: `${url()}${config.url}?limit=10`, method: 'POST', headers, body: config.data };
      return { status: 200, headers: {}, data: {}, config };
    };
    const data = {
      source_datasource_id: 'a'.repeat(32),
      target_datasource_id: 'b'.repeat(32),
      task_id: 'x'.repeat(50),
    };
    await call(url(), 'installMultiTasks', {}, { data, queryParams: { limit: 10 }, axiosRequestConfig: { adapter } });
    const send = async ({ url: to, body, ...init }: SignedRequest): Promise<number> => {
      const answer = await fetch(to, { ...init, ...(body !== undefined && { body }) });
      await answer.text();
      return answer.status;
    };
    // The contract refuses the query, after the signature.
    expect(await send(sent!)).toBe(400);
    const changes = tamperings(sent!, other.accessKey);
    expect(changes.length).toBe(200);
    const statuses = await Promise.all(changes.map(async ({ name, request }) => [name, await send(request)] as const));
    expect(statuses.filter(([, status]) => status !== 401 && status !== 429)).toEqual([]);
  });
});
