/** Makes any cells of a small assignment, for tests of what chooses among them. */

import fc from 'fast-check';

/** Rows, and columns, of the assignment. */
export const size = 5;

const place = fc.nat(size - 1);
/** Each pair of a row and a column at most once; values of few digits, so that some are equal. */
export const anyCells = fc.uniqueArray(
  fc.record({ row: place, column: place, value: fc.integer({ min: -1, max: 10 }).map((tenths) => tenths / 10) }),
  { maxLength: 10, selector: ({ row, column }) => row * size + column },
);
