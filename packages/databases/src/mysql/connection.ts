/** One session with a MySQL or MariaDB server: begun, asked, ended. */
import { connect } from 'node:net';
import { createConnection, type SslOptions } from 'mysql2';
import { atFirstAnswer } from '../at-first-answer.ts';
import { CatalogError } from '../catalog-error.ts';
import type { Encryption } from '../database.ts';
import type { Asking } from '../rows.ts';
import { type Login, mostBytes } from '../server.ts';

export interface Session extends Asking {
  /** Takes leave; never fails. */
  end(): Promise<void>;
}

/** Milliseconds for taking leave, once everything has been read. */
const leaveTimeout = 1000;
/** A server greets in packet 0, with the version of its protocol or with an error. */
const greetings = [10, 0xff];

/** Logs in at the first address where something answers. */
export function startSession(login: Login): Promise<Session> {
  return atFirstAnswer(login.addresses, (address) => startAt(address, login));
}

async function startAt(address: string, { port, encryption, user, password, database }: Login): Promise<Session> {
  const socket = connect({ host: address, port, noDelay: true });
  let received = 0;
  socket.on('data', (chunk: Buffer) => {
    // What a web server says the driver takes for the beginning of a very long packet.
    if (received === 0 && chunk.length > 4 && (chunk[3] !== 0 || !greetings.includes(chunk[4] ?? 0)))
      socket.destroy(new CatalogError('not-a-database', 'What answers there does not speak as MySQL does.'));
    received += chunk.length;
    // The driver gathers a packet in its memory, and the parts of one that is longer.
    if (received > mostBytes)
      socket.destroy(new CatalogError('too-large', 'The server sent more than any catalog needs.'));
  });
  // node:tls holds the certificate of a socket that it is given against this name; the driver passes no IP address on.
  if (encryption) Object.assign(socket, { _host: encryption.host });
  const connection = createConnection({
    ...(encryption && { host: encryption.host, ssl: sslOptions(encryption) }),
    // Whoever is not known must not learn the password.
    ...(encryption?.verify !== 'name' && { authPlugins: { mysql_clear_password: refuseClearText } }),
    stream: () => socket,
    user,
    password,
    database,
    charset: 'utf8mb4',
    // No file of ours is sent because a server asks for it.
    flags: ['-LOCAL_FILES'],
    // The driver reads them by code that it makes at run time, twice as fast as without; in that of arrays no name stands that a server sends.
    rowsAsArray: true,
    typeCast: (field) => field.string(),
  });
  // A lost connection reaches no statement whose rows are taken one by one.
  const lost = new Promise<never>((_, reject) => void connection.on('error', reject));
  lost.catch(() => {});
  await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
  return {
    each: (sql, take) =>
      Promise.race([
        lost,
        new Promise<void>((resolve, reject) => {
          const asked = connection.query(sql);
          // A statement without rows gives a header in place of one.
          asked.on('result', (row) => void (Array.isArray(row) && take(row as (string | null)[])));
          asked.on('error', reject);
          asked.on('end', () => resolve());
        }),
      ]),
    end: () =>
      new Promise((resolve) => {
        setTimeout(resolve, leaveTimeout).unref();
        connection.end(() => resolve());
      }),
  };
}

function sslOptions({ verify, authorities }: Encryption): SslOptions {
  return {
    minVersion: 'TLSv1.2',
    verifyIdentity: verify === 'name',
    rejectUnauthorized: verify !== 'nothing',
    ...(authorities !== undefined && { ca: authorities }),
  };
}

function refuseClearText(): never {
  throw new CatalogError(
    'refused',
    'The server asks for the password in the clear, which is sent alone where the connection is encrypted and the certificate holds the name of the host.',
  );
}
