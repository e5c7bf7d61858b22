/** Reads a catalog from wherever the user points: a JSON file, an SQLite file, or a connection string. */
import { lookup } from 'node:dns/promises';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import type { Table } from '@roma-fdi/automap';
import {
  CatalogError,
  type Database,
  type DatabaseType,
  databases,
  readCatalog as readDatabase,
} from '@roma-fdi/databases';
import { fromCaller } from '../arguments/caller-folder.ts';
import { CatalogFormError, catalogOf } from './catalog-form.ts';
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
    const type = typeOf(place);
    if (type) return await readServer(type, place, signal);
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
    if (error instanceof CatalogError) throw new CatalogFileError(error.message, { cause: error });
    if (error instanceof UnknownEncodingError)
      throw new CatalogFileError(`${place} is neither text in UTF-8 or UTF-16 nor an SQLite database.`, {
        cause: error,
      });
    if (error instanceof SyntaxError) {
      const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(error.message) ?? [];
      const where = line === undefined ? '' : `, as of line ${line}, column ${column},`;
      throw new CatalogFileError(`${place} is neither JSON${where} nor an SQLite database.`, { cause: error });
    }
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new CatalogFileError(`${place} ${unreadable[code] ?? `cannot be read (${code}).`}`, { cause: error });
  }
}

/** Opening a pipe that nobody writes to would wait for ever. */
async function checkFile(place: string, path: string): Promise<void> {
  const file = await stat(path);
  if (!file.isFile() && !file.isDirectory())
    throw new CatalogFileError(`${place} is a pipe or a device: write the catalog to a file, and name that.`);
  if (file.isFile() && file.size === 0) throw new CatalogFileError(`${place} is empty: there is no table in it.`);
}

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sqliteHeader.length), 0, sqliteHeader.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === sqliteHeader;
  } finally {
    await file.close();
  }
}

/** The kind of database that a connection string is for, by its scheme; the error does not repeat the string, which may hold a password. */
function typeOf(place: string): DatabaseType | undefined {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(place) ?? [];
  if (scheme === undefined) return undefined;
  const types = Object.keys(databases) as DatabaseType[];
  const schemesOf = (type: DatabaseType): readonly string[] => databases[type].schemes;
  const found = types.find((type) => schemesOf(type).includes(scheme.toLowerCase()));
  if (found) return found;
  const known = new Intl.ListFormat('en').format(types.flatMap(schemesOf).map((name) => `${name}://`));
  throw new CatalogFileError(`A connection string begins with ${known}, not with ${scheme}://.`);
}

async function readServer(type: DatabaseType, place: string, signal: AbortSignal) {
  const { host, port, ...settings } = settingsOf(place, databases[type]);
  // A name that is not known has no address, and is told as a server that cannot be reached.
  const found = await lookup(host, { all: true }).catch(() => []);
  const addresses = found.map(({ address }) => address);
  return readDatabase({ type, settings: { host, ...settings }, place: { addresses, port }, signal, ...limits });
}

/** The parts of a connection string; the error for one that is malformed does not repeat it, since it may hold a password. */
function settingsOf(place: string, { schemes: [scheme], defaultPort }: Database) {
  try {
    const url = new URL(place);
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || defaultPort),
      user_name: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database_name: decodeURIComponent(url.pathname.slice(1)),
    };
  } catch {
    throw new CatalogFileError(
      `The connection string is malformed: write ${scheme}://user:password@host:port/database, other characters as %XX.`,
    );
  }
}
