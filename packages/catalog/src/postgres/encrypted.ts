/** Asks a PostgreSQL server for encryption and begins it. */
import { once } from 'node:events';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect } from 'node:tls';
import { CatalogError } from '../catalog-error.ts';

/** The request of PostgreSQL's protocol: its length, and a number in place of a version. */
const REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const YES = 'S';
const NO = 'N';

/**
 * The encrypted stream over a connected one, the server's certificate checked against `host` unless the options say otherwise.
 * @throws CatalogError `refused` where the server has no encryption or its certificate does not hold, `not-a-database` where it is no PostgreSQL
 */
export async function encrypted(socket: Duplex, host: string, options: ConnectionOptions): Promise<Duplex> {
  const answer = firstChunk(socket);
  socket.write(REQUEST);
  const reply = (await answer).toString('latin1');
  if (reply === NO) throw new CatalogError('refused', 'The server does not accept encrypted connections.');
  // Anything behind the one letter would have been sent by somebody in between, before encryption began.
  if (reply !== YES) throw new CatalogError('not-a-database', 'What answers there is not PostgreSQL.');
  const secure = connect({ host, ...(isIP(host) ? {} : { servername: host }), ...options, socket });
  try {
    await once(secure, 'secureConnect');
  } catch (error) {
    throw new CatalogError(
      'refused',
      'The server offers encryption, but its certificate or its version of TLS is not accepted here.',
      error,
    );
  }
  return secure;
}

function firstChunk(socket: Duplex): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const closed = () =>
      reject(new CatalogError('unreachable', 'The server ended the connection before it was encrypted.'));
    socket.once('close', closed);
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      socket.off('close', closed);
      resolve(chunk);
    });
  });
}
