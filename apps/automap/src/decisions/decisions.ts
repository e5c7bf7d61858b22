/**
 * Reads the file of `--decisions`: pairs of tables, or of their columns, that are right or wrong. Its form is that of the contract's
 * `MultiTaskDecisions`, so that a server takes the same document.
 */
import { readFile } from 'node:fs/promises';
import type { Table } from '@roma-fdi/automap';
import type { WorkerMapOptions } from '@roma-fdi/automap/worker';
import { fromCaller } from '@roma-fdi/command-line';
import type { ColumnDecision, MultiTaskDecisions, TableDecision } from '@roma-fdi/types';
import type { Catalogs, Side } from '../catalogs/catalogs.ts';
import { wireName } from '../catalogs/catalogs.ts';
import { FormError, listAt, nameAt, objectAt } from '../catalogs/json-form.ts';
import { nearestSentence } from '../catalogs/nearest-names.ts';
import { fit } from '../printing/text.ts';

export type Decisions = Required<Pick<WorkerMapOptions, 'fixed' | 'refused'>>;
type GivenPair = Decisions['fixed'][number];

/** A file of decisions that cannot be used; the message says where in it, and why. */
export class DecisionsError extends Error {
  override readonly name = 'DecisionsError';
}

/** @throws {DecisionsError} */
export async function readDecisions(file: string, catalogs: Catalogs): Promise<Decisions> {
  let text: string;
  try {
    text = await readFile(fromCaller(file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown reason'})`;
    throw new DecisionsError(`${fit(file)} ${why}.`, { cause: error });
  }
  try {
    return decisionsOf(JSON.parse(text.replace(/^\u{feff}/u, '')), catalogs);
  } catch (error) {
    if (error instanceof SyntaxError) throw new DecisionsError(`${fit(file)} is no JSON: ${fit(error.message)}`);
    if (error instanceof FormError) throw new DecisionsError(`${fit(file)}: ${error.message}`, { cause: error });
    throw error;
  }
}

/**
 * Holds decisions to their form and to the catalogs. Tables are `table` or `schema.table`, columns their names, character for
 * character.
 *
 * @throws {FormError} whose message begins with the place, such as `fixed[2].source`
 */
export function decisionsOf(value: unknown, catalogs: Catalogs): Decisions {
  // What is said of data sources is for a server.
  const { accepted, fixed, refused } = propertiesAt('the whole', value, documentProperties);
  return {
    fixed: [...pairsAt('accepted', accepted, catalogs), ...pairsAt('fixed', fixed, catalogs)],
    refused: pairsAt('refused', refused, catalogs),
  };
}

const documentProperties: readonly (keyof MultiTaskDecisions)[] = [
  'accepted',
  'fixed',
  'refused',
  'source_datasource_id',
  'target_datasource_id',
];
const tableProperties: readonly (keyof TableDecision)[] = ['source', 'target', 'columns'];
const columnProperties: readonly (keyof ColumnDecision)[] = ['source', 'target'];

function pairsAt(place: string, value: unknown, catalogs: Catalogs): GivenPair[] {
  return listAt(place, value ?? []).map((entry, index) => {
    const at = `${place}[${index}]`;
    const pair = propertiesAt(at, entry, tableProperties);
    const source = tableAt(`${at}.source`, pair['source'], 'source', catalogs);
    const target = tableAt(`${at}.target`, pair['target'], 'target', catalogs);
    const tables = { source: identityOf(source), target: identityOf(target) };
    if (pair['columns'] === undefined || pair['columns'] === null) return tables;
    const columns = listAt(`${at}.columns`, pair['columns']).map((column, number) => {
      const where = `${at}.columns[${number}]`;
      const names = propertiesAt(where, column, columnProperties);
      return {
        source: columnAt(`${where}.source`, names['source'], source),
        target: columnAt(`${where}.target`, names['target'], target),
      };
    });
    return { ...tables, columns };
  });
}

const identityOf = ({ schema, name }: Table) => (schema === undefined ? { name } : { schema, name });

function tableAt(place: string, value: unknown, side: Side, catalogs: Catalogs): Table {
  const name = nameAt(place, value);
  const { tables } = catalogs[side];
  const named = tables.filter((table) => table.name === name);
  const found = named.length > 0 ? named : tables.filter((table) => wireName(table) === name);
  if (found.length > 1)
    throw new FormError(
      `${place}: several tables of the ${side} are called "${fit(name)}": ${found.map((table) => fit(wireName(table))).join(', ')}.`,
    );
  if (found[0]) return found[0];
  const near = nearestSentence(
    name,
    tables.map((table) => [wireName(table), table.name]),
  );
  throw new FormError(`${place}: there is no table "${fit(name)}" in the ${side}.${near}`);
}

function columnAt(place: string, value: unknown, table: Table): string {
  const name = nameAt(place, value);
  if (table.columns.some((column) => column.name === name)) return name;
  const near = nearestSentence(
    name,
    table.columns.map((column) => [column.name]),
  );
  throw new FormError(`${place}: ${fit(wireName(table))} has no column "${fit(name)}".${near}`);
}

function propertiesAt(place: string, value: unknown, known: readonly string[]) {
  const properties = objectAt(place, value, `an object with ${known.join(', ')}`);
  const other = Object.keys(properties).find((key) => !known.includes(key));
  if (other === undefined) return properties;
  throw new FormError(`${place} has "${fit(other)}", which means nothing here: there is ${known.join(', ')}.`);
}
