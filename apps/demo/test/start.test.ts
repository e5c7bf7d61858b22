import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { makeSamples } from '../src/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-demo-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function program(name: string, args: readonly string[]): Run {
  const file = fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@roma-fdi/source', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return { process: child, output: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const start = (...args: string[]): Run =>
  program('main', ['--port', '0', '--mock-port', '0', '--docs-port', '0', ...args]);

/** Waits until the last thing that the demo prints is there. */
async function shown(run: Run): Promise<string> {
  const last = 'npm run mock -- --help';
  await new Promise<void>((resolve, reject) => {
    run.process.stdout.on('data', () => run.output().includes(last) && resolve());
    run.process.once('close', () => reject(new Error(`It ended early:\n${run.output()}`)));
  });
  return run.output();
}

it('shows a mapping, hosts what it names, prints a cURL command that answers with the same pair, and finds it all again', async () => {
  const run = start('--data', join(folder, 'a'));
  const text = await shown(run);
  expect(text).toContain('shop → warehouse');
  expect(text).toMatch(/tables +\d+ right of \d+ proposed/);

  const curl = text.split('\n').find((line) => line.startsWith('curl '));
  const [, url = '', token = '', body = ''] = /POST (\S+) -H 'X-Auth-Token: (\S+)'.* -d '(.*)'$/.exec(curl ?? '') ?? [];
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'x-auth-token': token, 'content-type': 'application/json' },
    body,
  });
  const [pair] = (await answer.json()) as { task_id: string; mappings: { source_table: string }[] }[];
  expect(pair?.task_id).toBe('shop-to-warehouse');
  expect(pair?.mappings.length).toBeGreaterThan(0);
  for (const { source_table } of pair?.mappings ?? []) expect(text).toContain(source_table.replace('main.', ''));

  for (const [, address = ''] of text.matchAll(/^ {2}(?:mock|docs) +(http\S+)/gm)) {
    expect((await fetch(address)).headers.get('content-type')).toMatch(/html|json/);
  }
  run.process.kill('SIGTERM');
  expect(await run.ended).toBe(0);

  const again = start('--data', join(folder, 'a'));
  expect(await shown(again)).toContain(body);

  const second = start('--data', join(folder, 'a'));
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('Another `npm start` is running on these databases.');
  again.process.kill('SIGINT');
  expect(await again.ended).toBe(0);
});

it('ends in order when it is stopped while it works', async () => {
  const run = start('--data', join(folder, 'stopped'));
  await new Promise<void>((resolve) => {
    run.process.stderr.on('data', () => run.output().includes('Registering') && resolve());
  });
  run.process.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(run.output()).not.toContain('no connection');
});

it('ends without a stack when nobody reads what it prints', async () => {
  const run = start('--data', join(folder, 'unread'));
  run.process.stdout.destroy();
  expect(await run.ended).toBe(0);
  expect(run.output()).not.toMatch(/EPIPE|^ {4}at /m);
});

it("maps two databases of the user's own without changing them", async () => {
  const { source, target } = makeSamples(join(folder, 'own'));
  const before = [source, target].map((file) => readFileSync(file));
  const run = start('--data', join(folder, 'c'), '--source', source, '--target', target);
  const text = await shown(run);
  run.process.kill('SIGTERM');
  await run.ended;
  expect(text).toContain('shop-to-warehouse');
  expect(text).not.toContain('written by hand');
  expect([source, target].map((file) => readFileSync(file))).toEqual(before);
});

it('tells a taken port, a missing file and a wrong option with the way out', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.once('listening', resolve));
  const { port } = blocker.address() as { port: number };
  const taken = start('--data', join(folder, 'd'), '--docs-port', String(port));
  expect(await taken.ended).toBe(1);
  expect(taken.output()).toContain(`Port ${port} is taken`);
  expect(taken.output()).toContain('npm start -- --docs-port 0');
  blocker.close();

  const missing = start('--source', '/nowhere.db', '--target', '/nowhere.db');
  expect(await missing.ended).toBe(2);
  expect(missing.output()).toContain('There is no file /nowhere.db');
});
