/** Finds the tables and columns that a caller decided on. What the catalogs no longer have is passed over. */

import type { MapOptions, TableName } from './options.ts';
import type { Side } from './sides/side.ts';

/** What a caller decided, by the numbers of tables and columns. */
export interface Decisions {
  /** Table pairs that stay, with the column pairs that stay in them. */
  readonly fixed: readonly {
    readonly row: number;
    readonly column: number;
    readonly columns: readonly (readonly [source: number, target: number])[];
  }[];
  isTableRefused(row: number, column: number): boolean;
  isColumnRefused(source: number, target: number): boolean;
  /** The column pairs of two tables that were refused. */
  refusedColumns(row: number, column: number): readonly (readonly [source: number, target: number])[];
  /** Tables of which a pair was refused. */
  readonly refusedSources: ReadonlySet<number>;
  readonly refusedTargets: ReadonlySet<number>;
}

export function readDecisions(source: Side, target: Side, { fixed = [], refused = [] }: MapOptions): Decisions {
  const tableOf = [finder(source), finder(target)] as const;
  const numbersOf = [columnFinder(source), columnFinder(target)] as const;
  const columnsOf = (row: number, column: number, pairs: readonly { source: string; target: string }[]) => {
    const [from, to] = [numbersOf[0](row), numbersOf[1](column)];
    return pairs.flatMap((pair): (readonly [number, number])[] => {
      const [s, t] = [from.get(pair.source), to.get(pair.target)];
      return s === undefined || t === undefined ? [] : [[s, t]];
    });
  };
  const known = [
    ...fixed.map((pair) => ({ ...pair, stays: true })),
    ...refused.map((pair) => ({ ...pair, stays: false })),
  ].flatMap((pair) => {
    const [row, column] = [tableOf[0](pair.source), tableOf[1](pair.target)];
    if (row === undefined || column === undefined) return [];
    return [{ row, column, stays: pair.stays, columns: pair.columns && columnsOf(row, column, pair.columns) }];
  });
  const refusedTables = known.filter(({ stays, columns }) => !stays && columns === undefined);
  const tableKeys = new Set(refusedTables.map(({ row, column }) => `${row} ${column}`));
  const refusedColumns = new Map<string, (readonly [number, number])[]>();
  for (const { row, column, stays, columns } of known) {
    const key = `${row} ${column}`;
    if (stays || !columns) continue;
    const pairs = refusedColumns.get(key) ?? [];
    refusedColumns.set(key, pairs);
    // One by one: two tables may be named as often as they have pairs of columns.
    for (const pair of columns) pairs.push(pair);
  }
  const columnKeys = new Set([...refusedColumns.values()].flatMap((pairs) => pairs.map((pair) => pair.join(' '))));
  const fixedPairs = new Map<string, { row: number; column: number; columns: (readonly [number, number])[] }>();
  const usedSources = new Set<number>();
  const usedTargets = new Set<number>();
  for (const { row, column, stays, columns = [] } of known) {
    if (!stays) continue;
    const key = `${row} ${column}`;
    // Two tables may be named several times, each time with other columns.
    const pair = fixedPairs.get(key) ?? { row, column, columns: [] };
    fixedPairs.set(key, pair);
    for (const [s, t] of columns) {
      // A column stands in one pair: the first that names it.
      if (usedSources.has(s) || usedTargets.has(t)) continue;
      usedSources.add(s);
      usedTargets.add(t);
      pair.columns.push([s, t]);
    }
  }
  return {
    fixed: [...fixedPairs.values()],
    isTableRefused: (row, column) => tableKeys.size > 0 && tableKeys.has(`${row} ${column}`),
    isColumnRefused: (s, t) => columnKeys.size > 0 && columnKeys.has(`${s} ${t}`),
    refusedColumns: (row, column) => refusedColumns.get(`${row} ${column}`) ?? [],
    refusedSources: new Set(refusedTables.map(({ row }) => row)),
    refusedTargets: new Set(refusedTables.map(({ column }) => column)),
  };
}

function finder({ tables }: Side): (name: TableName) => number | undefined {
  const key = (schema: string | null | undefined, name: string): string => JSON.stringify([schema ?? '', name]);
  let known: Map<string, number> | undefined;
  return ({ schema, name }) => {
    known ??= new Map(tables.map(({ table }, at) => [key(table.schema, table.name), at]));
    return known.get(key(schema, name));
  };
}

/** The numbers of a table's columns by their names. Two tables may be named once for each pair of their columns. */
function columnFinder({ tables, columns }: Side): (table: number) => ReadonlyMap<string, number> {
  const known = new Map<number, ReadonlyMap<string, number>>();
  return (table) => {
    const found = known.get(table);
    if (found) return found;
    const { from, to, table: own } = tables[table]!;
    const numbers = new Map(
      Array.from({ length: to - from }, (_, i) => [own.columns[columns.position[from + i]!]!.name, from + i]),
    );
    known.set(table, numbers);
    return numbers;
  };
}
