/** Turns a name that somebody typed into the real path of a database file below one folder. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep, win32 } from 'node:path';
import { CatalogError, fileFailure, quoted } from '@roma-fdi/databases';

/**
 * The real path of `name` below `root`. Links inside the folder are followed, links out of it refused. No file is opened.
 * @param root the configured folder
 * @param name a relative path, `/` between its parts
 * @throws CatalogError `outside`, `missing` or `refused`; messages never name `root`
 */
export async function resolvePath(root: string, name: string): Promise<string> {
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
    return path;
  } catch (error) {
    throw fileFailure(error, shown);
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
