/** Turns a name that somebody typed into the real path of a database file below one folder. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep, win32 } from 'node:path';
import { CatalogError, quoted } from '../catalog-error.ts';
import { fileError, lookAtSqliteFile } from './file-state.ts';
import { inTurn } from './turns.ts';

/**
 * The real path of `name` below `root`, for `readSqliteCatalog`. Links inside the folder are followed, links out of it refused.
 * Waits for a reading of the same file that is under way in this process.
 * @param root the configured folder
 * @param name a relative path, `/` between its parts
 * @throws CatalogError `outside`, `missing`, `refused` or `not-a-database`; messages never name `root`
 */
export async function resolveSqlitePath(root: string, name: string): Promise<string> {
  const shown = quoted(name);
  const fault = faultOf(name);
  if (fault)
    throw new CatalogError(
      'outside',
      `${shown} ${fault}: give the path of a file below the folder for SQLite databases.`,
    );
  const folder = await realpath(root).catch((error: unknown) => {
    throw new CatalogError('missing', 'The folder for SQLite databases does not exist or may not be read.', error);
  });
  try {
    const path = await realpath(join(folder, name));
    if (!isBelow(folder, path))
      throw new CatalogError('outside', `${shown} leads out of the folder for SQLite databases.`);
    await inTurn(path, () => lookAtSqliteFile(path));
    return path;
  } catch (error) {
    throw fileError(error, shown);
  }
}

function faultOf(name: string): string | undefined {
  if (name === '') return 'is no name';
  if (name.includes('\0')) return 'holds a NUL character';
  if (/^file:/i.test(name)) return 'is a URI';
  if (isAbsolute(name) || win32.isAbsolute(name)) return 'is an absolute path';
  if (name.split(/[/\\]/).includes('..')) return 'holds ".."';
  return undefined;
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
