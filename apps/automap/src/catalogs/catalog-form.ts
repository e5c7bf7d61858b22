/** Holds the JSON of a catalog file to its form. */
import type { Column, ForeignKey, Table } from '@roma-fdi/automap';
import { listAt, nameAt, objectAt } from './json-form.ts';

export { FormError as CatalogFormError } from './json-form.ts';

/**
 * The tables of a catalog file, or of a bare list of tables. Names and columns must be there; what else is known of a column or
 * a table is taken where it has its form, and is unknown where it has not. Other properties are left out.
 *
 * @throws {CatalogFormError}
 */
export function catalogOf(value: unknown): { tables: readonly Table[] } {
  const bare = Array.isArray(value);
  const tables = bare ? value : objectAt('it', value)['tables'];
  const place = bare ? '' : 'tables';
  return { tables: listAt(place || 'it', tables).map((table, index) => tableAt(`${place}[${index}]`, table)) };
}

function tableAt(place: string, value: unknown): Table {
  const table = objectAt(place, value);
  const { schema, primary_key, foreign_keys } = table;
  return {
    // An empty schema is none.
    ...(typeof schema === 'string' && schema !== '' && { schema }),
    name: nameAt(`${place}.name`, table['name']),
    columns: listAt(`${place}.columns`, table['columns']).map((column, index) =>
      columnAt(`${place}.columns[${index}]`, column),
    ),
    ...(areNames(primary_key) && { primary_key }),
    ...(Array.isArray(foreign_keys) && { foreign_keys: foreign_keys.flatMap(keyOf) }),
  };
}

function columnAt(place: string, value: unknown): Column {
  const column = objectAt(place, value);
  const { type, base_type, length, nullable } = column;
  return {
    name: nameAt(`${place}.name`, column['name']),
    ...(typeof type === 'string' && { type }),
    ...(typeof base_type === 'string' && { base_type }),
    ...(length === null || typeof length === 'string' ? { length } : {}),
    ...(typeof length === 'number' && { length: String(length) }),
    ...(typeof nullable === 'boolean' && { nullable }),
  };
}

function keyOf(value: unknown): ForeignKey[] {
  if (typeof value !== 'object' || value === null) return [];
  const { columns, ref_table, ref_columns } = value as Readonly<Record<string, unknown>>;
  const whole =
    areNames(columns) &&
    typeof ref_table === 'string' &&
    areNames(ref_columns) &&
    columns.length === ref_columns.length;
  return whole ? [{ columns, ref_table, ref_columns }] : [];
}

const areNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');
