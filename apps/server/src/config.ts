/** The server's settings, checked once into a frozen configuration. No command line is needed for it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

/** What a program sets; the rest is as in `defaults`. An empty text or list is as good as none. */
export interface Settings extends Partial<Omit<Config, 'grants'>> {
  /** Token that callers send. */
  readonly token?: string | undefined;
  /** File with tokens, one a line; project IDs behind a token confine it to them. */
  readonly tokensFile?: string | undefined;
}

export const defaults = {
  host: '127.0.0.1',
  port: 4020,
  data: 'roma-fdi.db',
  maxTables: 20_000,
  deadline: 60,
  logLevel: 'info',
} as const;

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * @param nameOf What a setting is called in messages. Default: its name here.
 * @throws {ConfigError} where a setting cannot be used
 */
export function createConfig(settings: Settings = {}, nameOf = (name: keyof Settings): string => name): Config {
  const whole = (name: 'port' | 'maxTables' | 'deadline', least: number, most: number): number => {
    const value = settings[name] ?? defaults[name];
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new ConfigError(`${nameOf(name)} must be a whole number from ${least} to ${most}, not "${value}".`);
  };
  const logLevel = settings.logLevel || defaults.logLevel;
  if (!logLevels.includes(logLevel))
    throw new ConfigError(`${nameOf('logLevel')} must be one of ${logLevels.join(', ')}, not "${logLevel}".`);
  const data = settings.data || defaults.data;
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
    grants: grantsOf(settings.token || undefined, settings.tokensFile || undefined),
    keyFile: settings.keyFile || undefined,
    sqliteRoot: settings.sqliteRoot ? resolve(settings.sqliteRoot) : undefined,
    allowHosts: Object.freeze([...(settings.allowHosts ?? [])]),
    origins: Object.freeze([...origins]),
    maxTables: whole('maxTables', 1, 1_000_000),
    deadline: whole('deadline', 1, 3600),
    logLevel,
  });
}

/** Browsers send exactly this form; anything else would be listed and never match. */
const isOrigin = (text: string): boolean => /^[a-z][a-z\d+.-]*:\/\/[^\s/A-Z]+$/.test(text);

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
