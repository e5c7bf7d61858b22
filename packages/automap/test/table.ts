/** Makes tables for tests in one line. */

import type { Column, Table } from '@roma-fdi/automap';

/** `table('shop.film', ['id', 'title text'])`: what stands before the last dot is the schema, after a space the type. */
export function table(name: string, columns: readonly string[] = []): Table {
  const dot = name.lastIndexOf('.');
  const schema = dot < 0 ? {} : { schema: name.slice(0, dot) };
  return { ...schema, name: name.slice(dot + 1), columns: columns.map(column) };
}

function column(text: string): Column {
  const [name, type] = text.split(' ');
  return { name: name!, ...(type ? { base_type: type } : {}) };
}
