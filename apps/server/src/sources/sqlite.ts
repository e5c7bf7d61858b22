/** SQLite files below the one folder that the operator configured. */
import { CatalogError, readSqliteCatalog, resolveSqlitePath } from '@roma-fdi/catalog';
import { type Engine, missing } from './engine.ts';
import { SourceError } from './source-error.ts';

const noFolder = 'this server was given no folder with SQLite files (ROMA_FDI_SQLITE_ROOT).';

/** @param root folder; undefined where SQLite files are not offered */
export function sqliteEngine(root: string | undefined): Engine {
  return {
    async refusal(settings) {
      if (root === undefined) return { parameter: 'datasource_type', why: noFolder };
      const incomplete = missing(settings, ['database_name'], 'SQLITE');
      if (incomplete) return incomplete;
      try {
        await resolveSqlitePath(root, String(settings['database_name']));
      } catch (error) {
        // A file that is not there yet may come; one that leads out of the folder never may be used.
        if (error instanceof CatalogError && error.kind === 'outside')
          return { parameter: 'content.database_name', why: error.message };
      }
      return undefined;
    },
    async read(settings, { maxTables, signal }) {
      if (root === undefined) throw new SourceError('unreadable', noFolder);
      return readSqliteCatalog({
        path: await resolveSqlitePath(root, String(settings['database_name'])),
        maxTables,
        signal,
      });
    },
  };
}
