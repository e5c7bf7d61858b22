/** SQLite files below the one folder that the operator configured. */
import { join } from 'node:path';
import { CatalogError, readSqliteCatalog, resolveSqlitePath } from '@roma-fdi/catalog';
import { type Engine, missing, type Settings } from './engine.ts';
import type { IsOwnFile } from './own-files.ts';
import { SourceError } from './source-error.ts';

const noFolder = 'this server was given no folder with SQLite files (ROMA_FDI_SQLITE_ROOT).';
const ownFile = "it is this server's own database.";

/** @param root folder; undefined where SQLite files are not offered */
export function sqliteEngine(root: string | undefined, isOwnFile: IsOwnFile): Engine {
  const nameOf = (settings: Settings): string => String(settings['database_name']);
  return {
    async refusal(settings) {
      if (root === undefined) return { parameter: 'datasource_type', why: noFolder };
      const incomplete = missing(settings, ['database_name'], 'SQLITE');
      if (incomplete) return incomplete;
      if (await isOwnFile(join(root, nameOf(settings)))) return { parameter: 'content.database_name', why: ownFile };
      try {
        await resolveSqlitePath(root, nameOf(settings));
      } catch (error) {
        // A file that is not there yet may come; one that leads out of the folder never may be used.
        if (error instanceof CatalogError && error.kind === 'outside')
          return { parameter: 'content.database_name', why: error.message };
      }
      return undefined;
    },
    async read(settings, { maxTables, signal }) {
      if (root === undefined) throw new SourceError('unreadable', noFolder);
      // Again: what lies under a name may have changed since it was registered.
      if (await isOwnFile(join(root, nameOf(settings)))) throw new SourceError('unreadable', ownFile);
      return readSqliteCatalog({ path: await resolveSqlitePath(root, nameOf(settings)), maxTables, signal });
    },
  };
}
