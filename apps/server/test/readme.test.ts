/** The README: its settings are those of the program, and its commands run as they are printed. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keysOfFile } from '@roma-fdi/contract/grants';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { endShell, firstLine, startShell } from '../../../test/run-shell.ts';
import { runTypeScript } from '../../../test/run-typescript.ts';
import { readConfig } from '../src/command-line.ts';
import { startServerProcess } from './server-process.ts';

const file = new URL('../README.md', import.meta.url);
const readme = readFileSync(file, 'utf8');
const blocks = readmeBlocks(file);

interface Row {
  readonly option: string;
  readonly variable: string;
  readonly fallback: string;
}

const ofReadme = [...readme.matchAll(/^\| `(--[^`]+)` \| `([A-Z_]+)` \| .* \| (.*) \|$/gm)].map(
  ([, option = '', variable = '', fallback = '']): Row => ({ option, variable, fallback }),
);
const help = String(readConfig(['--help'])).replaceAll(/\n {3,}/g, ' ');
const ofHelp = [...help.matchAll(/^ {2}(--\S+ \S+) +.*\(default: (.*), env: ([A-Z_]+)\)$/gm)].map(
  ([, option = '', fallback = '', variable = '']): Row => ({ option, variable, fallback }),
);

describe('the settings', () => {
  it('are those of --help, in its order, with its variables and defaults', () => {
    expect(ofHelp.length).toBeGreaterThan(10);
    const plain = (rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, fallback: row.fallback.replace(' and printed', '') }));
    expect(plain(ofReadme)).toEqual(plain(ofHelp));
  });

  it('are all read by the program', () => {
    for (const { option, variable } of ofReadme) {
      const samples: Record<string, string> = {
        N: '7',
        SECONDS: '7',
        LEVEL: 'warn',
        FILE: ':memory:',
        ORIGIN: 'https://a.example',
      };
      const value = samples[option.split(' ')[1] ?? ''] ?? 'a:1';
      if (/_(TOKENS|KEYS)_FILE$/.test(variable)) continue;
      vi.stubEnv(variable, value);
      const fromEnvironment = readConfig([]);
      vi.unstubAllEnvs();
      expect(fromEnvironment).toEqual(readConfig([option.split(' ')[0] ?? '', value]));
      expect(fromEnvironment).not.toEqual(readConfig([]));
    }
  });
});

describe('the commands', () => {
  const address = blocks.take('sh', 'FDI=');
  const commands = ['"shop"', '"warehouse"', 'multi-tasks/init'].map((words) => blocks.take('sh', words));
  const decisions = blocks.take('sh', '/decisions');
  const start = blocks.take('sh', 'npm run server');
  const program = blocks.take('ts', 'startServer');
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roma-fdi-readme-'));
    mkdirSync(join(folder, 'databases'));
    const database = new DatabaseSync(join(folder, 'databases', 'shop.db'));
    database.exec('create table orders (id integer primary key); create table carts (basket text)');
    database.close();
    // Not every machine has curl: this one knows the options that the README uses.
    const curl = `#!${process.execPath}
const [url, ...rest] = process.argv.slice(2).filter((argument) => argument !== '-sS');
const all = (flag) => rest.flatMap((argument, index) => (rest[index - 1] === flag ? [argument] : []));
const headers = Object.fromEntries(all('-H').map((header) => header.split(/: (.*)/s).slice(0, 2)));
const answer = await fetch(url, { method: 'POST', headers, body: all('-d')[0] });
process.stdout.write(await answer.text());
`;
    writeFileSync(join(folder, 'curl.mjs'), curl);
    writeFileSync(join(folder, 'curl'), `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'curl.mjs')}' "$@"\n`);
    chmodSync(join(folder, 'curl'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('register both data sources and initialise a task, as they are printed', async () => {
    const server = await startServerProcess(
      ['--data', ':memory:', '--sqlite-root', join(folder, 'databases'), '--log-level', 'error'],
      { ROMA_FDI_TOKEN: 't' },
    );
    const run = (command = '', more = {}) => {
      const env = { PATH: `${folder}:${process.env['PATH']}`, TOKEN: 't', ...more };
      const text = address.replace('http://127.0.0.1:4020', server.url) + command;
      const { stdout, stderr } = spawnSync('sh', ['-e', '-c', text], { env, encoding: 'utf8' });
      return JSON.parse(stdout || `{"nothing":${JSON.stringify(stderr)}}`);
    };
    const [shop, warehouse] = [run(commands[0]), run(commands[1])];
    expect(shop).toMatchObject({ datasource_name: 'shop', datasource_type: 'SQLITE' });
    expect(warehouse).toMatchObject({
      datasource_name: 'warehouse',
      content: { host: 'db.internal', user_name: 'reader' },
    });
    // No database is at the address of the README; the SQLite file stands in for it.
    const ids = { SOURCE: shop.datasource_id, TARGET: shop.datasource_id };
    const [element, ...others] = run(commands[2], ids);
    expect([element.mappings_total_count, others]).toEqual([2, []]);
    expect(run(decisions, { TASK: element.task_id })).toMatchObject({ accepted_count: 1, refused_count: 1 });
    server.kill('SIGKILL');
    await server.ended;
  });

  it('start the server', async () => {
    const child = startShell(`${start.trimEnd()} --port 0 --data :memory:`, folder);
    expect(await firstLine(child, /Listening on \S+/)).toContain('http://127.0.0.1:');
    endShell(child);
  });

  it('start it from code', async (context) => {
    takesLong(context);
    const text = program.replace("'./databases'", JSON.stringify(join(folder, 'databases')));
    expect(text).not.toBe(program);
    expect(await runTypeScript(text, { within: new URL('..', import.meta.url) })).toMatch(/^http:\S+ \S{20,}$/m);
  });
});

it('the test with the double is the one that is run here', () => {
  const shown = blocks.take('ts', 'TestServerFixtures');
  expect(shown).toBe(readFileSync(new URL('readme-double.test.ts', import.meta.url), 'utf8'));
});

it('the program with the double ends, and has an address and two data sources', async (context) => {
  const text = blocks.take('ts', 'await using');
  takesLong(context);
  expect(await runTypeScript(text, { within: new URL('..', import.meta.url) })).toMatch(/^http:\S+ \S{20,} \S{20,}$/m);
});

it('the keys file is read as it is printed', () => {
  expect(keysOfFile(blocks.take('text', 'AKDEMO1'))).toEqual([
    expect.objectContaining({ accessKey: 'AKDEMO1', projects: undefined }),
    expect.objectContaining({ accessKey: 'AKDEMO2', projects: ['my-project', 'other-project'] }),
  ]);
});

it('every block of the README is run', () => expect(blocks.left()).toEqual([]));
