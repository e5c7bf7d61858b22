/** What a kind of database gives the server: a check of its settings, and a way to read its catalog. */
import type { Catalog } from '@roma-fdi/catalog';

/** The settings of a data source, its secrets among them. */
export type Settings = Readonly<Record<string, unknown>>;

export interface Refusal {
  /** The property that cannot be used, for example `content.host`. */
  readonly parameter: string;
  readonly why: string;
}

export interface Engine {
  /** Why a data source with these settings cannot be registered; undefined where it can. */
  refusal(settings: Settings): Promise<Refusal | undefined>;
  /** @throws {CatalogError | SourceError} where the database cannot be read. */
  read(settings: Settings, limits: { readonly maxTables: number; readonly signal: AbortSignal }): Promise<Catalog>;
}

/** Names the first of the properties that is missing or empty. */
export function missing(settings: Settings, names: readonly string[], type: string): Refusal | undefined {
  const name = names.find((each) => settings[each] === undefined || settings[each] === '');
  return name === undefined ? undefined : { parameter: `content.${name}`, why: `${type} needs it.` };
}
