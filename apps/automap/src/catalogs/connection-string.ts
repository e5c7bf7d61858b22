/** Reads a connection string. What it cannot use it refuses by name, and no message repeats the string: it may hold a password. */
import { readFile } from 'node:fs/promises';
import { fromCaller } from '@roma-fdi/command-line';
import {
  type ConnectionOption,
  type Database,
  type DatabaseType,
  databases,
  type Encryption,
} from '@roma-fdi/databases';

export interface Connection {
  readonly type: DatabaseType;
  readonly host: string;
  readonly port: number;
  readonly settings: Readonly<Record<'host' | 'user_name' | 'password' | 'database_name', string>>;
  readonly encryption?: Encryption;
}

/** A connection string that cannot be used; its message says what to write. */
export class ConnectionStringError extends Error {
  override readonly name = 'ConnectionStringError';
}

type Values = Partial<Record<ConnectionOption, string>>;

const types = Object.keys(databases) as DatabaseType[];
const schemesOf = (type: DatabaseType): readonly string[] => databases[type].schemes;

/** How connection strings begin, for messages. */
export const beginnings = new Intl.ListFormat('en').format(types.flatMap(schemesOf).map((name) => `${name}://`));

/** How the certificate is checked, in the words of PostgreSQL and of MySQL; undefined: the connection is not encrypted. */
const modes: Readonly<Record<string, Encryption['verify'] | undefined>> = {
  disable: undefined,
  disabled: undefined,
  require: 'nothing',
  required: 'nothing',
  'verify-ca': 'authority',
  'verify-full': 'name',
  'verify-identity': 'name',
};

/**
 * @returns undefined where the text does not begin as one
 * @throws {ConnectionStringError}
 */
export async function readConnectionString(text: string): Promise<Connection | undefined> {
  const [, scheme] = /^\s*([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  if (scheme === undefined) return undefined;
  const type = types.find((one) => schemesOf(one).includes(scheme.toLowerCase()));
  if (!type) throw new ConnectionStringError(`A connection string begins with ${beginnings}, not with ${scheme}://.`);
  const database: Database = databases[type];
  const form = `${database.schemes[0]}://user:password@host:port/database`;
  const { url, options } = partsOf(text.trim(), form);
  // As PostgreSQL's own programs have it, an option counts more than the same fact before the question mark.
  const values = { ...url, ...valuesOf(options, database) };
  const { host = '', user_name = '', password = '', database_name = '' } = values;
  for (const [value, what] of [
    [host, 'host'],
    [user_name, 'user'],
    [database_name, 'database'],
  ])
    if (!value) throw new ConnectionStringError(`The connection string names no ${what}: write ${form}.`);
  if (/[\s/,]/.test(host))
    throw new ConnectionStringError('The host of a connection string is one name or one IP address, and no socket.');
  const port = values.port ?? String(database.defaultPort);
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new ConnectionStringError('The port of a connection string is a whole number from 1 to 65535.');
  const encryption = await encryptionOf(values, options, database);
  const settings = { host, user_name, password, database_name };
  return { type, host, port: Number(port), settings, ...(encryption && { encryption }) };
}

type Options = ReadonlyMap<string, string>;

function partsOf(text: string, form: string): { url: Values; options: Options } {
  const malformed = (): ConnectionStringError =>
    new ConnectionStringError(`The connection string is malformed: write ${form}, other characters as %XX.`);
  // What stands behind a # is part of no address, but may be the rest of a password.
  if (text.includes('#')) throw malformed();
  const [address = '', query = ''] = text.split(/\?(.*)/su);
  const url = attempt(() => {
    const { hostname, port, username, password, pathname } = new URL(address);
    const [host, user_name, secret, database_name] = [hostname, username, password, pathname.slice(1)].map(
      decodeURIComponent,
    );
    return Object.fromEntries(
      Object.entries({
        host: host?.replace(/^\[(.*)\]$/, '$1'),
        port,
        user_name,
        password: secret,
        database_name,
      }).filter(([, value]) => value !== ''),
    );
  }, malformed);
  const options = new Map<string, string>();
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [name = '', value] = part.split(/=(.*)/su).map((one) => attempt(() => decodeURIComponent(one), malformed));
    // Behind a question mark that is part of a password stands no name.
    if (value === undefined || !/^[a-z][a-z_-]*$/i.test(name)) throw malformed();
    if (options.has(name))
      throw new ConnectionStringError(`The option [${name}] of the connection string stands twice.`);
    options.set(name, value);
  }
  return { url, options };
}

function attempt<T>(work: () => T, failure: () => Error): T {
  try {
    return work();
  } catch {
    throw failure();
  }
}

function valuesOf(options: Options, { connectionOptions }: Database): Values {
  const values: Values = {};
  for (const [name, value] of options) {
    const option = Object.hasOwn(connectionOptions, name) ? connectionOptions[name] : undefined;
    if (!option) {
      const taken = new Intl.ListFormat('en').format(Object.keys(connectionOptions));
      throw new ConnectionStringError(
        `The option [${name}] of the connection string is not taken here; taken are ${taken}.`,
      );
    }
    if (values[option] !== undefined)
      throw new ConnectionStringError(
        `The option [${name}] of the connection string says what another one says: leave one away.`,
      );
    values[option] = option === 'host' ? value.replace(/^\[(.*)\]$/, '$1') : value;
  }
  return values;
}

async function encryptionOf(values: Values, options: Options, database: Database): Promise<Encryption | undefined> {
  const nameOf = (option: ConnectionOption): string =>
    [...options.keys()].find((name) => database.connectionOptions[name] === option) ?? '';
  const { verify: mode, authorities: file } = values;
  if (mode === undefined && file === undefined) return undefined;
  const word = mode?.toLowerCase().replaceAll('_', '-') ?? '';
  if (mode !== undefined && !Object.hasOwn(modes, word))
    throw new ConnectionStringError(
      `The option [${nameOf('verify')}] must be disable, require, verify-ca or verify-full${
        /^(allow|prefer)/.test(word) ? `; ${mode} might send the password without encryption` : ''
      }.`,
    );
  const verify = modes[word];
  if (file === undefined) return verify && { verify };
  if (verify === undefined || (file === 'system' && verify !== 'name'))
    throw new ConnectionStringError(
      `The option [${nameOf('authorities')}] needs sslmode=${file === 'system' ? '' : 'verify-ca or sslmode='}verify-full beside it.`,
    );
  if (file === 'system') return { verify };
  // With certificates to check against, PostgreSQL's own programs check them, although that is more than was required.
  return {
    verify: verify === 'nothing' ? 'authority' : verify,
    authorities: await certificatesIn(file, nameOf('authorities')),
  };
}

async function certificatesIn(file: string, option: string): Promise<string> {
  const text = await readFile(fromCaller(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConnectionStringError(
      `The file of the option [${option}] cannot be read (${error.code ?? 'unknown reason'}).`,
    );
  });
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new ConnectionStringError(`The file of the option [${option}] holds no certificate in PEM.`);
  return text;
}
