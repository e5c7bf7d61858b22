/** Two catalogs, and the names in them as a person writes them on a command line. */
import type { Table } from '@roma-fdi/automap';

export type Side = 'source' | 'target';

export interface Catalogs {
  readonly source: { readonly tables: readonly Table[] };
  readonly target: { readonly tables: readonly Table[] };
}

/** A table, or with `column` one of its columns. */
export interface Named {
  readonly side: Side;
  readonly table: Table;
  readonly column?: string;
}

type Same = (a: string, b: string) => boolean;
/** Looks in a table for a name: the columns that have it, undefined for the table itself. */
type Find = (table: Table, name: string, same: Same) => readonly (string | undefined)[];

const exactly: Same = (a, b) => a === b;
/** Names that differ by case alone are rarely meant to. */
const butForCase: Same = (a, b) => a.toLowerCase() === b.toLowerCase();

/** Names may hold dots, so that nothing is cut at one. */
const asTable: Find = (table, name, same) => (same(table.name, name) ? [undefined] : []);
const asFullTable: Find = (table, name, same) => (same(wireName(table), name) ? [undefined] : []);
const asColumn: Find = (table, name, same) => [
  ...new Set([...columnsBehind(table.name, table, name, same), ...columnsBehind(wireName(table), table, name, same)]),
];
const asFullColumn: Find = (table, name, same) => [...new Set(columnsBehind(wireName(table), table, name, same))];

/**
 * All that a name fits: as a table, as `schema.table`, then as `table.column`, each on both sides; exactly, then but for case;
 * what fits first counts. `source:` or `target:` before the name confines it to a side, where it fits nothing with it.
 */
export function findNamed(name: string, catalogs: Catalogs): Named[] {
  const found = findFirst(name, catalogs, [asTable, asFullTable, asColumn], [exactly, butForCase]);
  const [, side, rest] = /^(source|target):(.*)$/su.exec(name) ?? [];
  if (found.length > 0 || side === undefined || rest === undefined) return found;
  const one = { source: { tables: [] }, target: { tables: [] }, [side]: catalogs[side as Side] };
  // What `fullName` writes comes before everything that a name with dots could mean besides.
  const full = findFirst(rest, one, [asFullTable, asFullColumn], [exactly]);
  return full.length > 0 ? full : findNamed(rest, one);
}

function findFirst(name: string, catalogs: Catalogs, finds: readonly Find[], sames: readonly Same[]): Named[] {
  for (const same of sames) {
    for (const find of finds) {
      const found = (['source', 'target'] as const).flatMap((side) =>
        catalogs[side].tables.flatMap((table) =>
          find(table, name, same).map((column) => (column === undefined ? { side, table } : { side, table, column })),
        ),
      );
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** The tables of one side that a name fits: as `table`, then as `schema.table`; exactly, then but for case. */
export function findTables(name: string, tables: readonly Table[]): Table[] {
  const one = { source: { tables }, target: { tables: [] } };
  return findFirst(name, one, [asTable, asFullTable], [exactly, butForCase]).map(({ table }) => table);
}

/** The one way to write it that `findNamed` takes for nothing else. */
export function fullName({ side, table, column }: Named): string {
  const name = wireName(table);
  return `${side}:${column === undefined ? name : `${name}.${column}`}`;
}

/** The columns that a name means whose beginning is that of their table and a dot. */
function columnsBehind(start: string, { columns }: Table, name: string, same: Same): string[] {
  if (!same(name.slice(0, start.length + 1), `${start}.`)) return [];
  return columns.map((column) => column.name).filter((column) => same(column, name.slice(start.length + 1)));
}

/** A catalog file has no schemas; then the table's name stands alone. */
export const wireName = ({ schema, name }: Table): string => (schema === undefined ? name : `${schema}.${name}`);
