/** Reads a catalog from wherever the user points: a JSON file, an SQLite file, or a connection string. */
import { lookup } from 'node:dns/promises';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import type { Table } from '@roma-fdi/automap';
import { fromCaller, mayHoldSecret } from '@roma-fdi/command-line';
import { CatalogError, readCatalog as readDatabase } from '@roma-fdi/databases';
import { CatalogFormError, catalogOf } from './catalog-form.ts';
import { beginnings, type Connection, ConnectionStringError, readConnectionString } from './connection-string.ts';
import { decodedText, UnknownEncodingError } from './decoded-text.ts';

/** A catalog that cannot be read; its message says which and why. */
export class CatalogFileError extends Error {
  override readonly name = 'CatalogFileError';
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EISDIR: 'is a folder: name a file in it.',
  EACCES: 'may not be read by this user.',
};
/** Of what a person points at, more than any database has: the matcher says itself what is too much for it. */
const limits = { maxTables: 1_000_000, maxColumns: 10_000_000 };
const sqliteHeader = 'SQLite format 3\0';
/** Milliseconds. */
const deadline = 60_000;

/** @throws {CatalogFileError} */
export async function readCatalog(place: string): Promise<{ tables: readonly Table[] }> {
  const signal = AbortSignal.timeout(deadline);
  try {
    const connection = await readConnectionString(place);
    if (connection) return await readServer(connection, signal);
    const path = fromCaller(place);
    await checkFile(place, path);
    if (await isSqlite(path)) {
      const file = { path: await realpath(path) };
      return await readDatabase({ type: 'SQLITE', settings: {}, place: file, signal, ...limits });
    }
    return catalogOf(JSON.parse(decodedText(await readFile(path))));
  } catch (error) {
    if (error instanceof CatalogFileError) throw error;
    if (error instanceof CatalogFormError)
      throw new CatalogFileError(`${place} is no catalog: ${error.message}`, { cause: error });
    if (error instanceof CatalogError || error instanceof ConnectionStringError)
      throw new CatalogFileError(error.message, { cause: error });
    if (error instanceof UnknownEncodingError)
      throw new CatalogFileError(`${place} is neither text in UTF-8 or UTF-16 nor an SQLite database.`, {
        cause: error,
      });
    if (error instanceof SyntaxError) {
      const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(error.message) ?? [];
      const where = line === undefined ? '' : `, as of line ${line}, column ${column},`;
      throw new CatalogFileError(`${place} is neither JSON${where} nor an SQLite database.`, { cause: error });
    }
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    if (mayHoldSecret(place))
      throw new CatalogFileError(
        `There is no file of a name that was given (${code}), and a connection string begins with ${beginnings}. The name is not repeated: it may hold a password.`,
        { cause: error },
      );
    throw new CatalogFileError(`${place} ${unreadable[code] ?? `cannot be read (${code}).`}`, { cause: error });
  }
}

/** Opening a pipe that nobody writes to would wait for ever. */
async function checkFile(place: string, path: string): Promise<void> {
  const file = await stat(path);
  if (!file.isFile() && !file.isDirectory())
    throw new CatalogFileError(`${place} is a pipe or a device: write the catalog to a file, and name that.`);
  if (file.size === 0 && /\.json$/i.test(place))
    throw new CatalogFileError(`${place} is empty: there is no table in it.`);
}

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sqliteHeader.length), 0, sqliteHeader.length, 0);
    // A database that nothing was written to yet has no byte.
    return bytesRead === 0 || buffer.toString('latin1', 0, bytesRead) === sqliteHeader;
  } finally {
    await file.close();
  }
}

async function readServer({ type, host, port, ...asked }: Connection, signal: AbortSignal) {
  // A name that is not known has no address, and is told as a server that cannot be reached.
  const found = await lookup(host, { all: true }).catch(() => []);
  const addresses = found.map(({ address }) => address);
  return readDatabase({ type, ...asked, place: { addresses, port }, signal, ...limits });
}
