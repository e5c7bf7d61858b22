/** What the matcher found, made ready for the store's thread: compact, and with ids for the rows that it may become. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ColumnTexts, encodeColumns, type MappedColumns } from './columns.ts';
import type { ProposedMapping, SchemaMapping } from './records.ts';
import type { PairIds, PairProposals } from './store.ts';

/** A proposal under the id that it gets if its tables are not mapped yet. */
export type EncodedMapping = Omit<ProposedMapping, keyof MappedColumns> & ColumnTexts & { readonly id: string };

/** Two schemas under the id that their mapping gets if it is not there yet. */
export type EncodedSchemas = Pick<SchemaMapping, 'id' | 'sourceSchema' | 'targetSchema'>;

export interface EncodedProposals extends PairIds {
  readonly mappings: readonly EncodedMapping[];
  /** Every pair of schemas of `mappings` once, in the order in which they first appear. */
  readonly schemas: readonly EncodedSchemas[];
}

/** About a millisecond's work; between two slices the event loop takes a turn. */
const sliceLength = 100;

export async function encodeProposals(
  { source, target, mappings }: PairProposals,
  newId: () => string,
): Promise<EncodedProposals> {
  const encoded: EncodedMapping[] = [];
  for (let start = 0; start < mappings.length; start += sliceLength) {
    if (start > 0) await nextTurn();
    for (const mapping of mappings.slice(start, start + sliceLength)) {
      const { sourceSchema, sourceTable, targetSchema, targetTable, percent } = mapping;
      const texts = encodeColumns(mapping);
      encoded.push({ id: newId(), sourceSchema, sourceTable, targetSchema, targetTable, percent, ...texts });
    }
  }
  const schemas = new Map<string, EncodedSchemas>();
  for (const { sourceSchema, targetSchema } of encoded) {
    const key = JSON.stringify([sourceSchema, targetSchema]);
    if (!schemas.has(key)) schemas.set(key, { id: newId(), sourceSchema, targetSchema });
  }
  return { source, target, mappings: encoded, schemas: [...schemas.values()] };
}
