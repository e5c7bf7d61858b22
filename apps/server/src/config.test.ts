import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, createConfig, defaults, type Settings } from './config.ts';

it('keeps what lies in the project by default out of git', () => {
  const beside = ['', '-wal', '-wal.lost', '.lock', '.lock-journal', '.key', '.schema-1', '.backup'];
  const files = beside.map((suffix) => join(import.meta.dirname, '../../..', `${defaults.data}${suffix}`));
  expect(
    execFileSync('git', ['check-ignore', ...files], { encoding: 'utf8' })
      .trimEnd()
      .split('\n'),
  ).toEqual(files);
});

describe('a configuration from code', () => {
  it('needs no command line and no environment', () => {
    expect(createConfig()).toMatchObject({
      host: '127.0.0.1',
      port: 4020,
      data: resolve('roma-fdi.db'),
      grants: undefined,
    });
    expect(createConfig({ port: 0, data: ':memory:', token: 'one', sqliteRoot: 'x' })).toMatchObject({
      port: 0,
      data: ':memory:',
      grants: [{ token: 'one' }],
      sqliteRoot: resolve('x'),
    });
  });

  it('is read once: it is frozen, and what it was made of can change', () => {
    const allowHosts = ['a:1'];
    const config = createConfig({ allowHosts });
    allowHosts.push('b:2');
    expect(config.allowHosts).toEqual(['a:1']);
    for (const part of [config, config.allowHosts, config.origins]) expect(Object.isFrozen(part)).toBe(true);
  });

  it.each<[Settings, string]>([
    [{ port: 65_536 }, 'port must be a whole number from 0 to 65535, not "65536".'],
    [{ port: '4020' as never }, 'port must be a whole number from 0 to 65535, not "4020".'],
    [{ port: Number.NaN }, 'port must be a whole number from 0 to 65535, not "NaN".'],
    [{ maxTables: 0.5 }, 'maxTables must be a whole number from 1 to 1000000, not "0.5".'],
    [{ deadline: 0 }, 'deadline must be a whole number from 1 to 3600, not "0".'],
    [{ logLevel: 'loud' }, 'logLevel must be one of silent, fatal, error, warn, info, debug, trace, not "loud".'],
    [
      { origins: ['https://a.example', '*'] },
      'origins takes scheme, host and port alone, such as https://app.example:8443, not "*".',
    ],
  ])('refuses %j by name, in one sentence', (settings, message) => {
    expect(() => createConfig(settings)).toThrow(new ConfigError(message));
  });
});
