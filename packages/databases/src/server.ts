/** What databases at a server have in common: the settings that they need, and how these become a target, a subject and a login. */
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { CatalogError, quoted } from './catalog-error.ts';
import type { Database, Encryption, Request, Settings } from './database.ts';

const needed = ['host', 'port', 'database_name', 'user_name', 'password'] as const;

/** The host's side of a database at a server; its folder says the rest. */
export function databaseAtServer<
  const Own extends Pick<Database, 'dialect' | 'schemes' | 'connectionOptions' | 'defaultPort' | 'load'>,
>(type: string, own: Own) {
  return {
    ...own,
    kind: 'server',
    needed,
    refusal: ({ mode = 'default' }: Settings) =>
      mode === 'default'
        ? undefined
        : { parameter: 'content.mode', why: `this server takes ${type} in mode default alone.` },
    target: ({ host, port }: Settings) => ({ host: String(host), port: Number(port) }),
    subject: subjectOf,
  } as const satisfies Database;
}

function subjectOf({ host, database_name }: Settings): string {
  return `The database ${quoted(String(database_name))} on ${quoted(String(host))}`;
}

/** Bytes read from one server: 20,000 tables of 50 columns need two thirds of it. */
export const mostBytes = 128 * 1024 * 1024;

/** How a server is logged in to; nothing of it is looked for in the environment. */
export interface Login {
  /** IP addresses in the order to try them. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** With the host's name; undefined where the connection is not encrypted. */
  readonly encryption: (Encryption & { readonly host: string }) | undefined;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** @throws {CatalogError} `refused` where a name is empty, or would end in the protocol before it does here */
export function loginOf({ settings, place, encryption: asked }: Request): Login {
  if (!('addresses' in place)) throw new TypeError('A database at a server has addresses.');
  const text = (name: (typeof needed)[number]): string => String(settings[name] ?? '');
  const login = { user: text('user_name'), password: text('password'), database: text('database_name') };
  for (const value of [login.user, login.database]) {
    // Empty ones a driver would replace by its own; a NUL would end the value and begin the next one.
    if (value === '' || value.includes('\0'))
      throw new CatalogError('refused', `${subjectOf(settings)} needs a user name and a database name without NUL.`);
  }
  const encryption = asked ?? (settings['ssl'] === true ? ({ verify: 'name' } as const) : undefined);
  return { ...place, ...login, encryption: encryption && { ...encryption, host: text('host') } };
}

/** The same for node:tls. */
export function tlsOptions({ verify, authorities, host }: NonNullable<Login['encryption']>): ConnectionOptions {
  return {
    host,
    // An address is no name to ask a server for.
    ...(isIP(host) === 0 && { servername: host }),
    ...(authorities !== undefined && { ca: authorities }),
    rejectUnauthorized: verify !== 'nothing',
    ...(verify !== 'name' && { checkServerIdentity: () => undefined }),
  };
}
