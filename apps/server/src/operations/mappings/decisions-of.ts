/** A document of decisions as the store takes it, its tables and columns looked up in both databases where these were read. */
import type { Catalog } from '@roma-fdi/databases';
import type { MultiTaskDecisions } from '@roma-fdi/types';
import type { ColumnNames, DecidedTable, Decision, DecisionList } from '../../store/decisions.ts';
import { placeOf } from '../../store/decisions.ts';
import type { Side } from '../../store/records.ts';
import { columnsOf, tableFinder } from './given-table.ts';
import { mismatch } from './mapping-failure.ts';

const lists: readonly DecisionList[] = ['accepted', 'fixed', 'refused'];

/** @throws {Failure} `MappingMismatch`, naming the place, for what is not in the databases */
export function* decisionsOf(
  document: MultiTaskDecisions,
  catalogs: { readonly [S in Side]: Catalog } | undefined,
): Iterable<Decision> {
  const find = catalogs && { source: tableFinder(catalogs.source), target: tableFinder(catalogs.target) };
  for (const list of lists) {
    for (const [at, { source, target, columns }] of (document[list] ?? []).entries()) {
      const names = columns?.map((pair): ColumnNames => [pair.source, pair.target]);
      const place = { list, at };
      const tableOf = (side: Side, name: string): DecidedTable => {
        if (!find || list === 'accepted') return { name };
        const [table, ...others] = find[side](name);
        const where = placeOf(place, side);
        if (!table) throw mismatch(where, `the ${side} has no table [${name}] that its user may read.`);
        if (others.length > 0) throw mismatch(where, `[${name}] is ambiguous; write schema.table.`);
        return { name, found: { schema: table.schema, table: table.name, columns: columnsOf(table) } };
      };
      yield { ...place, source: tableOf('source', source), target: tableOf('target', target), columns: names };
    }
  }
}
