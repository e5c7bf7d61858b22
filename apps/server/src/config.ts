/** Reads the command line and the environment, once, into a frozen configuration. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Grant } from './auth/token.ts';
import { type Option, options } from './options.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Database file of the server itself, or `:memory:`. */
  readonly data: string;
  /** Undefined: a token is made for this run. */
  readonly grants: readonly Grant[] | undefined;
  /** File with the key that seals passwords; undefined: beside the database file. */
  readonly keyFile: string | undefined;
  readonly sqliteRoot: string | undefined;
  readonly allowHosts: readonly string[];
  readonly origins: readonly string[];
  readonly maxTables: number;
  /** Seconds from the arrival of a request to its answer. */
  readonly deadline: number;
  readonly logLevel: string;
}

/** A setting that cannot be used; its message says which and what to write instead. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Name = keyof typeof options;

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** @throws {ConfigError} where a setting cannot be used */
export function readConfig(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Config | 'help' | 'version' {
  const given = parsed(args);
  if (given['help']) return 'help';
  if (given['version']) return 'version';
  const setting = (name: Name): string | undefined => {
    const { flag, variable } = options[name];
    const value = given[flag] ?? environment[variable];
    return value === undefined || value === '' ? undefined : String(value);
  };
  const list = (name: Name): string[] => {
    const { flag, variable } = options[name];
    const values = given[flag] ?? environment[variable]?.split(',') ?? [];
    return [values]
      .flat()
      .map((value) => String(value).trim())
      .filter(Boolean);
  };
  const whole = (name: Name, fallback: number, least: number, most: number): number => {
    const text = setting(name);
    if (text === undefined) return fallback;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new ConfigError(`--${options[name].flag} must be a whole number from ${least} to ${most}, not "${text}".`);
  };
  const logLevel = setting('logLevel') ?? 'info';
  if (!logLevels.includes(logLevel))
    throw new ConfigError(`--log-level must be one of ${logLevels.join(', ')}, not "${logLevel}".`);
  const data = setting('data') ?? 'roma-fdi.db';
  const sqliteRoot = setting('sqliteRoot');
  return Object.freeze({
    host: setting('host') ?? '127.0.0.1',
    port: whole('port', 4020, 0, 65535),
    data: data === ':memory:' ? data : resolve(data),
    grants: grantsOf(setting('token'), setting('tokensFile')),
    keyFile: setting('keyFile'),
    sqliteRoot: sqliteRoot === undefined ? undefined : resolve(sqliteRoot),
    allowHosts: list('allowHosts'),
    origins: list('origins').map(checkedOrigin),
    maxTables: whole('maxTables', 20_000, 1, 1_000_000),
    deadline: whole('deadline', 60, 1, 3600),
    logLevel,
  });
}

/** Browsers send exactly this form; anything else would be listed and never match. */
function checkedOrigin(text: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\/[^\s/A-Z]+$/.test(text)) return text;
  throw new ConfigError(`--origin takes scheme, host and port alone, such as https://app.example:8443, not "${text}".`);
}

function parsed(args: readonly string[]): Record<string, string | boolean | string[] | undefined> {
  const flags = Object.values<Option>(options).map(({ flag, many = false }) => [
    flag,
    { type: 'string' as const, multiple: many },
  ]);
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...Object.fromEntries(flags), help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } },
      strict: true,
    });
    return values as Record<string, string | boolean | string[] | undefined>;
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\nTry --help.`);
  }
}

function grantsOf(token: string | undefined, file: string | undefined): Grant[] | undefined {
  if (token === undefined && file === undefined) return undefined;
  const lines =
    file === undefined
      ? []
      : read(file)
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== '' && !line.startsWith('#'));
  const grants = lines.map((line): Grant => {
    const [first = '', ...projects] = line.split(/[\s,]+/);
    return { token: first, projects: projects.length > 0 ? projects : undefined };
  });
  if (token !== undefined) grants.push({ token });
  if (grants.length === 0) throw new ConfigError(`The tokens file ${file} holds no token: write one a line.`);
  const unusable = grants.findIndex((grant) => !/^[\x21-\x7e]+$/.test(grant.token));
  if (unusable !== -1)
    throw new ConfigError(
      `Token ${unusable + 1} holds characters that a header cannot carry: use letters, digits and punctuation.`,
    );
  const repeated = grants.findIndex(({ token: one }, at) => grants.findIndex((grant) => grant.token === one) < at);
  if (repeated !== -1)
    throw new ConfigError(`Token ${repeated + 1} is the same as one before it: write it once, with all its projects.`);
  return grants;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(
      `The tokens file ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
    );
  }
}
