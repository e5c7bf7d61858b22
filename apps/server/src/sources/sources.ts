/** Registered data sources: what may be registered, how its secrets are kept, and how its catalog is read. */

import {
  type Catalog,
  CatalogError,
  databases,
  isDatabaseType,
  type ReadCatalogOptions,
  type Refusal,
  readCatalog,
  type Settings,
  TooManyError,
} from '@roma-fdi/databases';
import type { DatasourceType } from '@roma-fdi/types';
import { createJoined } from '../pace/joined.ts';
import { createTurns } from '../pace/turns.ts';
import { newId } from '../store/ids.ts';
import type { DataSource } from '../store/records.ts';
import type { Places } from './places.ts';
import type { Sealer } from './seal.ts';
import { SourceError } from './source-error.ts';

export interface Sources {
  /** Why a data source of this type with these settings cannot be registered; undefined where it can. */
  refusal(type: DatasourceType, settings: Settings): Promise<Refusal | undefined>;
  /** Gives a new data source its ID and parts its settings into open and sealed ones. */
  prepare(type: string, settings: Settings): { id: string; content: Settings; sealedSecret: string | null };
  /** @throws {SourceError} and nothing else */
  read(source: DataSource, signal: AbortSignal): Promise<Catalog>;
}

export interface SourcesOptions {
  readonly places: Places;
  readonly sealer: Sealer;
  /** The settings that are not secret. */
  readonly openFields: ReadonlySet<string>;
  readonly maxTables: number;
  /** In all tables of a database. */
  readonly maxColumns: number;
  /** How many databases are read at once, and how many readings may wait. */
  readonly reads: { readonly atOnce: number; readonly waiting: number };
  /** How a catalog is read. Default: in a process of its own. */
  readonly read?: (options: ReadCatalogOptions) => Promise<Catalog>;
}

const types = new Intl.ListFormat('en').format(Object.keys(databases));

export function createSources({
  places,
  sealer,
  openFields,
  maxTables,
  maxColumns,
  reads,
  read = readCatalog,
}: SourcesOptions): Sources {
  const turns = createTurns(reads.atOnce, reads.waiting, () => {
    return new SourceError('busy', 'Too many databases are being read at this moment; wait before the next request.');
  });
  const joined = createJoined<Catalog>();

  return {
    async refusal(type, settings) {
      if (!isDatabaseType(type)) return { parameter: 'datasource_type', why: `this server opens ${types}.` };
      const database = databases[type];
      const refusal = places.closed(database.kind) ?? database.refusal(settings);
      if (refusal) return refusal;
      const missing = database.needed.find((name) => settings[name] === undefined || settings[name] === '');
      if (missing) return { parameter: `content.${missing}`, why: `${type} needs it.` };
      return places.refusal(database.target(settings));
    },

    prepare(type, settings) {
      const id = newId();
      const entries = Object.entries(settings);
      const secrets = entries.filter(([name]) => !openFields.has(name));
      const content = Object.fromEntries(entries.filter(([name]) => openFields.has(name)));
      const sealedSecret =
        secrets.length === 0 ? null : sealer.seal({ id, type, content }, Object.fromEntries(secrets));
      return { id, content, sealedSecret };
    },

    async read({ id, type, content, sealedSecret }, signal) {
      if (!isDatabaseType(type)) throw new SourceError('unreadable', `this server opens ${types}, not ${type}.`);
      const settings = {
        ...content,
        ...(sealedSecret === null ? {} : (sealer.open({ id, type, content }, sealedSecret) as Settings)),
      };
      const work = async (shared: AbortSignal): Promise<Catalog> => {
        const place = await places.lend(databases[type].target(settings), shared);
        return read({ type, settings, place, maxTables, maxColumns, signal: shared });
      };
      try {
        return await joined.run(id, (shared) => turns.take(() => work(shared), shared), signal);
      } catch (error) {
        throw sourceError(error, signal);
      }
    },
  };
}

/** What an operator sets where more are wanted. */
const variables = { tables: 'ROMA_FDI_MAX_TABLES', columns: 'ROMA_FDI_MAX_COLUMNS' } as const;

function sourceError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof SourceError) return error;
  if (error instanceof TooManyError) {
    const { of, count, limit } = error;
    return new SourceError(
      'too-many-tables',
      `the database has ${count} ${of}, at most ${limit} are mapped at once (${variables[of]}).`,
    );
  }
  if (error instanceof CatalogError) return new SourceError('unreadable', error.message, { cause: error });
  if (signal.aborted)
    return new SourceError('unreadable', 'it was not read within the time allowed.', { cause: error });
  return error;
}
