/** Sets the scene: the two databases, the folder that holds them, and where this pair's store is kept. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fromCaller, mayHoldSecret, UsageError } from '@roma-fdi/command-line';
import { isStoreInUse } from '@roma-fdi/server';
import { makeSamples } from './samples.ts';
import type { Settings } from './settings.ts';

export interface Database {
  /** What it is called in the server and on the screen. */
  readonly name: string;
  /** Real path of its file. */
  readonly file: string;
  /** The same, below the scene's root. */
  readonly path: string;
}

export interface Scene {
  readonly source: Database;
  readonly target: Database;
  /** The folder that the server may read SQLite files below. */
  readonly root: string;
  /** The server's own database. */
  readonly store: string;
  /** Whether these are the samples, whose true mapping is known. */
  readonly samples: boolean;
}

/** @throws {UsageError} where a file of the user's cannot be used; Error where the demo's folder cannot be, or is in use */
export function setScene({ own, reset, data }: Settings): Scene {
  const folder = fromCaller(data);
  const given = own && { source: real(own.source), target: real(own.target) };
  makeFolder(folder);
  const files = given ?? makeSamples(join(folder, 'samples'), { reset });
  // Each pair has a store of its own: its data sources are written relative to its root.
  const key = own
    ? `own-${createHash('sha256').update(`${files.source}\0${files.target}`).digest('hex').slice(0, 12)}`
    : 'samples';
  const home = join(folder, 'stores', key);
  mkdirSync(home, { recursive: true });
  const store = join(home, 'store.db');
  if (reset) forget(store);

  const root = commonFolder(realpathSync(files.source), realpathSync(files.target));
  const database = (file: string, name: string): Database => {
    const path = realpathSync(file);
    return { name, file: path, path: plainPath(relative(root, path).split(sep).join('/')) };
  };
  const [sourceName, targetName] = names(files.source, files.target);
  return {
    source: database(files.source, sourceName),
    target: database(files.target, targetName),
    root,
    store,
    samples: own === undefined,
  };
}

export const secondCopy = `Another \`npm start\` is running on these databases. Use that one, stop it, or let this one keep its files elsewhere:
npm start -- --data FOLDER`;

function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `The folder ${folder} cannot be ${code === 'ENOENT' ? `made: there is no folder ${dirname(folder)}` : `written (${code})`}. Choose another one: npm start -- --data FOLDER`,
      {
        cause,
      },
    );
  }
}

/** A store that is in use stays: what its server has acknowledged would be gone. */
function forget(store: string): void {
  if (isStoreInUse(store)) throw new Error(secondCopy);
  for (const suffix of ['', '-wal', '-shm', '.key']) rmSync(`${store}${suffix}`, { force: true });
}

function real(given: string): string {
  const file = fromCaller(given);
  if (!existsSync(file))
    throw new UsageError(
      mayHoldSecret(given)
        ? 'There is no file of a name that was given; it is not repeated, since it may hold a password. The demo takes SQLite databases alone.'
        : `There is no file ${file}.`,
    );
  if (!statSync(file).isFile()) throw new UsageError(`${file} is no file: name an SQLite database.`);
  return realpathSync(file);
}

/** The server takes `file:` for a URI and a backslash at the beginning for a root. */
function plainPath(path: string): string {
  return /^(file:|[A-Z]:|\\)/i.test(path) ? `././${path}` : path;
}

/** Base names without their suffix, made fit for a data source's name and told apart where they are equal. */
function names(source: string, target: string): [string, string] {
  const plain = (file: string): string =>
    basename(file)
      .replace(/\.[^.]*$/, '')
      .replaceAll(/[&<>"'()\p{Cc}]/gu, '_')
      .slice(0, 200)
      .toWellFormed() || 'database';
  const [first, second] = [plain(source), plain(target)];
  return first === second ? [`${first}-source`, `${second}-target`] : [first, second];
}

function commonFolder(first: string, second: string): string {
  const a = dirname(first).split(sep);
  const b = dirname(second).split(sep);
  const shared = a.findIndex((part, index) => part !== b[index]);
  return (shared === -1 ? a : a.slice(0, shared)).join(sep) || sep;
}
