/** Reads the command line and the environment, once, into a frozen configuration. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Grant } from './auth/token.ts';

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

interface Option {
  readonly flag: string;
  readonly variable: string;
  readonly value: string;
  readonly help: string;
  readonly many?: boolean;
}

const options = {
  port: {
    flag: 'port',
    variable: 'ROMA_FDI_PORT',
    value: 'N',
    help: 'port to listen on; 0 takes a free one (default 4020)',
  },
  host: { flag: 'host', variable: 'ROMA_FDI_HOST', value: 'ADDRESS', help: 'address to listen on (default 127.0.0.1)' },
  data: {
    flag: 'data',
    variable: 'ROMA_FDI_DATA',
    value: 'FILE',
    help: "the server's own database; :memory: forgets it (default ./roma-fdi.db)",
  },
  token: {
    flag: 'token',
    variable: 'ROMA_FDI_TOKEN',
    value: 'TOKEN',
    help: 'token that callers send in X-Auth-Token (default: one made for this run and printed)',
  },
  tokensFile: {
    flag: 'tokens-file',
    variable: 'ROMA_FDI_TOKENS_FILE',
    value: 'FILE',
    help: 'tokens, one a line; project IDs behind a token confine it to them',
  },
  keyFile: {
    flag: 'key-file',
    variable: 'ROMA_FDI_KEY_FILE',
    value: 'FILE',
    help: 'key that seals passwords, 64 hex digits; made where it is missing (default: the database file with .key)',
  },
  sqliteRoot: {
    flag: 'sqlite-root',
    variable: 'ROMA_FDI_SQLITE_ROOT',
    value: 'FOLDER',
    help: 'folder below which SQLITE data sources lie (default: none are offered)',
  },
  allowHosts: {
    flag: 'allow-host',
    variable: 'ROMA_FDI_ALLOW_HOSTS',
    value: 'HOST:PORT',
    help: 'address that data sources may lie at: name, address or network (default: none)',
    many: true,
  },
  origins: {
    flag: 'origin',
    variable: 'ROMA_FDI_ORIGINS',
    value: 'ORIGIN',
    help: 'web origin that browsers may call from (default: none)',
    many: true,
  },
  maxTables: {
    flag: 'max-tables',
    variable: 'ROMA_FDI_MAX_TABLES',
    value: 'N',
    help: 'most tables of a database that are mapped at once (default 20000)',
  },
  deadline: {
    flag: 'deadline',
    variable: 'ROMA_FDI_DEADLINE',
    value: 'SECONDS',
    help: 'longest time for one request (default 60)',
  },
  logLevel: {
    flag: 'log-level',
    variable: 'ROMA_FDI_LOG_LEVEL',
    value: 'LEVEL',
    help: 'silent, error, warn, info or debug (default info)',
  },
} as const satisfies Record<string, Option>;

type Name = keyof typeof options;

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

export const help = `roma-fdi-server: the composite tasks of ROMA Connect FDI, self-hosted on real databases

Usage: roma-fdi-server [options]

${Object.values(options)
  .map(
    ({ flag, value, variable, help: text }) =>
      `  ${`--${flag} ${value}`.padEnd(24)} ${text}\n${' '.repeat(27)}[${variable}]`,
  )
  .join('\n')}
  ${'--help'.padEnd(24)} this text
  ${'--version'.padEnd(24)} the version

Options that may come several times take a comma-separated list in the environment.
Exit codes: 0 stopped as asked, 1 could not start, 2 a setting cannot be used.`;

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
          .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const grants = lines.map((line): Grant => {
    const [first = '', ...projects] = line.trim().split(/[\s,]+/);
    return { token: first, projects: projects.length > 0 ? projects : undefined };
  });
  if (token !== undefined) grants.push({ token });
  if (grants.length === 0) throw new ConfigError(`The tokens file ${file} holds no token: write one a line.`);
  const unusable = grants.findIndex((grant) => !/^[\x21-\x7e]+$/.test(grant.token));
  if (unusable !== -1)
    throw new ConfigError(
      `Token ${unusable + 1} holds characters that a header cannot carry: use letters, digits and punctuation.`,
    );
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
