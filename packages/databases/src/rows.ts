/** Rows of text as a server wrote them. */
import { CatalogError } from './catalog-error.ts';

export type TextRow = readonly (string | null)[];

/** A session that calls `take` for each row as it arrives. */
export interface Asking {
  each(sql: string, take: (row: TextRow) => void): Promise<void>;
}

/** A server may send anything, also fewer values than it was asked for. */
export function text(row: TextRow, at: number): string {
  return row[at] ?? '';
}

export function texts(rows: readonly TextRow[], at: number): string[] {
  return rows.map((row) => text(row, at));
}

/** Rows that belong together: more columns than any table has, and than any key. */
const mostTogether = 65_536;

/** Takes rows together that come one behind the other and have the same values in the given places. */
export async function eachGroup(
  session: Asking,
  sql: string,
  places: readonly number[],
  take: (rows: readonly TextRow[], first: TextRow) => void,
): Promise<void> {
  let rows: TextRow[] = [];
  const finish = (): void => {
    if (rows[0]) take(rows, rows[0]);
    rows = [];
  };
  await session.each(sql, (row) => {
    const [first] = rows;
    if (first && places.some((at) => first[at] !== row[at])) finish();
    if (rows.push(row) > mostTogether)
      throw new CatalogError('too-large', 'The server sent a table with more columns than any database takes.');
  });
  finish();
}
