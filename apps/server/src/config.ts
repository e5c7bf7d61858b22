/** The server's settings, checked once into a frozen configuration. No command line is needed for it. */
import { resolve } from 'node:path';
import { type GrantsFile, GrantsFileError, type KeyGrant, keysOfFile, readGrantsFile } from '@roma-fdi/contract/grants';
import { catalogDefaults } from '@roma-fdi/databases';
import type { Grant } from './auth/token.ts';
import { grantsOfFile, isSendable, type ListedGrant } from './auth/tokens-file.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Database file of the server itself, or `:memory:`. */
  readonly data: string;
  /** Undefined: a token is made for this run, unless there are keys. */
  readonly grants: readonly Grant[] | undefined;
  /** Undefined: no signature is accepted. */
  readonly keys: readonly KeyGrant[] | undefined;
  /** File with the key that seals passwords; undefined: beside the database file. */
  readonly keyFile: string | undefined;
  readonly sqliteRoot: string | undefined;
  readonly allowHosts: readonly string[];
  readonly origins: readonly string[];
  readonly maxTables: number;
  /** Of one database, in all its tables. */
  readonly maxColumns: number;
  /** Of a side, in one call of automatic mapping by names and ranges. */
  readonly maxAutoTables: number;
  /** Seconds from the arrival of a request to its answer. */
  readonly deadline: number;
  readonly logLevel: string;
}

/** A setting that cannot be used; its message says which and what to write instead. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What a program sets; the rest is as in `defaults`. An empty text or list is as good as none. */
export interface Settings extends Partial<Omit<Config, 'grants' | 'keys'>> {
  /** Token that callers send. */
  readonly token?: string | undefined;
  /** File with tokens, one a line; project IDs behind a token confine it to them, and ` #` begins a comment. */
  readonly tokensFile?: string | undefined;
  /** File with access keys and their secret keys, a pair a line; the rest is as in a tokens file. */
  readonly keysFile?: string | undefined;
}

export const defaults = {
  host: '127.0.0.1',
  port: 4020,
  data: 'roma-fdi.db',
  maxTables: 20_000,
  maxColumns: catalogDefaults.maxColumns,
  maxAutoTables: 2_000,
  deadline: 60,
  logLevel: 'info',
} as const;

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * @param nameOf What a setting is called in messages. Default: its name here.
 * @throws {ConfigError} where a setting cannot be used
 */
export function createConfig(settings: Settings = {}, nameOf = (name: keyof Settings): string => name): Config {
  const whole = (
    name: 'port' | 'maxTables' | 'maxColumns' | 'maxAutoTables' | 'deadline',
    least: number,
    most: number,
  ): number => {
    const value = settings[name] ?? defaults[name];
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new ConfigError(`${nameOf(name)} must be a whole number from ${least} to ${most}, not "${value}".`);
  };
  const logLevel = settings.logLevel || defaults.logLevel;
  if (!logLevels.includes(logLevel))
    throw new ConfigError(`${nameOf('logLevel')} must be one of ${logLevels.join(', ')}, not "${logLevel}".`);
  const data = settings.data || defaults.data;
  if (isConnectionString(data))
    throw new ConfigError(
      `${nameOf('data')} names a file, and this is a connection string; it is not repeated, since it may hold a password.`,
    );
  const origins = settings.origins ?? [];
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined)
    throw new ConfigError(
      `${nameOf('origins')} takes scheme, host and port alone, such as https://app.example:8443, not "${wrong}".`,
    );
  return Object.freeze({
    host: settings.host || defaults.host,
    port: whole('port', 0, 65535),
    data: data === ':memory:' ? data : resolve(data),
    grants: grantsOf(settings, nameOf),
    keys: settings.keysFile
      ? listedIn({ file: settings.keysFile, kind: 'keys', item: 'pair of keys', read: keysOfFile })
      : undefined,
    keyFile: settings.keyFile || undefined,
    sqliteRoot: settings.sqliteRoot ? resolve(settings.sqliteRoot) : undefined,
    allowHosts: Object.freeze([...(settings.allowHosts ?? [])]),
    origins: Object.freeze([...origins]),
    maxTables: whole('maxTables', 1, 1_000_000),
    maxColumns: whole('maxColumns', 1, 10_000_000),
    maxAutoTables: whole('maxAutoTables', 1, 1_000_000),
    deadline: whole('deadline', 1, 3600),
    logLevel,
  });
}

/** A database at a server cannot keep the store; a folder called `postgres:` would hold the password in its path. */
export const isConnectionString = (text: string): boolean => /^\s*[a-z][a-z\d+.-]+:\/\//i.test(text);

/** Browsers send exactly this form; anything else would be listed and never match. */
const isOrigin = (text: string): boolean => /^[a-z][a-z\d+.-]*:\/\/[^\s/A-Z]+$/.test(text);

function grantsOf(settings: Settings, nameOf: (name: keyof Settings) => string): readonly Grant[] | undefined {
  const token = settings.token || undefined;
  const file = settings.tokensFile || undefined;
  if (token !== undefined && !isSendable(token))
    throw new ConfigError(
      `${nameOf('token')} holds characters that a header cannot carry: use letters, digits and punctuation without spaces.`,
    );
  const listed: readonly ListedGrant[] =
    file === undefined ? [] : listedIn({ file, kind: 'tokens', item: 'token', read: grantsOfFile });
  const twice = listed.find((grant) => grant.token === token);
  if (twice)
    throw new ConfigError(
      `${nameOf('token')} is the same token as in line ${twice.line} of ${file}: write it once, with all its projects.`,
    );
  const grants = [
    ...listed.map(({ token: one, projects }) => ({ token: one, projects })),
    ...(token ? [{ token }] : []),
  ];
  return grants.length > 0 ? grants : undefined;
}

/** @throws {ConfigError} where the file cannot be used, or lists nothing */
function listedIn<Item>(file: GrantsFile<Item>): readonly Item[] {
  try {
    return readGrantsFile(file);
  } catch (error) {
    if (!(error instanceof GrantsFileError)) throw error;
    throw new ConfigError(error.message, { cause: error });
  }
}
