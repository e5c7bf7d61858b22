/** A document of decisions as the store takes it, its tables and columns looked up in both databases where these were read. */
import type { Failure } from '@roma-fdi/contract';
import type { Catalog, CatalogTable } from '@roma-fdi/databases';
import type { MultiTaskDecisions } from '@roma-fdi/types';
import type { ColumnNames, DecidedTable, Decision, DecisionList, FoundTable } from '../../store/decisions.ts';
import { placeOf } from '../../store/decisions.ts';
import type { Side } from '../../store/records.ts';
import { columnsOf, tableFinder } from './given-table.ts';
import { mismatch } from './mapping-failure.ts';

/** Both databases, as they were read. */
export type Catalogs = { readonly [S in Side]: Catalog };

const lists: readonly DecisionList[] = ['accepted', 'fixed', 'refused'];

/** @throws {Failure} `MappingMismatch`, naming the place, for what is fixed and not in the databases */
export function* decisionsOf(document: MultiTaskDecisions, catalogs: Catalogs | undefined): Iterable<Decision> {
  const find = catalogs && { source: tableFinder(catalogs.source), target: tableFinder(catalogs.target) };
  const known = new Map<CatalogTable, FoundTable>();
  const foundTable = (table: CatalogTable): FoundTable => {
    const found = known.get(table) ?? { schema: table.schema, table: table.name, columns: columnsOf(table) };
    known.set(table, found);
    return found;
  };
  for (const list of lists) {
    for (const [at, { source, target, columns }] of (document[list] ?? []).entries()) {
      const names = columns?.map((pair): ColumnNames => [pair.source, pair.target]);
      const place = { list, at };
      const tableOf = (side: Side, name: string): DecidedTable => {
        if (!find || list === 'accepted') return { name };
        const tables = find[side](name);
        const fault = list === 'fixed' ? tableFault(tables, place, side, name) : undefined;
        if (fault) throw fault;
        // What is refused may be a mapping whose tables are there no more: the store knows.
        return tables.length === 1 ? { name, found: foundTable(tables[0]!) } : { name };
      };
      yield { ...place, source: tableOf('source', source), target: tableOf('target', target), columns: names };
    }
  }
}

/** Why the databases do not have both tables of a decision. */
export function unknownTables(
  document: MultiTaskDecisions,
  place: Pick<Decision, 'list' | 'at'>,
  catalogs: Catalogs,
): Failure {
  const decision = document[place.list]![place.at]!;
  const faultOf = (side: Side) => tableFault(tableFinder(catalogs[side])(decision[side]), place, side, decision[side]);
  return faultOf('source') ?? faultOf('target') ?? mismatch(placeOf(place), 'the databases have no such tables.');
}

function tableFault(
  { length }: readonly CatalogTable[],
  place: Pick<Decision, 'list' | 'at'>,
  side: Side,
  name: string,
): Failure | undefined {
  if (length === 0) return mismatch(placeOf(place, side), `the ${side} has no table [${name}] that its user may read.`);
  if (length > 1) return mismatch(placeOf(place, side), `[${name}] is ambiguous; write schema.table.`);
  return undefined;
}
