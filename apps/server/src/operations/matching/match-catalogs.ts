/** Has two catalogs matched in a thread of its own, and turns the pairs into what the store keeps. */
import { setImmediate } from 'node:timers/promises';
import type { TablePair } from '@roma-fdi/automap';
import { mapCatalogsInWorker } from '@roma-fdi/automap/worker';
import type { Catalog, CatalogTable } from '@roma-fdi/databases';
import type { Column } from '../../store/columns.ts';
import type { ProposedMapping } from '../../store/records.ts';

/** Columns of pairs that are turned into records before others get their turn. */
const columnsInATurn = 5000;

/** @throws the signal's reason when it aborts, and whatever ended the thread */
export async function matchCatalogs(source: Catalog, target: Catalog, signal: AbortSignal): Promise<ProposedMapping[]> {
  const { pairs } = await mapCatalogsInWorker(source, target, { signal });
  const mappings: ProposedMapping[] = [];
  let columns = 0;
  for (const pair of pairs) {
    mappings.push(mappingOf(pair));
    columns += pair.source.columns.length + pair.target.columns.length;
    if (columns < columnsInATurn) continue;
    columns = 0;
    await setImmediate();
    signal.throwIfAborted();
  }
  return mappings;
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
