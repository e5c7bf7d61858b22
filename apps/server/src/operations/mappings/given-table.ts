/** One side of a mapping that is made by hand: its table and columns, found in the catalog or taken as they are given. */
import type { Failure } from '@roma-fdi/contract';
import type { Catalog, CatalogTable } from '@roma-fdi/databases';
import type { MultiTaskMappingCreateBody } from '@roma-fdi/types';
import type { Side } from '../../matching/matching-error.ts';
import type { Column } from '../../store/columns.ts';
import { mismatch } from './mapping-failure.ts';

export interface GivenTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly Column[];
}

/** @throws {Failure} `MappingMismatch` for a table or a column that the catalog does not have */
export function tableOfCatalog(catalog: Catalog, side: Side, body: MultiTaskMappingCreateBody): GivenTable {
  const text = nameOf(side, body);
  const place = `${side}_table`;
  const table = oneTable(catalog, text, side, (why) => mismatch(place, why));
  const known = new Set(table.columns.map(({ name }) => name));
  for (const [index, { field_name }] of (body[`${side}_columns`] ?? []).entries()) {
    if (!known.has(field_name)) {
      throw mismatch(`${side}_columns.${index}.field_name`, `${text} has no column [${field_name}].`);
    }
  }
  return { schema: table.schema, name: table.name, columns: columnsOf(table) };
}

/**
 * The table as the caller knows it; undefined where the body does not say all of it.
 * @throws {Failure} `MappingMismatch` for a column that is named twice
 */
export function tableOfBody(side: Side, body: MultiTaskMappingCreateBody): GivenTable | undefined {
  const [, schema, name] = /^([^.]+)\.(.+)$/s.exec(nameOf(side, body)) ?? [];
  const columns = body[`${side}_columns`] ?? [];
  checkNames(side, columns);
  if (schema === undefined || name === undefined || columns.length === 0) return undefined;
  const whole = columns.flatMap(({ field_name, field_type, field_length }): Column[] =>
    field_type && field_length ? [[field_name, field_type, field_length]] : [],
  );
  return whole.length === columns.length ? { schema, name, columns: whole } : undefined;
}

function checkNames(side: Side, columns: readonly { readonly field_name: string }[]): void {
  const names = new Set<string>();
  for (const [index, { field_name }] of columns.entries()) {
    if (names.has(field_name))
      throw mismatch(`${side}_columns.${index}.field_name`, `the column [${field_name}] stands in the list already.`);
    names.add(field_name);
  }
}

/**
 * Written `schema.table`, or as the name alone. Names may hold dots, so several tables can be written alike.
 * @param owner what a message calls the database
 * @throws what `failureOf` makes of why there is not one table of that name
 */
export function oneTable(
  { tables }: Catalog,
  text: string,
  owner: string,
  failureOf: (why: string) => Failure,
): CatalogTable {
  const whole = tables.filter(({ schema, name }) => `${schema}.${name}` === text);
  const named = whole.length > 0 ? whole : tables.filter(({ name }) => name === text);
  const [table, ...others] = named;
  if (!table) throw failureOf(`the ${owner} has no table [${text}] that its user may read.`);
  if (others.length === 0) return table;
  const names = named.slice(0, 5).map(({ schema, name }) => `${schema}.${name}`);
  throw failureOf(`[${text}] is ambiguous: ${names.join(', ')}.`);
}

/** The same for many names: the tables are looked through once. */
export function tableFinder({ tables }: Catalog): (text: string) => readonly CatalogTable[] {
  const whole = Map.groupBy(tables, ({ schema, name }) => `${schema}.${name}`);
  const bare = Map.groupBy(tables, ({ name }) => name);
  return (text) => whole.get(text) ?? bare.get(text) ?? [];
}

export const columnsOf = ({ columns }: CatalogTable): readonly Column[] =>
  columns.map(({ name, field_type, field_length }): Column => [name, field_type, field_length]);

function nameOf(side: Side, body: MultiTaskMappingCreateBody): string {
  const text = body[`${side}_table`];
  if (!text) throw mismatch(`${side}_table`, 'the table is needed.');
  return text;
}
