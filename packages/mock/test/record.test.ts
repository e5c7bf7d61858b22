/** A recording of what passed the guard: everything that tells how the API is, and nothing that tells whose it was. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operationOf, readContract } from '@roma-fdi/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import type { Call } from '../src/front/call.ts';
import { startGuard, startMock, story } from '../src/index.ts';
import { openRecorder } from '../src/record/recorder.ts';
import { createSecrets } from '../src/requests/secrets.ts';
import { start } from './process.ts';
import { json, startUpstream } from './upstream.ts';

let folder: string;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-record-'));
  upstream = await startUpstream();
});
afterAll(async () => {
  await upstream.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
const newFile = () => join(folder, `recording-${count++}.jsonl`);
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Everything in them was somebody's. */
const values = ['hunter2', 'tok3n', 'Zeppelin', 'db.intern', 'mallory', 'a0b1c2d3', 'geheim'];

test('a recording keeps names, types, shapes and the words of the contract, and no value', async () => {
  const file = newFile();
  const guard = await startGuard(upstream, { record: file, strict: false });
  const create = story.request<{ content: object }>('createDatasourceInfo', 'shop');
  const body = {
    ...create,
    datasource_name: 'Zeppelin_2024',
    content: { ...create.content, host: 'db.intern', user_name: 'mallory', password: 'hunter2' },
  };
  const id = 'a0b1c2d3a0b1c2d3a0b1c2d3a0b1c2d3';
  upstream.answer(
    json(
      201,
      {
        datasource_id: id,
        datasource_name: 'Zeppelin_2024',
        datasource_type: 'MYSQL',
        created_date: 1_700_000_000_000,
        app_id: 'mallory',
      },
      {
        'content-type': 'application/json',
        'x-request-id': id,
        'set-cookie': 'hunter2',
      },
    ),
  );
  const path = story.path('createDatasourceInfo', { project_id: id });
  const headers = { 'X-Auth-Token': 'tok3n', 'Content-Type': 'application/json', 'X-Mine': 'mallory' };
  await fetch(guard.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  await fetch(`${guard.url}${story.path('listTasks', { project_id: id })}?name=Zeppelin&limit=100`, { headers });
  await guard.close();

  const text = readFileSync(file, 'utf8');
  for (const value of values) expect(text, value).not.toContain(value);
  const [head, created, listed] = linesOf(file);
  expect(head).toMatchObject({ recording: '@roma-fdi/mock', format: 1, about: expect.stringContaining('redacted') });
  expect(created).toMatchObject({
    operationId: 'createDatasourceInfo',
    method: 'POST',
    request: {
      headers: { 'x-auth-token': '***', 'content-type': 'application/json', 'x-mine': 'xxxxxxx' },
      body: {
        datasource_name: 'Xxxxxxxx_9999',
        datasource_type: 'MYSQL',
        content: { host: 'xx.xxxxxx', user_name: 'xxxxxxx', password: '***' },
      },
    },
    answer: {
      status: 201,
      headers: { 'set-cookie': '***' },
      body: { datasource_name: 'Xxxxxxxx_9999', datasource_type: 'MYSQL', created_date: 9_999_999_999_999 },
    },
  });
  // One ID is one pseudonym, wherever it stands, of the same form.
  const pseudonym: string = created.answer.body.datasource_id;
  expect(pseudonym).toMatch(/^[a-f]\d[a-f]\d[a-f]\d/);
  expect(pseudonym).toHaveLength(id.length);
  expect(created.path).toContain(`/${pseudonym}/`);
  expect(listed.path).toContain(`/${pseudonym}/`);
  expect(created.answer.headers['x-request-id']).toBe(pseudonym);
  expect(created.answer.body.app_id).not.toBe(created.request.body.app_id);
  expect(listed.query).toEqual({ name: 'Xxxxxxxx', limit: '999' });
});

test('what broke the contract is kept with its place, and what is no JSON by its shape', async () => {
  const file = newFile();
  const guard = await startGuard(upstream, { record: file });
  const headers = { 'X-Auth-Token': 'tok3n' };
  const get = () => fetch(guard.url + story.path('listTasks'), { headers });
  upstream.answer(json(200, { total: 'many', 'geheim ünd mehr': 1, odd_name: 'hunter2' }));
  await get();
  upstream.answer((_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Zeppelin</html>');
  });
  await get();
  upstream.answer(json(400, { error_code: 'APIG.0301', error_msg: 'mallory is not known' }));
  await get();
  await guard.close();
  const text = readFileSync(file, 'utf8');
  for (const value of values) expect(text, value).not.toContain(value);
  const [, broken, page, unknown] = linesOf(file);
  expect(Object.keys(broken.answer.body)).toEqual(['total', 'xxxxxx xxx xxxx', 'odd_name']);
  expect(broken.violations.map(({ where }: { where: string }) => where)).toContain('Body property [total]');
  expect(page.answer).toMatchObject({ status: 502, bytes: 21, text: '<xxxx>Xxxxxxxx</xxxx>' });
  expect(unknown.answer.body).toEqual({ error_code: 'APIG.0301', error_msg: 'xxxxxxx xx xxx xxxxx' });
});

test('lists are cut, and a recording that is full ends with a line that says so', async () => {
  const contract = readContract();
  const file = newFile();
  const recorder = openRecorder(file, contract, createSecrets(contract, []), 3_000);
  const operation = operationOf(contract, 'listTasks');
  const body = JSON.stringify({ entities: new Array(30).fill({ a: 'b' }), total: 30 });
  const call = { operation, pathParameters: {}, query: {}, headers: {}, body: undefined } as unknown as Call;
  for (let count = 0; count < 20; count++)
    recorder.add({ call, answer: { status: 200, headers: {}, bytes: Buffer.from(body) }, faults: [], ms: 1 });
  recorder.close();
  const lines = linesOf(file);
  expect(lines[1].answer.body.entities).toHaveLength(21);
  expect(lines[1].answer.body.entities.at(-1)).toBe('… 10 more');
  expect(lines.length).toSatisfy((number: number) => number > 3 && number < 20);
  expect(lines.at(-1)).toEqual({ end: 'A recording has at most 3000 bytes.' });
  expect(statSync(file).size).toBeLessThan(3_100);
});

describe('a recording is never written', () => {
  test('over another file', async () => {
    const file = newFile();
    writeFileSync(file, 'mine');
    await expect(startGuard(upstream, { record: file })).rejects.toThrow(/it exists: choose another name/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('where the guard could not start', async () => {
    const file = newFile();
    const taken = await startMock();
    await expect(startGuard(upstream, { record: file, port: taken.port })).rejects.toThrow('is taken');
    expect(existsSync(file)).toBe(false);
    await taken.close();
  });

  test('for others than its owner', async () => {
    const file = newFile();
    const guard = await startGuard(upstream, { record: file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await guard.close();
  });
});

test('the command records, prints what it lets through, and leaves a whole file when it is ended', async (context) => {
  takesLong(context);
  const file = newFile();
  upstream.answer(json(200, { total: 'many' }));
  const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
  const args = ['--conditions=@roma-fdi/source', bin, '--guard', upstream.url, '--record', file, '--port', '0'];
  const child = start('node', args);
  const [, url] = await child.says(/^The guard of \S+ listens on (http:\S+)\nWhat passes is kept in \S+/m);
  await fetch(url + story.path('listTasks'), { headers: { 'X-Auth-Token': 'tok3n' } });
  await child.says(/^GET \S+\/tasks 500 \d+ ms listTasks\n {2}answer: Body property/m);
  child.kill('SIGTERM');
  expect((await child.ended).code).toBe(0);
  expect(linesOf(file)).toMatchObject([{ format: 1 }, { operationId: 'listTasks', answer: { status: 200 } }]);
});
