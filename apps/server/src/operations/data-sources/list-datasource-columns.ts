/** `listDatasourceColumns`: the columns of one table of a database, read at this moment. */
import { invalidParameter } from '@roma-fdi/contract';
import type { CatalogTable } from '@roma-fdi/databases';
import type { ColumnInfo } from '@roma-fdi/types';
import { scopeOf } from '../../wire/scope.ts';
import { oneTable } from '../mappings/given-table.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { readDataSource } from './read-data-source.ts';

export const listDatasourceColumns =
  (parts: Parts): Handler<'listDatasourceColumns'> =>
  async ({ path, query }, { signal }) => {
    const catalog = await readDataSource(parts, { ...scopeOf(path), id: path.datasource_id }, signal);
    const unknown = (why: string) => invalidParameter('UnknownTable', 'table_name', why);
    const table = oneTable(catalog, query.table_name, 'data source', unknown);
    return { status: 200, body: { columns: table.columns.map((column) => columnAnswer(table, column)) } };
  };

const flag = (is: boolean): '0' | '1' => (is ? '1' : '0');

function columnAnswer({ primary_key }: CatalogTable, column: CatalogTable['columns'][number]): ColumnInfo {
  const isKey = primary_key.includes(column.name);
  return {
    field_name: column.name,
    field_type: column.field_type,
    field_length: column.field_length,
    null_able: flag(column.nullable),
    primary: flag(isKey),
    unique: flag(isKey && primary_key.length === 1),
    decimal_digits: decimalDigits(column),
  };
}

/** Of an exact number: what stands behind the comma of its declaration, else none. */
function decimalDigits({ field_type, length }: CatalogTable['columns'][number]): string | null {
  if (!/^(NUMERIC|DECIMAL|DEC|FIXED|NUMBER)\b/.test(field_type)) return null;
  return /,\s*(\d+)$/.exec(length ?? '')?.[1] ?? '0';
}
