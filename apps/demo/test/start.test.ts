import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { makeSamples } from '../src/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-demo-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function program(name: string, args: readonly string[], size: { COLUMNS?: string; LINES?: string } = {}): Run {
  const file = fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@roma-fdi/source', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, COLUMNS: undefined, LINES: undefined, ...size },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return { process: child, output: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const start = (...args: string[]): Run =>
  program('main', ['--port', '0', '--mock-port', '0', '--docs-port', '0', ...args]);

/** Waits until the result, which the demo prints last, is there. */
async function shown(run: Run): Promise<string> {
  const last = /^(All of it|[\d,]+ more pairs).*^Left empty in .*\n$/ms;
  await new Promise<void>((resolve, reject) => {
    run.process.stdout.on('data', () => last.test(run.output()) && resolve());
    run.process.once('close', () => reject(new Error(`It ended early:\n${run.output()}`)));
  });
  return run.output();
}

/** What is printed names an example, which runs as it lies and prints the pairs that are on the screen. */
async function expectExampleToRun(text: string): Promise<void> {
  const [, file = '', words = ''] = /node (packages\S+) (.*)$/m.exec(text) ?? [];
  const args = ['--conditions=@roma-fdi/source', new URL(`../../../${file}`, import.meta.url).pathname];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, ...words.split(' ')]);
  const pairs = [...stdout.matchAll(/^main\.(\S+) -> main\.(\S+) (\d+) %$/gm)];
  expect(pairs.length).toBeGreaterThan(0);
  for (const [, source, target, percent] of pairs)
    expect(text).toMatch(new RegExp(`^${source} +→ ${target} +${percent} %`, 'm'));
}

test('shows a mapping, hosts what it names, and names a cURL command that gives the same pairs', async () => {
  const run = start('--data', join(folder, 'a'));
  const text = await shown(run);
  expect(text).toContain('shop → warehouse');
  const score = text.trimEnd().split('\n').slice(-2).join('\n');
  expect(score).toMatch(/tables +\d+ right of \d+ proposed.*written by hand.*\n.*columns +\d+ right of \d+ proposed/);

  const [curl, ...more] = text.split('\n').filter((line) => line.startsWith('curl '));
  expect(more).toEqual([]);
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
});

test('finds it all again, names an example that gives the same pairs, and is not started beside itself', async (context) => {
  takesLong(context);
  const call = (text: string) => / -d '(.*)'$/m.exec(text)?.[1];
  const run = start('--data', join(folder, 'b'));
  const body = call(await shown(run));
  run.process.kill('SIGTERM');
  await run.ended;

  const again = start('--data', join(folder, 'b'));
  const shownAgain = await shown(again);
  expect(body).toContain('shop-to-warehouse');
  expect(call(shownAgain)).toBe(body);
  await expectExampleToRun(shownAgain);

  const second = start('--data', join(folder, 'b'));
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('Another `npm start` is running on these databases.');
  again.process.kill('SIGINT');
  expect(await again.ended).toBe(0);
});

test('ends on a terminal of 80 × 24 with the whole result', async (context) => {
  takesLong(context);
  const ports = ['--port', '0', '--mock-port', '0', '--docs-port', '0'];
  const run = program('main', [...ports, '--data', join(folder, 'a')], { COLUMNS: '80', LINES: '24' });
  const lines = (await shown(run)).trimEnd().split('\n');
  run.process.kill('SIGTERM');
  await run.ended;
  const result = lines.slice(lines.findIndex((line) => line.startsWith('shop → warehouse: ')));
  expect(result.length).toBeLessThan(24);
  expect(result.filter((line) => line.length > 80 && !line.startsWith('All of it'))).toEqual([]);
  const percents = result.flatMap((line) => /^\S+ +→ \S+ +(\d+) % /.exec(line)?.[1] ?? []);
  expect(percents.length).toBeGreaterThan(0);
  expect(percents.map(Number)).toEqual(percents.map(Number).toSorted((a, b) => a - b));
});

test('ends in order when it is stopped while it works', async (context) => {
  takesLong(context);
  const run = start('--data', join(folder, 'stopped'));
  await new Promise<void>((resolve) => {
    run.process.stderr.on('data', () => run.output().includes('Registering') && resolve());
  });
  run.process.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(run.output()).not.toContain('no connection');
});

test('ends without a stack when nobody reads what it prints', async (context) => {
  takesLong(context);
  const run = start('--data', join(folder, 'unread'));
  run.process.stdout.destroy();
  expect(await run.ended).toBe(0);
  expect(run.output()).not.toMatch(/EPIPE|^ {4}at /m);
});

test("maps two databases of the user's own without changing them", async (context) => {
  takesLong(context);
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

test('tells a taken port, a missing file and a wrong option with the way out', async (context) => {
  takesLong(context);
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
