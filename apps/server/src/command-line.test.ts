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
const file = (text: string | Buffer): string => {
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
    keys: undefined,
    keyFile: undefined,
    sqliteRoot: undefined,
    allowHosts: [],
    origins: [],
    maxTables: 20_000,
    maxColumns: 400_000,
    maxAutoTables: 2_000,
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

  it('that is a path counts from where npm was called', () => {
    const caller = { INIT_CWD: folder, npm_lifecycle_event: 'server', npm_package_name: 'roma-fdi' };
    writeFileSync(join(folder, 'tokens'), 'one');
    const args = ['--data', 'x.db', '--sqlite-root', 'y', '--key-file', 'z.key', '--tokens-file', 'tokens'];
    expect(config(args, caller)).toMatchObject({
      data: join(folder, 'x.db'),
      sqliteRoot: join(folder, 'y'),
      keyFile: join(folder, 'z.key'),
      grants: [{ token: 'one' }],
    });
    const variables = { ROMA_FDI_DATA: 'x.db', ROMA_FDI_SQLITE_ROOT: '../y' };
    expect(config([], { ...caller, ...variables })).toMatchObject({
      data: join(folder, 'x.db'),
      sqliteRoot: join(folder, '../y'),
    });
    expect(config([], caller).data).toBe(join(folder, 'roma-fdi.db'));
    expect(config(['--data', ':memory:'], caller).data).toBe(':memory:');
  });

  it.each(['postgres://u:PLANTED@h/d', 'MYSQL://u:PLANTED@h/d', ' file://PLANTED'])(
    '%s is no file for --data',
    (data) => {
      expect(() => config(['--data', data])).toThrow(/^--data names a file, and this is a connection string/);
      expect(() => config(['--data', data])).not.toThrow(/PLANTED/);
    },
  );

  it.each([
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536"'],
    [['--port', 'x'], '--port'],
    [['--port', '1.5'], '--port'],
    [['--max-tables', '0'], '--max-tables must be a whole number from 1'],
    [['--max-columns', '0'], '--max-columns must be a whole number from 1'],
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

  it.each<[string, string, readonly (readonly string[])[]]>([
    ['a comment behind its projects', 'token p-b # team b', [['token', 'p-b']]],
    ['a comment behind the token', 'token # p-b', [['token']]],
    ['a comment without a blank behind its sign', 'token p-b #team b', [['token', 'p-b']]],
    ['a comment behind a comma', 'token p-a, # p-b', [['token', 'p-a']]],
    ['a comment behind a tab', 'token\tp-b\t# team b', [['token', 'p-b']]],
    ['the sign inside a token', 'to#ken p-b', [['to#ken', 'p-b']]],
    ['a byte order mark', '\u{feff}token p-b', [['token', 'p-b']]],
    ['a comment behind a byte order mark', '\u{feff}# team\ntoken', [['token']]],
    [
      'lines of Windows',
      'one p-a # a\r\ntwo p-b\r\n',
      [
        ['one', 'p-a'],
        ['two', 'p-b'],
      ],
    ],
    [
      'lines of an old Macintosh',
      'one p-a\rtwo p-b',
      [
        ['one', 'p-a'],
        ['two', 'p-b'],
      ],
    ],
    ['tabs and blanks around it', '\t one\t\tp-a ,  p-b \t', [['one', 'p-a', 'p-b']]],
  ])('of a file with %s are read as they are meant', (_, text, expected) => {
    const grants = config(['--tokens-file', file(text)]).grants ?? [];
    expect(grants.map(({ token, projects = [] }) => [token, ...projects])).toEqual(expected);
  });

  it.each([
    ['a name that is no ID', 'good\nPLANTED p-a team.b', 'line 2: word 3 cannot be the ID of a project'],
    ['a comment without a blank before it', 'PLANTED p-b#team', 'line 1: word 2 cannot be the ID of a project'],
    ['a comment in other signs', 'PLANTED p-b // team', 'line 1: word 3 cannot be the ID of a project'],
    ['a second token in its line', 'PLANTED PLANTED+x/y=', 'line 1: word 2 cannot be the ID of a project'],
    ['an ID that is too long', `PLANTED ${'p'.repeat(65)}`, 'line 1: word 2 cannot be the ID of a project'],
    ['an ID in another script', 'PLANTED größe', 'line 1: word 2 cannot be the ID of a project'],
    ['letters that no header carries', '# two\nPLANTEDé p', 'line 2: its token is missing, or holds characters'],
    ['a blank that is none', 'PLANTED\u{a0}p-b', 'line 1: its token is missing, or holds characters'],
    ['a NUL', 'PLANTED\0x', 'line 1: its token is missing, or holds characters'],
    ['projects alone', ', p-b', 'line 1: its token is missing'],
    ['a comma without a project', 'PLANTED , # p-b', 'line 1: no project follows the comma'],
    ['a token that stands there already', 'PLANTED p-a\n\nPLANTED', 'line 3: its token is the same as that of line 1'],
  ])('of a file with %s are refused by file and line, and not shown', (_, text, message) => {
    const path = file(text);
    const refused = () => config(['--tokens-file', path]);
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(`The tokens file ${path}, ${message}`);
    expect(refused).not.toThrow(/PLANTED/);
  });

  it.each([
    ['is empty', '', 'holds no token: write one a line.'],
    ['has comments alone', '\u{feff}# nothing\r\n \t# p-a\n', 'holds no token: write one a line.'],
    ['is UTF-16', Buffer.from('\u{feff}token p-b', 'utf16le'), 'is not UTF-8 text: save it as UTF-8.'],
  ])('of a file that %s cannot be read', (_, content, message) => {
    const path = file(content);
    expect(() => config(['--tokens-file', path])).toThrow(new ConfigError(`The tokens file ${path} ${message}`));
  });

  it('of a file that is missing, or a folder, cannot be read', () => {
    const missing = join(folder, 'missing');
    expect(() => config(['--tokens-file', missing])).toThrow(`The tokens file ${missing} does not exist.`);
    expect(() => config(['--tokens-file', folder])).toThrow(
      `The tokens file ${folder} is a folder: name a file in it.`,
    );
  });

  it('that stand in a file and on the command line are refused, and not shown', () => {
    const path = file('# one\nsame p1\n');
    const refused = () => config(['--tokens-file', path, '--token', 'same']);
    expect(refused).toThrow(`--token is the same token as in line 2 of ${path}: write it once`);
  });

  it('that no header can carry are refused by the name of the setting', () => {
    expect(() => config(['--token', 'two words'])).toThrow(/^--token holds characters that a header cannot carry/);
    expect(() => config([], { ROMA_FDI_TOKEN: 'sécret' })).toThrow(/^ROMA_FDI_TOKEN holds characters/);
  });
});

describe('keys', () => {
  it('come from a file, beside tokens or alone', () => {
    const path = file('AK SK p1\n');
    const keys = [{ accessKey: 'AK', secretKey: 'SK', projects: ['p1'] }];
    expect(config(['--keys-file', path])).toMatchObject({ grants: undefined, keys });
    expect(config(['--token', 'one'], { ROMA_FDI_KEYS_FILE: path })).toMatchObject({
      grants: [{ token: 'one' }],
      keys,
    });
  });

  it('of a file that cannot be used are refused by file and line, and not shown', () => {
    const path = file('AK SK\nPLANTED\n');
    const refused = () => config(['--keys-file', path]);
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(`The keys file ${path}, line 2: its secret key, the second word, is missing`);
    expect(refused).not.toThrow(/PLANTED/);
    expect(() => config(['--keys-file', file('# none')])).toThrow('holds no pair of keys: write one a line.');
    expect(() => config(['--keys-file', folder])).toThrow(`The keys file ${folder} is a folder`);
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
    'keys-file',
    'key-file',
    'sqlite-root',
    'allow-host',
    'origin',
    'max-tables',
    'max-columns',
    'deadline',
    'log-level',
  ])
    expect(plain).toMatch(new RegExp(`\\n  --${flag} [A-Z:]+ +\\S.*\\(default: .*, env: ROMA_FDI_[A-Z_]+\\)`));
  expect(help).toContain('Exit codes');
  expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140);
});
