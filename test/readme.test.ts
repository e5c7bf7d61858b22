/** The README of the project: its programs and commands run as they are printed, and its map is that of the house. */

import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeShop } from '../apps/automap/test/shop.ts';
import { startServerProcess } from '../apps/server/test/server-process.ts';
import { takesLong } from '../test/programs.ts';
import { fencedBlocks } from './fenced-blocks.ts';
import { readmeBlocks } from './readme-blocks.ts';
import { endShell, firstLine, startShell } from './run-shell.ts';
import { runTypeScript } from './run-typescript.ts';

const root = new URL('..', import.meta.url);
const blocks = readmeBlocks(new URL('README.md', root));
const demo = new URL('apps/demo/', root);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-readme-'));
  mkdirSync(join(folder, 'databases'));
  makeShop(join(folder, 'databases'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const client = blocks.take('ts', 'fdi.compositeTasks.mappings.iterate');

test('the client in ten lines maps two databases of a server', async (context) => {
  takesLong(context);
  const server = await startServerProcess(['--data', ':memory:', '--sqlite-root', join(folder, 'databases')], {
    ROMA_FDI_TOKEN: 't',
  });
  const text = client.replace('http://127.0.0.1:4020', server.url);
  expect(text).not.toBe(client);
  const printed = await runTypeScript(text, { within: demo, environment: { TOKEN: 't' } });
  expect(printed).toMatch(/^main\.customers -> main\.dim_customer \d+ %$/m);
  server.kill('SIGKILL');
  await server.ended;
});

const mock = blocks.take('ts', 'startGuard');

test('testing with the mock in ten lines finds no violation', async (context) => {
  takesLong(context);
  const printed = await runTypeScript(mock, { within: demo, after: 'console.log(pair?.mappings_total_count);' });
  expect(Number(printed)).toBeGreaterThan(0);
});

const server = blocks.take('sh', 'npm run server');

test('the server starts as it is printed, and finds its folder where the caller stands', async () => {
  const child = startShell(`${server.trimEnd()} --port 0 --data :memory:`, folder);
  expect(await firstLine(child, /Listening on \S+/)).toContain('http://127.0.0.1:');
  endShell(child);
});

const house = blocks.take('', 'spec/');

test('the map of the house names what is there, and nothing that is not', () => {
  let above = '';
  const named = house.split('\n').flatMap((line) => {
    const words = line
      .slice(0, 17)
      .split(' ')
      .filter((word) => /^[\w./-]+$/.test(word) && /[/.]/.test(word));
    const indented = line.startsWith('  ');
    if (!indented && words[0]) above = words[0];
    return words.map((word) => (indented ? above + word : word));
  });
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  const rooms = globSync('{packages,apps}/*/package.json', { cwd: fileURLToPath(root) });
  expect(rooms.map((path) => path.replace('package.json', '')).filter((room) => !named.includes(room))).toEqual([]);
});

const commands = blocks.take('sh', 'npm start');
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trimEnd().split('\n');
const programs = globSync('{packages,apps}/*/{bench,soak}/*.ts', { cwd: fileURLToPath(root) });

/** The npm commands in a text that the project does not have. */
function unknownCommands(text: string): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: object };
  return [
    ...text.matchAll(
      /npm (?:run (?:--silent )?)?(?<script>start|test|(?<=run .*)[\w:]+)(?: -- (?<name>[a-z][\w-]*))?/g,
    ),
  ]
    .filter(({ groups }) => {
      const { script = '', name } = groups ?? {};
      if (!(script in scripts)) return true;
      const long = script === 'bench' || script === 'soak';
      return long && name !== undefined && !programs.some((path) => path.endsWith(`/${script}/${name}.ts`));
    })
    .map(([command]) => command);
}

test('every npm command of every document is one of the project', () => {
  expect(unknownCommands(commands)).toEqual([]);
  const found = documents.map((path) => [path, unknownCommands(readFileSync(new URL(path, root), 'utf8'))] as const);
  expect(found.filter(([, unknown]) => unknown.length > 0)).toEqual([]);
  expect(
    unknownCommands(
      'npm run nothing, npm run bench -- nothing, npm run --silent none, npm start, npm run bench -- NAME',
    ),
  ).toEqual(['npm run nothing', 'npm run bench -- nothing', 'npm run --silent none']);
});

test('every block of every README is run', () => {
  expect(blocks.left()).toEqual([]);
  // What a fixture was made by is a record: the program is that of an older commit.
  const readmes = documents.filter(
    (path) => path.endsWith('/README.md') && !/\/fixtures\/|^packages\/mock\//.test(path),
  );
  const withBlocks = readmes.filter((path) => fencedBlocks(readFileSync(new URL(path, root), 'utf8')).length > 0);
  expect(withBlocks.length).toBeGreaterThan(5);
  const unheld = withBlocks.filter((path) => {
    const tests = new URL(path.replace('README.md', 'test/readme.test.ts'), root);
    return !existsSync(tests) || !/readmeBlocks|fencedBlocks/.test(readFileSync(tests, 'utf8'));
  });
  expect(unheld).toEqual([]);
});
