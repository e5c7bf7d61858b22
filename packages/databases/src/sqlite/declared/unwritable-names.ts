/** Finds the names of an SQLite file that are no UTF-8: SQLite takes any bytes, and two such names look the same once they are decoded. */
import type { CatalogError } from '../../catalog-error.ts';
import { notUtf8, unwritableName } from '../../utf-8.ts';
import { columnDefinitions } from './column-definitions.ts';

/** The name of a table, and its statement, as the bytes that stand in the file. */
export type TableBytes = readonly [name: Uint8Array, sql: Uint8Array];

/** @param subject what messages call the file */
export function unwritableTable(subject: string, tables: Iterable<TableBytes>): CatalogError | undefined {
  for (const [name] of tables) if (notUtf8(name)) return unwritableName(subject, 'table', name);
  return undefined;
}

/** @param table the name of the table that has it */
export function unwritableColumn(
  subject: string,
  table: string,
  tables: Iterable<TableBytes>,
): CatalogError | undefined {
  for (const [bytes, sql] of tables) {
    if (Buffer.from(bytes).toString() !== table) continue;
    // Each byte is one character in Latin-1, and what separates names is the same in both.
    const names = columnDefinitions(Buffer.from(sql).toString('latin1')).map(({ name }) => Buffer.from(name, 'latin1'));
    const name = names.find(notUtf8);
    if (name) return unwritableName(subject, 'column', Buffer.concat([bytes, Buffer.from('.'), name]));
  }
  return undefined;
}
