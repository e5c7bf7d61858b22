/** Holds the JSON of a catalog file to its form. */
import type { Column, ForeignKey, Table } from '@roma-fdi/automap';
import { FormError, listAt, nameAt, objectAt, textAt } from './json-form.ts';

export { FormError as CatalogFormError } from './json-form.ts';

/**
 * The tables of a catalog file, or of a bare list of tables. Names and columns must be there; what else is known of a column or a
 * table may be absent or null, which means unknown, and is refused in another form. Other properties are left out.
 *
 * @throws {CatalogFormError}
 */
export function catalogOf(value: unknown): { tables: readonly Table[] } {
  const bare = Array.isArray(value);
  const list = bare ? value : objectAt('it', value)['tables'];
  const place = bare ? '' : 'tables';
  const tables = listAt(place || 'it', list).map((table, index) => tableAt(`${place}[${index}]`, table));
  // The two together, as no text that joins them could tell them.
  refuseTwice(
    tables.map(({ schema = '', name }) => JSON.stringify([schema, name])),
    (index) => `${place}[${index}]`,
  );
  return { tables };
}

function tableAt(place: string, value: unknown): Table {
  const table = objectAt(place, value);
  const schema = optional(textAt, `${place}.schema`, table['schema']);
  const columns = listAt(`${place}.columns`, table['columns']).map((column, index) =>
    columnAt(`${place}.columns[${index}]`, column),
  );
  refuseTwice(
    columns.map(({ name }) => name),
    (index) => `${place}.columns[${index}]`,
  );
  const primary_key = optional(namesAt, `${place}.primary_key`, table['primary_key']);
  const foreign_keys = optional(listAt, `${place}.foreign_keys`, table['foreign_keys']);
  return {
    // An empty schema is none.
    ...(schema && { schema }),
    name: nameAt(`${place}.name`, table['name']),
    columns,
    ...(primary_key && { primary_key }),
    ...(foreign_keys && {
      foreign_keys: foreign_keys.map((key, index) => keyAt(`${place}.foreign_keys[${index}]`, key)),
    }),
  };
}

function columnAt(place: string, value: unknown): Column {
  const column = objectAt(place, value);
  const type = optional(textAt, `${place}.type`, column['type']);
  const base_type = optional(textAt, `${place}.base_type`, column['base_type']);
  const nullable = optional(booleanAt, `${place}.nullable`, column['nullable']);
  const { length } = column;
  return {
    name: nameAt(`${place}.name`, column['name']),
    ...(type !== undefined && { type }),
    ...(base_type !== undefined && { base_type }),
    // Null says that there is none.
    ...(length !== undefined && { length: length === null ? null : lengthAt(`${place}.length`, length) }),
    ...(nullable !== undefined && { nullable }),
  };
}

function keyAt(place: string, value: unknown): ForeignKey {
  const key = objectAt(place, value);
  const columns = namesAt(`${place}.columns`, key['columns']);
  const ref_columns = namesAt(`${place}.ref_columns`, key['ref_columns']);
  if (columns.length !== ref_columns.length)
    throw new FormError(`${place}.ref_columns must be as many as ${place}.columns.`);
  return { columns, ref_table: nameAt(`${place}.ref_table`, key['ref_table']), ref_columns };
}

function optional<T>(at: (place: string, value: unknown) => T, place: string, value: unknown): T | undefined {
  return value === undefined || value === null ? undefined : at(place, value);
}

const namesAt = (place: string, value: unknown): readonly string[] =>
  listAt(place, value).map((name, index) => nameAt(`${place}[${index}]`, name));

function booleanAt(place: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new FormError(`${place} must be true or false.`);
}

/** What stands in a type's parentheses; people write a single number also as one. */
function lengthAt(place: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (Number.isSafeInteger(value) && (value as number) >= 0) return String(value);
  throw new FormError(`${place} must be a text such as "10,2", or a whole number.`);
}

/** @param names of tables or columns, which nothing else tells apart */
function refuseTwice(names: readonly string[], placeOf: (index: number) => string): void {
  const places = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const first = places.get(name);
    if (first !== undefined)
      throw new FormError(`${placeOf(index)} has the name of ${placeOf(first)}: each must be there once.`);
    places.set(name, index);
  }
}
