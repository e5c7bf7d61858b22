/** The compact form of column lists: triples and index pairs, kept as JSON text and expanded only where a row is answered. */

/** A column: name, type, length. */
export type Column = readonly [name: string, type: string, length: string];

/** Which source column goes into which target column: positions in the two column lists. */
export type ColumnPair = readonly [source: number, target: number];

/** The columns of a table mapping. */
export interface MappedColumns {
  readonly sourceColumns: readonly Column[];
  readonly targetColumns: readonly Column[];
  readonly columnPairs: readonly ColumnPair[];
}

/** The same as the store keeps it and moves it between threads. */
export interface ColumnTexts {
  readonly sourceColumns: string;
  readonly targetColumns: string;
  readonly columnPairs: string;
}

/** How many column pairs a mapping has, and how many of its source columns are in none. */
export interface ColumnCounts {
  readonly mapped: number;
  readonly unmapped: number;
}

/** @throws {RangeError} where a pair points outside its column list: such a row could not be expanded again. */
export function encodeColumns({
  sourceColumns,
  targetColumns,
  columnPairs,
}: MappedColumns): ColumnTexts & ColumnCounts {
  for (const [source, target] of columnPairs) {
    if (sourceColumns[source] === undefined || targetColumns[target] === undefined) {
      throw new RangeError(`The column pair [${source}, ${target}] points outside its column lists.`);
    }
  }
  return {
    sourceColumns: JSON.stringify(sourceColumns),
    targetColumns: JSON.stringify(targetColumns),
    columnPairs: JSON.stringify(columnPairs),
    mapped: columnPairs.length,
    unmapped: sourceColumns.length - columnPairs.length,
  };
}

export function decodeColumns(texts: ColumnTexts): MappedColumns {
  return {
    sourceColumns: JSON.parse(texts.sourceColumns) as Column[],
    targetColumns: JSON.parse(texts.targetColumns) as Column[],
    columnPairs: JSON.parse(texts.columnPairs) as ColumnPair[],
  };
}

/** The column pairs as the columns themselves, in the order in which they were stored. */
export function expandPairs({ sourceColumns, targetColumns, columnPairs }: MappedColumns): [Column, Column][] {
  // `encodeColumns` let in no pair that points elsewhere.
  return columnPairs.map(([source, target]) => [sourceColumns[source] as Column, targetColumns[target] as Column]);
}
