/** Turns the lists of `--source-tables` and `--target-tables` into ranges of the matcher. */
import type { Table } from '@roma-fdi/automap';
import { UsageError } from '@roma-fdi/command-line';
import { findTables, wireName } from '../catalogs/catalogs.ts';
import { nearestSentence } from '../catalogs/nearest-names.ts';
import { fit } from '../printing/text.ts';

/**
 * @param flag The option that the lists come from, for messages.
 * @param lists Names with commas between them. A table whose name holds a comma is found where it stands alone.
 * @returns Each chosen table as `schema.table`, whole schemas as `schema.*`; undefined for no lists, which means all tables.
 * @throws {UsageError} where a name fits no table
 */
export function chosenTables(
  flag: string,
  lists: readonly string[] | undefined,
  tables: readonly Table[],
): string[] | undefined {
  const names = lists?.flatMap((list) => (findTables(list, tables).length > 0 ? [list] : list.split(',')));
  return names && [...new Set(names.flatMap((name) => tablesOf(flag, name.trim(), tables)))];
}

function tablesOf(flag: string, name: string, tables: readonly Table[]): string[] {
  const found = findTables(name, tables).map(wireName);
  if (found.length > 0) return found;
  const schemas = new Set(tables.flatMap(({ schema }) => (schema === undefined ? [] : [`${schema}.*`])));
  if (schemas.has(name)) return [name];
  const alike = [...schemas].filter((schema) => schema.toLowerCase() === name.toLowerCase());
  if (alike.length > 0) return alike;
  const known = [
    ...tables.map((table) => [wireName(table), table.name] as const),
    ...[...schemas].map((schema) => [schema] as const),
  ];
  throw new UsageError(`${flag}: there is no table "${fit(name)}" in this catalog.${nearestSentence(name, known)}`);
}
