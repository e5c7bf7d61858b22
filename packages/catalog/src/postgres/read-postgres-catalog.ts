/** Reads the catalog of a PostgreSQL database. */
import type { Duplex } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import type { Catalog } from '../catalog.ts';
import { CatalogError, quoted } from '../catalog-error.ts';
import { within } from '../within.ts';
import { encrypted } from './encrypted.ts';
import { GuardedStream } from './guarded-stream.ts';
import { postgresError } from './postgres-error.ts';
import { beginReading, END_READING } from './queries.ts';
import { readPostgresTables } from './read-tables.ts';
import { type Credentials, startSession } from './session.ts';

export interface PostgresCatalogOptions extends Credentials {
  /** The server's name: for messages, and for the certificate where `tls` is given. It is never dialled. */
  readonly host: string;
  /** Dials the server and gives the connected socket, which the reading then owns. The signal ends the dialling. */
  readonly connect: (signal: AbortSignal) => Promise<Duplex>;
  /** Ends the reading and destroys the socket; the error is then `too-slow`. */
  readonly signal: AbortSignal;
  /** A database with more readable tables is refused. */
  readonly maxTables: number;
  /** Given, the connection is encrypted or not made at all; absent, it is not encrypted. */
  readonly tls?: ConnectionOptions;
  /** Milliseconds for dialling and logging in. Default 10,000. */
  readonly connectTimeout?: number;
  /** Milliseconds for one query, here and on the server. Default 30,000. */
  readonly queryTimeout?: number;
}

/** Milliseconds for taking leave, once everything has been read. */
const LEAVE = 1000;

/**
 * The tables that the user may read, all as of one moment, in a transaction that cannot write.
 * Every limit is kept on this side of the connection: nothing that the server does or leaves undone holds the reading up.
 * @throws CatalogError and nothing else
 */
export async function readPostgresCatalog(options: PostgresCatalogOptions): Promise<Catalog> {
  const { host, database, user, signal, maxTables, connectTimeout = 10_000, queryTimeout = 30_000 } = options;
  const subject = `The database ${quoted(database)} on ${quoted(host)}`;
  // Empty ones the driver would replace by the environment's; a NUL would end the value and begin the next parameter.
  for (const value of [user, database]) {
    if (value === '' || value.includes('\0'))
      throw new CatalogError('refused', `${subject} needs a user name and a database name without NUL.`);
  }
  const connecting = AbortSignal.any([signal, AbortSignal.timeout(connectTimeout)]);
  const stream = await dial(options, connecting, subject);
  const limited = <T>(limit: AbortSignal, work: Promise<T>) => within(limit, subject, work, () => stream.destroy());
  try {
    const session = await limited(connecting, startSession(stream, options));
    const asking = <T>(work: Promise<T>) => limited(AbortSignal.any([signal, AbortSignal.timeout(queryTimeout)]), work);
    await asking(session.run(beginReading(queryTimeout)));
    const tables = await readPostgresTables({ each: (sql, take) => asking(session.each(sql, take)) }, maxTables);
    await asking(session.run(END_READING));
    await limited(AbortSignal.timeout(LEAVE), session.end()).catch(() => {});
    return { dialect: 'postgres', tables };
  } catch (error) {
    throw postgresError(error, subject);
  } finally {
    stream.destroy();
  }
}

async function dial(
  { connect, host, tls }: PostgresCatalogOptions,
  signal: AbortSignal,
  subject: string,
): Promise<GuardedStream> {
  let given: Duplex | undefined;
  let over = false;
  const dialled = Promise.resolve()
    .then(() => connect(signal))
    .then(async (socket) => {
      given = socket;
      socket.on('error', () => {});
      // A dialler that comes too late has nobody left who would end its socket.
      if (over) socket.destroy();
      return new GuardedStream(tls ? await encrypted(socket, host, tls) : socket);
    });
  try {
    return await within(signal, subject, dialled);
  } catch (error) {
    over = true;
    given?.destroy();
    if (error instanceof CatalogError) throw error;
    throw new CatalogError('unreachable', `${subject} could not be reached.`, error);
  }
}
