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
import { type Kept, withKeptSecrets } from './kept-secrets.ts';
import type { Places } from './places.ts';
import type { Sealer } from './seal.ts';
import { SourceError } from './source-error.ts';

export interface Sources {
  /** Why a data source of this type with these settings cannot be registered; undefined where it can. */
  refusal(type: DatasourceType, settings: Settings): Promise<Refusal | undefined>;
  /** Gives a new data source its ID and parts its settings into open and sealed ones. */
  prepare(type: string, settings: Settings): { id: string; content: Settings; sealedSecret: string | null };
  /**
   * The settings with the secrets of the data source that they leave out, or the secret that must be sent again.
   * @throws {SourceError} where the kept secrets cannot be opened
   */
  withKept(source: DataSource, settings: Settings): Kept;
  /** Parts settings into open and sealed ones, the latter bound to the data source. */
  seal(of: Pick<DataSource, 'id' | 'type'>, settings: Settings): Pick<DataSource, 'content' | 'sealedSecret'>;
  /** @throws {SourceError} and nothing else */
  read(source: DataSource, signal: AbortSignal): Promise<Catalog>;
  /**
   * Connects with these settings, whatever the data source has.
   * @throws {SourceError} where the database cannot be read; more tables than the limit are no reason
   */
  test(source: DataSource, settings: Settings, signal: AbortSignal): Promise<void>;
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

  const secretsOf = ({ sealedSecret, ...binding }: DataSource): Settings =>
    sealedSecret === null ? {} : (sealer.open(binding, sealedSecret) as Settings);

  function seal(of: Pick<DataSource, 'id' | 'type'>, settings: Settings): Pick<DataSource, 'content' | 'sealedSecret'> {
    const entries = Object.entries(settings);
    const secrets = entries.filter(([name]) => !openFields.has(name));
    const content = Object.fromEntries(entries.filter(([name]) => openFields.has(name)));
    const sealedSecret = secrets.length === 0 ? null : sealer.seal({ ...of, content }, Object.fromEntries(secrets));
    return { content, sealedSecret };
  }

  async function readPlace(type: string, settings: Settings, signal: AbortSignal): Promise<Catalog> {
    if (!isDatabaseType(type)) throw new SourceError('unreadable', `this server opens ${types}, not ${type}.`);
    const place = await places.lend(databases[type].target(settings), signal);
    return read({ type, settings, place, maxTables, maxColumns, signal });
  }

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
      return { id, ...seal({ id, type }, settings) };
    },

    seal,

    withKept: (source, settings) => withKeptSecrets(settings, source.content, secretsOf(source)),

    async read(source, signal) {
      const settings = { ...source.content, ...secretsOf(source) };
      const work = (shared: AbortSignal) => turns.take(() => readPlace(source.type, settings, shared), shared);
      try {
        return await joined.run(source.id, work, signal);
      } catch (error) {
        throw sourceError(error, signal);
      }
    },

    async test({ type }, settings, signal) {
      try {
        await turns.take(() => readPlace(type, settings, signal), signal);
      } catch (error) {
        if (!(error instanceof TooManyError)) throw sourceError(error, signal);
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
