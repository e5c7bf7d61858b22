/** Reads the few forms of CREATE TABLE that the README writes. */

import type { Column, ForeignKey, Table } from '@roma-fdi/automap';

/** `CREATE TABLE schema.name (column TYPE(length) PRIMARY KEY NOT NULL REFERENCES table, ...);`, one after the other. */
export function tablesOfSql(sql: string): Table[] {
  return [...sql.matchAll(/CREATE TABLE (?:(\w+)\.)?(\w+) \((.*?)\);/gs)].map(([, schema, name, body]) => {
    // Commas inside parentheses belong to a length.
    const lines = body!.split(/,(?![^(]*\))/).map((line) => line.trim());
    const read = lines.map((line) => {
      const [, column, type, rest = ''] = /^(\w+) (\w+(?:\([\d, ]+\))?)(.*)$/s.exec(line) ?? fail(line);
      return { column: column!, type: type!, rest };
    });
    return {
      ...(schema ? { schema } : {}),
      name: name!,
      columns: read.map(
        ({ column, type, rest }): Column => ({ name: column, type, nullable: !/NOT NULL|PRIMARY/.test(rest) }),
      ),
      primary_key: read.filter(({ rest }) => rest.includes('PRIMARY KEY')).map(({ column }) => column),
      foreign_keys: read.flatMap(({ column, rest }): ForeignKey[] => {
        const [, ref_table] = /REFERENCES (\w+)/.exec(rest) ?? [];
        return ref_table ? [{ columns: [column], ref_table, ref_columns: [] }] : [];
      }),
    };
  });
}

function fail(line: string): never {
  throw new Error(`This is no column that the README's tests can read: ${line}`);
}
