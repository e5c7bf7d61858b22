/** Registered data sources: what may be registered, how its secrets are kept, and how its catalog is read. */

import { type Catalog, CatalogError, TooManyTablesError } from '@roma-fdi/catalog';
import type { DatasourceType } from '@roma-fdi/types';
import { createJoined } from '../pace/joined.ts';
import { createTurns } from '../pace/turns.ts';
import { newId } from '../store/ids.ts';
import type { DataSource } from '../store/records.ts';
import type { Engine, Refusal, Settings } from './engine.ts';
import type { Sealer } from './seal.ts';
import { SourceError } from './source-error.ts';

export interface Sources {
  /** Why a data source of this type with these settings cannot be registered; undefined where it can. */
  refusal(type: DatasourceType, settings: Settings): Promise<Refusal | undefined>;
  /** Gives a new data source its ID and parts its settings into open and sealed ones. */
  prepare(settings: Settings): { id: string; content: Settings; sealedSecret: string | null };
  /** @throws {SourceError} and nothing else */
  read(source: DataSource, signal: AbortSignal): Promise<Catalog>;
}

export interface SourcesOptions {
  readonly engines: Readonly<Partial<Record<DatasourceType, Engine>>>;
  readonly sealer: Sealer;
  /** The settings that are not secret. */
  readonly openFields: ReadonlySet<string>;
  readonly maxTables: number;
  /** How many databases are read at once, and how many readings may wait. */
  readonly reads: { readonly atOnce: number; readonly waiting: number };
}

export function createSources({ engines, sealer, openFields, maxTables, reads }: SourcesOptions): Sources {
  const turns = createTurns(reads.atOnce, reads.waiting, () => {
    return new SourceError('busy', 'Too many databases are being read at this moment; wait before the next request.');
  });
  const joined = createJoined<Catalog>();
  const types = Object.keys(engines);

  return {
    async refusal(type, settings) {
      const engine = engines[type];
      if (!engine) return { parameter: 'datasource_type', why: `this server opens ${types.join(' and ')}.` };
      return engine.refusal(settings);
    },

    prepare(settings) {
      const id = newId();
      const entries = Object.entries(settings);
      const secrets = entries.filter(([name]) => !openFields.has(name));
      return {
        id,
        content: Object.fromEntries(entries.filter(([name]) => openFields.has(name))),
        sealedSecret: secrets.length === 0 ? null : sealer.seal(id, Object.fromEntries(secrets)),
      };
    },

    async read(source, signal) {
      const engine = engines[source.type as DatasourceType];
      if (!engine) throw new SourceError('unreadable', `this server opens ${types.join(' and ')}, not ${source.type}.`);
      const secrets = source.sealedSecret === null ? {} : (sealer.open(source.id, source.sealedSecret) as Settings);
      const settings = { ...source.content, ...secrets };
      try {
        return await joined.run(
          source.id,
          (shared) => turns.take(() => engine.read(settings, { maxTables, signal: shared }), shared),
          signal,
        );
      } catch (error) {
        throw sourceError(error, signal);
      }
    },
  };
}

function sourceError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof SourceError) return error;
  if (error instanceof TooManyTablesError) {
    return new SourceError(
      'too-many-tables',
      `the database has ${error.count} tables, at most ${error.limit} are mapped at once (ROMA_FDI_MAX_TABLES).`,
    );
  }
  if (error instanceof CatalogError) return new SourceError('unreadable', error.message, { cause: error });
  if (signal.aborted)
    return new SourceError('unreadable', 'it was not read within the time allowed.', { cause: error });
  return error;
}
