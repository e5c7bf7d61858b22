/** Has two catalogs matched in a thread of its own, and turns what the matcher says into what the store takes. */
import type { CatalogMapping, MapOptions, TablePair, Unmapped } from '@roma-fdi/automap';
import { mapCatalogsInWorker } from '@roma-fdi/automap/worker';
import type { Catalog, CatalogTable } from '@roma-fdi/databases';
import type { Column } from '../store/columns.ts';
import { type LeftTable, writeProposals, writeUnmapped } from '../store/proposals.ts';
import type { Proposals, ProposedMapping, Side } from '../store/records.ts';
import { reasonsOf, thousandths } from './reasons-of.ts';

type Pair = TablePair<CatalogTable, CatalogTable>;

/** @throws the signal's reason when it aborts, and whatever ended the thread */
export async function matchCatalogs(
  source: Catalog,
  target: Catalog,
  signal: AbortSignal,
  options: Pick<MapOptions, 'tablePrefix' | 'tableSuffix' | 'fixed' | 'refused'> = {},
): Promise<Omit<Proposals, 'whole'>> {
  const mapping = await mapCatalogsInWorker(source, target, { ...options, signal });
  return {
    batches: await writeProposals(mappingsOf(mapping.pairs), signal),
    unmapped: await writeUnmapped(leftOf(mapping), signal),
  };
}

function* mappingsOf(pairs: readonly Pair[]): Iterable<ProposedMapping> {
  for (const pair of pairs) yield mappingOf(pair);
}

function mappingOf(pair: Pair): ProposedMapping {
  const { source, target, percent, columns } = pair;
  const from = positionsOf(source);
  const to = positionsOf(target);
  return {
    sourceSchema: source.schema,
    sourceTable: source.name,
    targetSchema: target.schema,
    targetTable: target.name,
    percent,
    sourceColumns: source.columns.map(columnOf),
    targetColumns: target.columns.map(columnOf),
    columnPairs: columns.map((each) => [from.get(each.source)!, to.get(each.target)!] as const),
    reasons: reasonsOf(pair, from, to),
  };
}

const positionsOf = (table: CatalogTable): Map<string, number> =>
  new Map(table.columns.map(({ name }, index) => [name, index]));

const columnOf = ({ name, field_type, field_length }: CatalogTable['columns'][number]): Column => [
  name,
  field_type,
  field_length,
];

function* leftOf({ unmapped }: CatalogMapping<CatalogTable, CatalogTable>): Iterable<LeftTable> {
  for (const each of unmapped.source) yield leftTable('source', each);
  for (const each of unmapped.target) yield leftTable('target', each);
}

function leftTable(side: Side, { table, reason, nearest }: Unmapped<CatalogTable, CatalogTable>): LeftTable {
  return {
    side,
    schema: table.schema,
    table: table.name,
    reason,
    nearest: nearest
      ? { schema: nearest.table.schema, table: nearest.table.name, score: thousandths(nearest.score) }
      : null,
  };
}
