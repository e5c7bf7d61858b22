/** Makes cells of a small assignment, for tests of what chooses among them. */

import fc from 'fast-check';
import type { RankedCell } from '../src/tables/choose.ts';

/** A pair of tables with nothing but a value, and a rank where the names are equal. */
export const rankedCell = (row: number, column: number, value: number, rank = 0): RankedCell => ({
  row,
  column,
  name: value,
  own: value,
  value,
  rank,
});

/** Rows, and columns, of the assignment. */
export const size = 5;

const place = fc.nat(size - 1);
/** Each pair of a row and a column at most once; values of few digits, so that some are equal. */
export const anyCells = fc.uniqueArray(
  fc.record({ row: place, column: place, value: fc.integer({ min: -1, max: 10 }).map((tenths) => tenths / 10) }),
  { maxLength: 10, selector: ({ row, column }) => row * size + column },
);
