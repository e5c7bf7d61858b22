/** The option `keys`: signed calls are verified as a server verifies them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sign } from '../../contract/test/sign.ts';
import { type SignedRequest, tamperings } from '../../contract/test/tamperings.ts';
import { run } from '../src/cli.ts';
import { type Mock, startMock, story } from '../src/index.ts';

const key = { accessKey: 'AK', secretKey: 'the-secret-key-of-the-tests' };
const narrow = { accessKey: 'NARROW', secretKey: 'another-secret-key', projects: ['another'] };

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ keys: [key, narrow] });
});
afterAll(() => mock.close());

const body = JSON.stringify({
  source_datasource_id: 'a'.repeat(32),
  target_datasource_id: 'b'.repeat(32),
  task_id: 'x'.repeat(50),
});

/** A call that the contract lets pass but for its query. */
const unsigned = (type = 'application/json', search = ''): SignedRequest => ({
  url: `${mock.url}${story.path('installMultiTasks')}${search}`,
  method: 'POST',
  headers: { 'Content-Type': type },
  body,
});

async function send({ url, body: sent, ...init }: SignedRequest): Promise<number> {
  const answer = await fetch(url, { ...init, ...(sent !== undefined && { body: sent }) });
  await answer.text();
  return answer.status;
}

test('what a key signed is taken, and each of 200 changes of it refused', async () => {
  expect(await send(sign(unsigned(), key))).toBeLessThan(401);
  const request = sign(unsigned('application/json', '?limit=10'), key);
  expect(await send(request)).toBe(400);
  const changes = tamperings(request, narrow.accessKey);
  expect(changes.length).toBe(200);
  const statuses = await Promise.all(changes.map(async ({ name, request: changed }) => [name, await send(changed)]));
  expect(statuses.filter(([, status]) => status !== 401)).toEqual([]);
});

test('a signature is judged before the project, and that before the type of the body', async () => {
  const request = sign(unsigned('text/plain'), key);
  expect(await send(request)).toBe(415);
  expect(await send({ ...request, body: '{}' })).toBe(401);
  const elsewhere = sign(unsigned('text/plain'), narrow);
  expect(await send(elsewhere)).toBe(403);
  expect(await send({ ...elsewhere, body: '{}' })).toBe(401);
});

test('tokens are taken as without keys', async () => {
  expect(await send({ ...unsigned(), headers: { ...unsigned().headers, 'X-Auth-Token': 'any' } })).toBeLessThan(401);
  expect(await send(unsigned())).toBe(401);
});

test('without keys any signature is taken', async () => {
  const open = await startMock();
  onTestFinished(() => open.close());
  const headers = { ...unsigned().headers, Authorization: 'SDK-HMAC-SHA256 anything' };
  expect(await send({ ...unsigned(), url: `${open.url}${story.path('installMultiTasks')}`, headers })).toBeLessThan(
    401,
  );
});

test('a document that asks for no signature is refused with keys', async () => {
  const document = {
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' } } },
    paths: { '/a': { get: { operationId: 'getA', responses: { 204: { description: 'd' } } } } },
  };
  await expect(startMock({ keys: [key], document })).rejects.toThrow(
    'The document asks for no Authorization, so the option `keys` has nothing to be compared with.',
  );
});

test('the command line reads them from a file, and says by file and line what is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'keys');
  const written: string[] = [];
  const started = (text: string, ended: Promise<unknown>) => {
    writeFileSync(file, text);
    const terminal = {
      out: (line: string) => void written.push(line),
      err: (line: string) => void written.push(line),
      ended,
    };
    return run(['--port', '0', '--keys-file', file], terminal);
  };
  expect(await started('AK SECRET\nAK SECRET\n', Promise.resolve())).toBe(2);
  expect(written.join('')).toContain(`The keys file ${file}, line 2: its access key is the same as that of line 1`);
  expect(written.join('')).not.toContain('SECRET');
  let end = (): void => {};
  const code = started(
    `${key.accessKey} ${key.secretKey}\n`,
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
  const address = () => /listens on (\S+)/.exec(written.join(''))?.[1];
  await expect.poll(address).toBeDefined();
  const url = `${address()}${story.path('installMultiTasks')}`;
  const request = sign({ ...unsigned(), url }, key);
  expect(await send(request)).toBeLessThan(401);
  expect(await send({ ...request, body: '{}' })).toBe(401);
  end();
  expect(await code).toBe(0);
});
