/** Has two catalogs matched in a thread of its own, and turns the pairs into what the store takes. */
import type { MapOptions, TablePair } from '@roma-fdi/automap';
import { mapCatalogsInWorker } from '@roma-fdi/automap/worker';
import type { Catalog, CatalogTable } from '@roma-fdi/databases';
import type { Column } from '../store/columns.ts';
import { writeProposals } from '../store/proposals.ts';
import type { ProposedMapping } from '../store/records.ts';

/**
 * @returns the proposals as `writeProposals` gives them
 * @throws the signal's reason when it aborts, and whatever ended the thread
 */
export async function matchCatalogs(
  source: Catalog,
  target: Catalog,
  signal: AbortSignal,
  names: Pick<MapOptions, 'tablePrefix' | 'tableSuffix'> = {},
): Promise<string[]> {
  const { pairs } = await mapCatalogsInWorker(source, target, { ...names, signal });
  return writeProposals(mappingsOf(pairs), signal);
}

function* mappingsOf(pairs: readonly TablePair<CatalogTable, CatalogTable>[]): Iterable<ProposedMapping> {
  for (const pair of pairs) yield mappingOf(pair);
}

function mappingOf({ source, target, percent, columns }: TablePair<CatalogTable, CatalogTable>): ProposedMapping {
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
    columnPairs: columns.map((pair) => [from.get(pair.source)!, to.get(pair.target)!] as const),
  };
}

const positionsOf = (table: CatalogTable): Map<string, number> =>
  new Map(table.columns.map(({ name }, index) => [name, index]));

const columnOf = ({ name, field_type, field_length }: CatalogTable['columns'][number]): Column => [
  name,
  field_type,
  field_length,
];
