/** What of a table goes to the thread: all that the matcher reads, and nothing else that a caller hangs on its objects. */

import type { Column, ForeignKey, Table } from '../catalog.ts';

/** One entry a property, so that a new one in `catalog.ts` does not compile until it is sent. */
type Copy<T> = { readonly [Property in keyof Required<T>]: T[Property] };

export function sentTable(table: Table): Table {
  const sent: Copy<Table> = {
    schema: table.schema,
    name: table.name,
    columns: table.columns.map(sentColumn),
    primary_key: table.primary_key,
    foreign_keys: table.foreign_keys?.map(sentKey),
  };
  // The thread reads JSON, where undefined and absent are one.
  return sent as Table;
}

function sentColumn(column: Column): Column {
  const sent: Copy<Column> = {
    name: column.name,
    type: column.type,
    base_type: column.base_type,
    length: column.length,
    nullable: column.nullable,
  };
  return sent as Column;
}

function sentKey(key: ForeignKey): ForeignKey {
  const sent: Copy<ForeignKey> = { columns: key.columns, ref_table: key.ref_table, ref_columns: key.ref_columns };
  return sent;
}
