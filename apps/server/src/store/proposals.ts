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
  /** The mappings as JSON texts of `EncodedMapping[]`: a text crosses between threads at a small part of an object's cost. */
  readonly slices: readonly string[];
  /** Every pair of schemas of the mappings once, in the order in which they first appear. */
  readonly schemas: readonly EncodedSchemas[];
}

/** How many mappings are encoded at a stretch: some milliseconds' work, after which the event loop takes a turn. */
const sliceLength = 100;

export async function encodeProposals(
  { source, target, mappings }: PairProposals,
  newId: () => string,
): Promise<EncodedProposals> {
  const slices: string[] = [];
  const schemas = new Map<string, EncodedSchemas>();
  for (let start = 0; start < mappings.length; start += sliceLength) {
    if (start > 0) await nextTurn();
    const slice = mappings.slice(start, start + sliceLength);
    slices.push(JSON.stringify(slice.map((mapping) => encode(mapping, newId()))));
    for (const { sourceSchema, targetSchema } of slice) {
      const key = JSON.stringify([sourceSchema, targetSchema]);
      if (!schemas.has(key)) schemas.set(key, { id: newId(), sourceSchema, targetSchema });
    }
  }
  return { source, target, slices, schemas: [...schemas.values()] };
}

export function decodeSlice(slice: string): EncodedMapping[] {
  return JSON.parse(slice);
}

function encode(mapping: ProposedMapping, id: string): EncodedMapping {
  const { sourceSchema, sourceTable, targetSchema, targetTable, percent } = mapping;
  return { id, sourceSchema, sourceTable, targetSchema, targetTable, percent, ...encodeColumns(mapping) };
}
