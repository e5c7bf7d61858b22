/** Measures how much two tables have in common by their columns: a name that few tables have tells more than `id`. */

import type { Table } from './catalog.ts';
import type { PreparedColumn, PreparedTable } from './prepare.ts';

/** Weights are whole numbers, so that sums do not depend on the order of columns. */
const precision = 1000;

/** What all tables of both sides say about the worth of a column name. */
export interface Evidence {
  /** How telling a folded name is: the fewer tables have it, the more. */
  weight(key: string): number;
  /** The shared weight of two tables against all of their weight, 0 to 1. */
  overlap(a: PreparedTable<Table>, b: PreparedTable<Table>): number;
}

/** Reads every column of both sides once. */
export function gatherEvidence(tables: readonly PreparedTable<Table>[]): Evidence {
  const frequency = new Map<string, number>();
  for (const { keys } of tables) for (const key of keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const weight = (key: string) => Math.round(precision * Math.log2(1 + tables.length / (frequency.get(key) ?? 1)));
  const totals = new Map(tables.map((table) => [table, sum(table.columns, (column) => weight(column.folded))]));
  return {
    weight,
    overlap(a, b) {
      const [small, large] = a.columns.length <= b.columns.length ? [a, b] : [b, a];
      const both = totals.get(a)! + totals.get(b)!;
      const common = sum(small.columns, ({ folded, bare }) => {
        if (large.keys.has(folded)) return weight(folded);
        return large.keys.has(bare) ? Math.min(weight(bare), weight(folded)) : 0;
      });
      return both === 0 ? 0 : Math.min(1, (2 * common) / both);
    },
  };
}

function sum(columns: readonly PreparedColumn[], value: (column: PreparedColumn) => number): number {
  let total = 0;
  for (const column of columns) total += value(column);
  return total;
}
