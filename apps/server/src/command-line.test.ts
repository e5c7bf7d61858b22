import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '@roma-fdi/command-line';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from './command-line.ts';
import { type Config, ConfigError } from './config.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

// Nothing of the developer's own settings reaches the tests.
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('ROMA_FDI_')) vi.stubEnv(name, undefined);
});
afterEach(() => void vi.unstubAllEnvs());

function config(args: string[] = [], environment: Record<string, string> = {}): Config {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const read = readConfig(args);
  vi.unstubAllEnvs();
  if (typeof read === 'string') throw new Error(`Asked for ${read}.`);
  return read;
}
const file = (text: string): string => {
  const path = join(folder, 'tokens');
  writeFileSync(path, text);
  return path;
};

it('has a default for everything: loopback, nothing allowed, a token to be made', () => {
  expect(config()).toEqual({
    host: '127.0.0.1',
    port: 4020,
    data: resolve('roma-fdi.db'),
    grants: undefined,
    keyFile: undefined,
    sqliteRoot: undefined,
    allowHosts: [],
    origins: [],
    maxTables: 20_000,
    deadline: 60,
    logLevel: 'info',
  });
  expect(Object.isFrozen(config())).toBe(true);
});

describe('a setting', () => {
  it('comes from the environment, and the command line goes before it', () => {
    expect(config([], { ROMA_FDI_PORT: '1' }).port).toBe(1);
    expect(config(['--port', '2'], { ROMA_FDI_PORT: '1' }).port).toBe(2);
    expect(config(['--port=0'], {}).port).toBe(0);
    expect(config([], { ROMA_FDI_PORT: '', ROMA_FDI_HOST: '', ROMA_FDI_TOKEN: '', ROMA_FDI_ORIGINS: '' })).toEqual(
      config(),
    );
  });

  it('that is a list is given several times, or with commas', () => {
    expect(config(['--allow-host', 'a:1', '--allow-host', 'b:2'], { ROMA_FDI_ALLOW_HOSTS: 'c:3' }).allowHosts).toEqual([
      'a:1',
      'b:2',
    ]);
    expect(config([], { ROMA_FDI_ALLOW_HOSTS: ' a:1, b:2,, ' }).allowHosts).toEqual(['a:1', 'b:2']);
    expect(config(['--allow-host', 'a:1,b:2', '--allow-host', 'c:3']).allowHosts).toEqual(['a:1', 'b:2', 'c:3']);
    expect(config([], { ROMA_FDI_ORIGINS: 'http://a' }).origins).toEqual(['http://a']);
  });

  it('that is a path is taken from the present folder on, once', () => {
    expect(config(['--data', 'x.db', '--sqlite-root', 'y'])).toMatchObject({
      data: resolve('x.db'),
      sqliteRoot: resolve('y'),
    });
    expect(config(['--data', ':memory:']).data).toBe(':memory:');
  });

  it.each([
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536"'],
    [['--port', 'x'], '--port'],
    [['--port', '1.5'], '--port'],
    [['--max-tables', '0'], '--max-tables must be a whole number from 1'],
    [['--deadline', '0'], '--deadline'],
    [['--log-level', 'loud'], '--log-level must be one of silent'],
  ])('%j cannot be used, and is told how', (args, message) => {
    expect(() => config(args)).toThrow(ConfigError);
    expect(() => config(args)).toThrow(message);
  });

  it.each([
    [['--unheard-of'], "Unknown option '--unheard-of'. Try --help."],
    [['--prot', '1'], "Unknown option '--prot'. Did you mean --port? Try --help."],
    [['--port'], 'Try --help.'],
    [['stray'], "Unexpected argument 'stray'. Try --help."],
    [['--data', '--port', '1'], '--data needs a value; write one that begins with a dash as --data=--port.'],
  ])('%j is wrong usage', (args, message) => {
    expect(() => config(args)).toThrow(UsageError);
    expect(() => config(args)).toThrow(message);
  });

  it('of the environment is told by the name of its variable', () => {
    expect(() => config([], { ROMA_FDI_PORT: 'x' })).toThrow(
      new ConfigError('ROMA_FDI_PORT must be a whole number from 0 to 65535, not "x".'),
    );
    expect(() => config([], { ROMA_FDI_ORIGINS: 'https://a,b' })).toThrow('ROMA_FDI_ORIGINS takes scheme');
  });
});

describe('tokens', () => {
  it('come from one setting, from a file, or from both', () => {
    expect(config(['--token', 'one']).grants).toEqual([{ token: 'one' }]);
    const path = file('# comment\n\n  # indented p1\nopen\nnarrow p1 p2\r\nlisted p1,p2\n');
    expect(config(['--tokens-file', path, '--token', 'one']).grants).toEqual([
      { token: 'open', projects: undefined },
      { token: 'narrow', projects: ['p1', 'p2'] },
      { token: 'listed', projects: ['p1', 'p2'] },
      { token: 'one' },
    ]);
  });

  it('of a file that cannot be read, or has none, are told', () => {
    expect(() => config(['--tokens-file', join(folder, 'missing')])).toThrow(/missing cannot be read \(ENOENT\)/);
    const path = file('# nothing\n');
    expect(() => config(['--tokens-file', path])).toThrow('holds no token');
  });

  it('that are listed twice are refused, since one line would undo what the other says', () => {
    const path = file('same p1\nsame\n');
    expect(() => config(['--tokens-file', path])).toThrow('Token 2 is the same as one before it');
    expect(() => config(['--tokens-file', file('same p1\n'), '--token', 'same'])).toThrow('Token 2');
    expect(() => config(['--tokens-file', path])).not.toThrow(/"same"/);
  });

  it('that no header can carry are counted, not shown', () => {
    const path = file('good\nsécret\n');
    expect(() => config(['--tokens-file', path])).toThrow(/^Token 2 /);
    expect(() => config(['--tokens-file', path])).not.toThrow(/cret/);
    expect(() => config(['--token', 'two words'])).toThrow(ConfigError);
  });
});

it.each(['app.example', 'https://app.example/', 'https://App.example', '*', 'null'])(
  'refuses %j as an origin, which no browser sends in this form',
  (origin) => {
    expect(() => config(['--origin', origin])).toThrow(`such as https://app.example:8443, not "${origin}"`);
  },
);

it.each(['http://localhost:5173', 'https://[::1]:8443', 'tauri://localhost'])('takes %j as an origin', (origin) => {
  expect(config(['--origin', origin]).origins).toEqual([origin]);
});

it('prints help or the version without looking at anything else', () => {
  const help = readConfig(['--help', '--port', 'x']);
  expect(help).toMatch(/^Usage: roma-fdi-server \[options\]\n/);
  expect(readConfig(['-h'])).toBe(help);
  expect(readConfig(['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('explains every setting with its variable, and the exit codes', () => {
  const help = String(readConfig(['--help']));
  const plain = help.replaceAll(/\n {3,}/g, ' ');
  for (const flag of [
    'port',
    'host',
    'data',
    'token',
    'tokens-file',
    'key-file',
    'sqlite-root',
    'allow-host',
    'origin',
    'max-tables',
    'deadline',
    'log-level',
  ])
    expect(plain).toMatch(new RegExp(`\\n  --${flag} [A-Z:]+ +\\S.*\\(default: .*, env: ROMA_FDI_[A-Z_]+\\)`));
  expect(help).toContain('Exit codes');
  expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140);
});
