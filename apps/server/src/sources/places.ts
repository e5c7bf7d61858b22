/** Lends places to readings: the real path of a file below the one folder, or the addresses of a server that the operator allowed. */
import { join } from 'node:path';
import { CatalogError, type Place, type Refusal, type Target } from '@roma-fdi/databases';
import { untilAborted } from '../pace/until-aborted.ts';
import type { AllowList } from './allow-list.ts';
import type { IsOwnFile } from './own-files.ts';
import { resolveAddresses } from './resolve-address.ts';
import { resolvePath } from './resolve-path.ts';
import { SourceError } from './source-error.ts';

export interface Places {
  /** Why no database of this kind can be registered; undefined where some can. */
  closed(kind: 'file' | 'server'): Refusal | undefined;
  /** Why this one can never be lent; undefined for what may come later. */
  refusal(target: Target): Promise<Refusal | undefined>;
  /** @throws {CatalogError | SourceError} where it is not there, or not to be lent */
  lend(target: Target, signal: AbortSignal): Promise<Place>;
}

export interface PlacesOptions {
  /** The folder with files; undefined where none are offered. */
  readonly root: string | undefined;
  readonly isOwnFile: IsOwnFile;
  readonly allowed: AllowList;
}

const noFolder = 'this server was given no folder with SQLite files (ROMA_FDI_SQLITE_ROOT).';
const ownFile = "it is this server's own database.";

export function createPlaces({ root, isOwnFile, allowed }: PlacesOptions): Places {
  return {
    closed: (kind) =>
      kind === 'file' && root === undefined ? { parameter: 'datasource_type', why: noFolder } : undefined,
    async refusal(target) {
      if (root === undefined || !('file' in target)) return undefined;
      const refused = (why: string): Refusal => ({ parameter: 'content.database_name', why });
      if (await isOwnFile(join(root, target.file))) return refused(ownFile);
      try {
        await resolvePath(root, target.file);
      } catch (error) {
        // A file that is not there yet may come; one that leads out of the folder never may be used.
        if (error instanceof CatalogError && error.kind === 'outside') return refused(error.message);
      }
      return undefined;
    },
    async lend(target, signal) {
      if ('host' in target) return { addresses: await resolveAddresses(allowed, target, signal), port: target.port };
      if (root === undefined) throw new SourceError('unreadable', noFolder);
      return untilAborted(pathOf(root, target.file), signal);
    },
  };

  async function pathOf(folder: string, file: string): Promise<Place> {
    // Again: what lies under a name may have changed since it was registered.
    if (await isOwnFile(join(folder, file))) throw new SourceError('unreadable', ownFile);
    return { path: await resolvePath(folder, file) };
  }
}
