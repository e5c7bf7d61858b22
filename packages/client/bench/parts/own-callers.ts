/** The call through the packed client in each of its forms, and through what it stands on. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { paths } from '@roma-fdi/types';
import createClient from 'openapi-fetch';
import { request } from 'undici';
import type * as calls from '../../src/calls.ts';
import type * as index from '../../src/index.ts';
import type * as undici from '../../src/undici.ts';
import { body, type Call, method, path, pathPlace, place, resource, token } from './init-call.ts';

/** Raw fetch as one writes it by hand, without deadline, checks or errors. */
export function rawFetch(baseUrl: string): Call {
  const url = baseUrl + resource;
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
  return async () => JSON.parse(await (await fetch(url, { method, headers, body: JSON.stringify(body) })).text());
}

/** The file that Node loads for an entry of the packed client, which is installed in the folder. */
export function packedFile(folder: string, entry: string): string {
  return pathToFileURL(createRequire(join(folder, 'package.json')).resolve(entry)).href;
}

/** By name: the client with retries, deadline, errors and checks on, openapi-fetch as its readme has it, and undici alone. */
export async function ownCallers(folder: string, baseUrl: string): Promise<Record<string, Call>> {
  const { connect, installMultiTasks }: typeof calls = await import(packedFile(folder, '@roma-fdi/client/calls'));
  const { createFdiClient }: typeof index = await import(packedFile(folder, '@roma-fdi/client'));
  const { undiciTransport }: typeof undici = await import(packedFile(folder, '@roma-fdi/client/undici'));
  const options = { baseUrl, ...place, credentials: token };
  const slim = connect(options);
  const fast = connect({ ...options, transport: undiciTransport() });
  const fdi = createFdiClient(options);
  const client = createClient<paths>({ baseUrl, headers: { 'X-Auth-Token': token } });
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
  return {
    '@roma-fdi/client/calls': () => installMultiTasks(slim, { body }),
    '@roma-fdi/client': () => fdi.compositeTasks.init(body),
    '@roma-fdi/client/undici': () => installMultiTasks(fast, { body }),
    'openapi-fetch': async () => (await client[method](path, { params: { path: pathPlace }, body })).data,
    'undici.request': async () => {
      const answer = await request(baseUrl + resource, { method, headers, body: JSON.stringify(body) });
      return JSON.parse(await answer.body.text());
    },
  };
}
