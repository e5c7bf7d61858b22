/** One session with a PostgreSQL server: begun, asked, ended. */
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { Client, Query, type QueryArrayConfig } from 'pg';
import { atFirstAnswer } from '../at-first-answer.ts';
import { CatalogError } from '../catalog-error.ts';
import type { Asking } from '../rows.ts';
import { type Login, mostBytes, tlsOptions } from '../server.ts';

export interface Session extends Asking {
  run(sql: string): Promise<void>;
  /** Takes leave; never fails. */
  end(): Promise<void>;
}

/** The types of message that a server may begin with. */
const firstTypes = 'REN';
/** Milliseconds for taking leave, once everything has been read. */
const leaveTimeout = 1000;
/** Values stay text: what they mean is decided where they are read. */
const asText = { getTypeParser: () => (value: unknown) => value };

/** Logs in at the first address where something answers. */
export function startSession(login: Login): Promise<Session> {
  return atFirstAnswer(login.addresses, (address) => startAt(address, login));
}

async function startAt(address: string, { port, encryption, user, password, database }: Login): Promise<Session> {
  const client = new Client({
    host: address,
    port,
    user,
    database,
    // Given as a function, an empty one is not looked for in a file either.
    password: () => password,
    ssl: encryption === undefined ? false : tlsOptions(encryption),
  });
  // Every failure also reaches the call under way; without a listener a lost connection would end the process.
  client.on('error', () => {});
  const { connection } = client as unknown as { readonly connection: Connection };
  watchBytes(connection);
  let isEncrypted = false;
  connection.once('sslconnect', () => {
    connection.stream.once('secureConnect', () => {
      isEncrypted = true;
    });
  });
  try {
    await client.connect();
  } catch (error) {
    throw encryption === undefined || isEncrypted ? error : encryptionFailure(error, connection.stream);
  }
  return {
    run: async (sql) => void (await client.query(sql)),
    each: (sql, take) =>
      new Promise((resolve, reject) => {
        const asked: QueryArrayConfig = { text: sql, rowMode: 'array', types: asText };
        const query = new Query<(string | null)[]>(asked);
        query.on('row', take);
        query.on('error', reject);
        query.on('end', () => resolve());
        client.query(query);
      }),
    end: () =>
      Promise.race([client.end().catch(() => {}), new Promise<void>((resolve) => setTimeout(resolve, leaveTimeout))]),
  };
}

/** What the driver keeps of its connection; the stream is another one once it is encrypted. */
interface Connection extends NodeJS.EventEmitter {
  readonly stream: Duplex;
  readonly ssl: unknown;
}

/** Ends a connection where no PostgreSQL answers, or too much: the driver gathers a message in its memory, however long the server says that it is. */
function watchBytes(connection: Connection): void {
  let received = 0;
  const count = (): void => {
    const { stream } = connection;
    stream.on('data', (chunk: Buffer) => {
      // What a web server begins with the driver takes for a very long message.
      if (received === 0 && !firstTypes.includes(String.fromCharCode(chunk[0] ?? 0)))
        stream.destroy(new CatalogError('not-a-database', 'What answers there does not speak as PostgreSQL does.'));
      received += chunk.length;
      if (received > mostBytes)
        stream.destroy(new CatalogError('too-large', 'The server sent more than any catalog needs.'));
    });
  };
  // Bytes before encryption are one letter.
  connection.once(connection.ssl ? 'sslconnect' : 'connect', count);
}

function encryptionFailure(error: unknown, stream: Duplex): unknown {
  const { message, syscall } = error as NodeJS.ErrnoException;
  if (message === 'The server does not support SSL connections')
    return new CatalogError('refused', 'The server does not accept encrypted connections.', error);
  // Anything behind the one letter would have been sent by somebody in between, before encryption began.
  if (message === 'There was an error establishing an SSL connection')
    return new CatalogError('not-a-database', 'What answers there is not PostgreSQL.', error);
  if (!(stream instanceof TLSSocket))
    return syscall === 'connect'
      ? error
      : new CatalogError('unreachable', 'The server ended the connection before it was encrypted.', error);
  return new CatalogError(
    'refused',
    'The server offers encryption, but its certificate or its version of TLS is not accepted here.',
    error,
  );
}
