/** The README of the mock: each of its blocks is run, or held against what it shows. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { needs, takesLong } from '../../../test/programs.ts';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { runTypeScript } from '../../../test/run-typescript.ts';
import { run } from '../src/cli.ts';
import { faultPreferences } from '../src/faults/preferred-fault.ts';
import { fault, startGuard, story } from '../src/index.ts';
import { test as base } from '../src/vitest.ts';
import { start } from './process.ts';
import { json, startUpstream } from './upstream.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const blocks = readmeBlocks(new URL('../README.md', import.meta.url));
const readme = read('../README.md');
const headers = { 'X-Auth-Token': 'any' };

test('the package is installed by its name', () => {
  expect(blocks.take('sh', 'npm install')).toBe(`npm install --save-dev ${JSON.parse(read('../package.json')).name}\n`);
});

test('the test in the README is the one that is run here', () => {
  expect(blocks.take('ts', "test('a composite task")).toBe(read('readme-example.test.ts'));
});

test('the test with stubs in the README is the one that is run here', () => {
  expect(blocks.take('ts', 'mock.verify()')).toBe(read('readme-stubs.test.ts'));
});

test('the mock without a port answers as the README shows it', async (context) => {
  const text = blocks.take('ts', 'createMock()');
  takesLong(context);
  expect(await runTypeScript(text, { within: new URL('..', import.meta.url) })).toBe('200\n');
});

test('the faults of the README are those that there are, by both of their names', () => {
  const [, section = ''] = readme.split('\n### Faults\n');
  const rows = section.split('\n\n')[0]?.split('\n').slice(3) ?? [];
  const named = rows.map((row) => [/`(\w+)\(/.exec(row)?.[1], / `([a-z-]+)=/.exec(row)?.[1]]);
  expect([...new Set(named.map(([made]) => made))]).toEqual(Object.keys(fault));
  expect([...new Set(named.map(([, preferred]) => preferred))]).toEqual(faultPreferences);
});

const upstream = await startUpstream();
const ownServer = blocks.take('ts', 'upstream: string').replace('http://127.0.0.1:4020', upstream.url);
const [, imported, rest = ''] =
  /^import \{ test as (base) \} from '@roma-fdi\/mock\/vitest';\n(.*)$/s.exec(ownServer) ?? [];
const override = new Function(imported ?? '', `${stripTypeScriptTypes(rest)} return test;`) as (
  test: typeof base,
) => typeof base;

override(base)('the override of the README puts a server of one’s own behind the guard', async ({ guard }) => {
  upstream.answer(json(200, '<html>', { 'content-type': 'text/html' }));
  expect((await fetch(guard.url + story.path('listDatasources'), { headers })).status).toBe(500);
  expect(guard.takeViolations()).toMatchObject([{ where: 'Header [content-type]' }]);
  await upstream.close();
});

test('the test for node:test passes', async (context) => {
  const text = blocks.take('ts', 'startForTest');
  takesLong(context);
  expect(await runTypeScript(text, { within: new URL('..', import.meta.url) })).toMatch(/pass 1\n.*fail 0\n/s);
});

const playwright = blocks.take('ts', '@playwright/test');

test('the fixture for Playwright answers a page, and breaks its connection', async (context) => {
  const chromium = needs(context, 'chromium');
  takesLong(context);
  // Playwright's runner is not installed, its pages are.
  const before = `import { chromium, type Page } from 'playwright-core';
    import { fault, story } from '@roma-fdi/mock';
    type Fixture = (own: { page: Page }, use: (mock: LocalMock) => Promise<void>) => Promise<void>;
    const base = { extend: <Own extends object>(fixtures: { [Name in keyof Own]: Fixture }) => fixtures };`;
  const after = `const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '', args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await test.mock({ page }, async (mock) => {
      mock.on('showTask').once('TaskNotFound').once(fault.reset('before')).once('draft');
      for (let call = 0; call < 3; call++)
        console.log(await page.evaluate((path) => fetch('http://api.invalid' + path, { headers: { 'X-Auth-Token': 'a' } })
          .then(({ status }) => status, () => 'broken'), story.path('showTask')));
    });
    await browser.close();`;
  const text = playwright.replace(/^import .*@playwright.*\n/, '');
  const within = new URL('..', import.meta.url);
  const printed = await runTypeScript(text, { within, before, after, environment: { CHROMIUM: chromium } });
  expect(printed).toBe('404\nbroken\n200\n');
});

test('the file for Jest is a module; the check of the packages runs it', () => {
  const text = blocks.take('js', '@jest/globals');
  expect(() => new Function(text.replace(/^import .*$/gm, ''))).not.toThrow();
});

test('the program for other test runners ends, and finds no violation', async (context) => {
  const text = blocks.take('ts', 'await guard.close()');
  takesLong(context);
  const call = `if ((await fetch(guard.url + '${story.path('listDatasources')}', { headers: { 'X-Auth-Token': 'any' } })).status !== 200) throw new Error();`;
  const wrong = `await fetch(guard.url + '/nowhere');`;
  const within = new URL('..', import.meta.url);
  const marked = (inserted: string) => text.replace('// ... your test, against guard.url', inserted);
  expect(await runTypeScript(marked(call), { within })).toBe('');
  await expect(runTypeScript(marked(wrong), { within })).rejects.toThrow('"where": "Request"');
});

test('a violation looks as the README shows it', async () => {
  const broken = await startUpstream();
  broken.answer(json(200, [{}]));
  const guard = await startGuard(broken);
  onTestFinished(() => Promise.all([guard.close(), broken.close()]).then(() => {}));
  await fetch(guard.url + story.path('installMultiTasks'), { method: 'POST', headers });
  const shown = new Function(`return ${blocks.take('js', 'direction')}`)();
  const { path } = guard.violations[0] ?? {};
  expect(path?.startsWith(shown.path.replace('...', ''))).toBe(true);
  expect(guard.violations).toContainEqual({ ...shown, path });
});

test('the command line starts as it is printed', async () => {
  const [, bin, args = ''] = /^npx (\S+) (.*)\n$/.exec(blocks.take('sh', '--port 4010')) ?? [];
  expect(JSON.parse(read('../package.json')).bin).toEqual({ [bin ?? '']: './dist/bin.js' });
  const file = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
  const child = start('node', ['--conditions=@roma-fdi/source', file, ...args.replace('4010', '0').split(' ')]);
  await child.says(/listens on http:\/\/127\.0\.0\.1:\d+/);
  child.kill('SIGTERM');
  expect((await child.ended).code).toBe(0);
});

test('the recording starts as it is printed', async () => {
  const [, args = ''] = /^npx roma-fdi-mock (.*)\n$/.exec(blocks.take('sh', '--record')) ?? [];
  const file = join(mkdtempSync(join(tmpdir(), 'roma-fdi-seen-')), 'seen.jsonl');
  onTestFinished(() => rmSync(dirname(file), { recursive: true }));
  const words = args.replace('seen.jsonl', file).split(' ');
  let printed = '';
  const ended = Promise.resolve();
  const code = await run([...words, '--port', '0'], { out: (text) => (printed += text), err: () => {}, ended });
  expect([code, readFileSync(file, 'utf8').split('\n').length]).toEqual([0, 2]);
  expect(printed).toContain('The guard of https://roma.cn-north-4.myhuaweicloud.com listens on');
});

/** The names in the first column of the table of options that stands first behind a heading. */
function optionsBelow(heading: string): string[] {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [, table = ''] = /\n\| option .*\n.*\n((?:\|.*\n)+)/.exec(section) ?? [];
  return table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name as string));
}

test.each([
  ['The mock', '../src/mock.ts', 'MockOptions'],
  ['The guard', '../src/guard.ts', 'GuardOptions'],
])('%s has the options that its table names', (heading, file, type) => {
  const [, declared = ''] = read(file).split(`export interface ${type} {`);
  const names = [...declared.split('\n}')[0]!.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(optionsBelow(heading).toSorted()).toEqual(names.toSorted());
});

test('the command line has the options that it names', async () => {
  let help = '';
  await run(['--help'], { out: (text) => (help += text), err: () => {}, ended: Promise.resolve() });
  const [, section = ''] = readme.split('\n## The command line\n');
  const named = new Set(section.split('\n## ')[0]!.match(/--[a-z]+/g));
  expect([...named].toSorted()).toEqual([...new Set(help.match(/(?<=^ +(?:-h, )?)--[a-z]+/gm))].toSorted());
});

test('no block is left that nobody runs', () => {
  expect(blocks.left()).toEqual([]);
});
