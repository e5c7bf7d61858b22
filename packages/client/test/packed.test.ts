/** The package as it is published: its types, to compilers old and new, and how it runs under undici's own `fetch`. */

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { type PackedClient, packClient } from './packed-client.ts';

const run = promisify(execFile);
const here = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

let packed: PackedClient;
let folder: string;

beforeAll(async () => {
  packed = await packClient(['openapi-fetch', 'undici']);
  ({ folder } = packed);
  writeFileSync(join(folder, 'program.ts'), program);
});

afterAll(() => packed.remove());

const program = `import { createFdiClient, type FdiClient, isApiError, routes } from '@roma-fdi/client';
import { Agent, fetch as undiciFetch, Response as UndiciResponse } from 'undici';

const place = { baseUrl: process.argv[2] ?? '', projectId: 'p', instanceId: 'i', credentials: 'a-token' };
const path = { project_id: 'p', instance_id: 'i' };
const clients: FdiClient[] = [
  createFdiClient({ ...place, transport: undiciFetch }),
  createFdiClient({ ...place, transport: (url, init) => undiciFetch(url, { ...init, dispatcher: new Agent() }) }),
  createFdiClient({ ...place, transport: async () => new UndiciResponse('[{"task_id":"made"}]') }),
  createFdiClient({ ...place, transport: async () => new Response('[{"task_id":"made"}]') }),
  createFdiClient({ ...place, transport: fetch }),
  createFdiClient({ ...place, timeout: undefined, headers: undefined, transport: undefined, maxAnswerBytes: undefined }),
];
for (const fdi of clients) {
  const [named] = await fdi.compositeTasks.init({ task_id: undefined, ext_info: undefined }, { signal: undefined });
  const raw = await fdi.raw.POST(routes.installMultiTasks.path, { params: { path }, body: { task_id: undefined } });
  console.log(named?.task_id, raw.data?.[0]?.task_id);
}
const [, , , , fdi] = clients;
await fdi?.dataSources.list({ name: undefined, limit: undefined }).catch((error: unknown) => console.log(isApiError(error)));
`;

const oldest = join(here, '../types/node_modules/.bin/tsc');
const newest = join(root, 'node_modules/.bin/tsc');

/** What browsers have, beside Node's. */
const dom = ['ES2023', 'DOM', 'DOM.Iterable'];

test.for<[string, string, { module: string; moduleResolution: string; lib?: string[] }]>([
  ['the oldest compiler, resolving as Node 10', oldest, { module: 'esnext', moduleResolution: 'node10' }],
  ['the newest compiler, resolving as Node', newest, { module: 'nodenext', moduleResolution: 'nodenext' }],
  ['the newest compiler, resolving as bundlers', newest, { module: 'esnext', moduleResolution: 'bundler', lib: dom }],
])('%s takes what users write, undefined for absent included', async ([_, compiler, options], context) => {
  if (options.moduleResolution !== 'nodenext') takesLong(context);
  const compilerOptions = {
    target: 'es2022',
    lib: ['ES2023'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // Those of undici need more than its users have.
    skipLibCheck: true,
    ...options,
  };
  const project = join(folder, `tsconfig.${options.moduleResolution}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const { stdout } = await run(compiler, ['-p', project]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
});

test('it runs, with the transports of undici and of Node alike', async (context) => {
  takesLong(context);
  const server = createServer((request, response) => {
    const found = request.method === 'POST' && request.headers['x-auth-token'] === 'a-token';
    request.resume().on('end', () => {
      response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
      response.end(found ? '[{"task_id":"served"}]' : '{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { stdout } = await run(process.execPath, [join(folder, 'program.ts'), url]);
  const [served, made] = ['served served', 'made made'];
  expect(stdout.trim().split('\n')).toEqual([served, served, made, made, served, served, 'true']);
});
