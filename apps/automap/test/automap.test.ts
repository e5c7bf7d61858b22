import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import type { JsonAnswer } from '../src/elements/json-answer.ts';
import { makeShop } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-automap-'));
afterAll(() => rmSync(folder, { recursive: true }));
let shop: readonly [string, string];
beforeAll(() => {
  shop = makeShop(folder);
});

function start(args: readonly string[]) {
  const file = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@roma-fdi/source', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => (said.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (said.err += chunk));
  const ended = new Promise<{ code: number | null; signal: string | null; out: string; err: string }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, ...said })),
  );
  return { child, ended };
}
const run = (...args: string[]) => start(args).ended;
const tablesOf = (mappings: JsonAnswer['mappings']) =>
  mappings.map((element) => [element.source_table, element.target_table]);

function catalog(name: string, tables: Readonly<Record<string, readonly string[]>>): string {
  const file = join(folder, `${name}.json`);
  const list = Object.entries(tables).map(([table, columns]) => ({
    name: table,
    columns: columns.map((column) => ({ name: column, type: 'TEXT' })),
  }));
  writeFileSync(file, JSON.stringify({ dialect: 'sqlite', tables: list }));
  return file;
}

describe('--json', () => {
  test('prints the API’s elements with confidences and reasons, and nothing else on standard output', async () => {
    const { code, out, err } = await run(...shop, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { mappings, unmapped }: JsonAnswer = JSON.parse(out);
    expect(tablesOf(mappings)).toContainEqual(['main.payments', 'main.payments']);
    for (const { mapping_percent, confidence, reason, mapping } of mappings) {
      expect(mapping_percent).toBeLessThanOrEqual(100);
      for (const pair of [{ confidence, reason }, ...mapping]) {
        expect(pair.confidence).toBeGreaterThan(0);
        expect(pair.confidence).toBeLessThanOrEqual(1);
        expect(pair.reason).toMatch(/^[a-z-]+$/);
      }
    }
    expect(unmapped.source.length).toBeGreaterThan(0);
  });

  test('prints the same bytes for the same files, and their names character for character', async (context) => {
    takesLong(context);
    const odd = { ' Odd "Näme" ': ['a.b', '50%', '#\u{1F600}'], 'x.y': ['Ä'] };
    const files = [catalog('a', odd), catalog('b', odd)];
    const [first, second] = await Promise.all([run(...files, '--json'), run(...files, '--json')]);
    expect(first.code).toBe(0);
    expect(second.out).toBe(first.out);
    const { mappings }: JsonAnswer = JSON.parse(first.out);
    expect(mappings.map((element) => [element.source_table, element.target_table])).toEqual(
      Object.keys(odd).map((name) => [name, name]),
    );
    expect(mappings[0]?.mapping.map((pair) => pair.source_column)).toEqual(odd[' Odd "Näme" ']);
  });

  test('takes every option that says what is mapped', async (context) => {
    takesLong(context);
    const decisions = join(folder, 'decisions.json');
    const pair = { source: 'payments', target: 'main.payments', columns: [{ source: 'method', target: 'method' }] };
    writeFileSync(decisions, JSON.stringify({ fixed: [pair], refused: [] }));
    const options = ['--exact', '--strictness', '0.2', '--prefix', '', '--suffix', '', '--decisions', decisions];
    const ranges = ['--source-tables', 'payments,suppliers', '--target-tables', 'main.*'];
    const { code, out, err } = await run(...shop, '--json', ...options, ...ranges);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(tablesOf((JSON.parse(out) as JsonAnswer).mappings)).toContainEqual(['main.payments', 'main.payments']);
  });
});

describe('--explain', () => {
  test('answers in words, for a table, for schema.table in another case, and for a column', async (context) => {
    takesLong(context);
    const { code, out, err } = await run(
      ...shop,
      '--explain',
      'payments',
      '--explain=MAIN.PAYMENTS',
      '--explain',
      'payments.method',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [table, again, column] = out.trimEnd().split('\n\n');
    expect(table).toMatch(/^payments → payments, \d+: both tables have the same name, /);
    expect(table).toMatch(/^ {2}method → method, \d+: both columns have the same name, both are text, /m);
    expect(again).toBe(table);
    expect(column).toMatch(
      /^payments\.method → payments\.method, \d+: both columns have the same name, both are text, /,
    );
    expect(column?.split('\n').at(-1)).toBe(`  in ${table?.split('\n')[0]}`);
  });

  test('lists what a name fits besides, and takes what it lists', async (context) => {
    takesLong(context);
    const files = [catalog('left', { users: ['login', 'phone'] }), catalog('right', { users: ['login', 'phone'] })];
    const both = await run(...files, '--explain', 'users.login');
    expect(both.code).toBe(0);
    const apart = [
      catalog('left', { users: ['a', 'b'], x: ['login'] }),
      catalog('right', { y: ['login'], x: ['a', 'b'] }),
    ];
    const unclear = await run(...apart, '--explain', 'X.LOGIN', '--explain', 'X.A');
    expect(unclear.code).toBe(0);
    const several = await run(
      catalog('one', { A: ['x'], a: ['x'] }),
      catalog('two', { c: ['y'] }),
      '--explain',
      'a',
      '--explain',
      'A.X',
    );
    expect(several).toMatchObject({
      code: 2,
      out: '',
      err: '"A.X" fits several things; write one of them:\n  source:A.x\n  source:a.x\n',
    });
    const chosen = await run(join(folder, 'one.json'), join(folder, 'two.json'), '--explain', 'source:A.x');
    expect(chosen).toMatchObject({ code: 0, out: expect.stringMatching(/^A\.x goes nowhere: /) });
  });

  test('tells the nearest names where it knows none of that name', async (context) => {
    takesLong(context);
    expect(await run(...shop, '--explain', 'paymets')).toEqual({
      code: 2,
      signal: null,
      out: '',
      err: 'There is no table and no column "paymets" in either catalog. The nearest are: main.payments.\n',
    });
  });
});

describe('for people', () => {
  test('draws the mapping and lists what is in no pair', async (context) => {
    takesLong(context);
    const { code, out, err } = await run(...shop);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('source → target');
    expect(out).toMatch(/table pairs?, \d+ column pairs?/);
  });

  test('explains itself', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes: 0'), err: '' });
  });

  test.each([
    [['a'], 2, "Missing required argument 'TARGET'"],
    [['a', 'b', '--fast'], 2, '--fast'],
    [['/nowhere.json', '/nowhere.json'], 1, '/nowhere.json does not exist.'],
  ])('refuses %j with code %i and a sentence', async (args, code, message) => {
    const ended = await run(...args);
    expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
    expect(ended.err).not.toMatch(/^ {4}at /m);
  });

  test.for([
    [
      ['--source-tables', 'payment'],
      2,
      '--source-tables: there is no table "payment" in this catalog. The nearest are: main.payments.',
    ],
    [['--decisions', '/nowhere.json'], 1, '/nowhere.json does not exist.'],
  ] as const)('refuses %j for these catalogs with code %i and a sentence', async ([args, code, message], context) => {
    if (code === 1) takesLong(context);
    expect(await run(...shop, ...args)).toMatchObject({ code, out: '', err: `${message}\n` });
  });

  test('ends at once with Ctrl-C, whatever it waits for', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const dialled = new Promise<{ destroy(): void }>((resolve) => silent.once('connection', resolve));
    const { port } = silent.address() as { port: number };
    const { child, ended } = start([shop[0], `postgres://u:p@127.0.0.1:${port}/d`]);
    const socket = await dialled;
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGINT', out: '', err: '' });
    socket.destroy();
    silent.close();
  });

  test('ends without a stack when nobody reads what it prints', async (context) => {
    takesLong(context);
    const { child, ended } = start([...shop, '--json']);
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});
