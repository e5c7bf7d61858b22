/** Finds which tables refer to which: by foreign keys, and by columns called after a table (`customer_id`). */

import type { Table } from '../catalog.ts';
import type { Forms } from '../names/forms.ts';
import type { Lexicon } from '../names/lexicon.ts';
import { keyRoles } from './side.ts';

/** A table's neighbours are compared with all of another's, so there are not many. */
const mostNeighbours = 12;
/** A column that ends in one of these after a table's name refers to that table. */
const keyWords = ['id', 'key', 'no', 'num', 'nr', 'number', 'code', 'fk', 'uuid', 'guid', 'sk', 'pk', 'ref'];

/** What the finder reads of each table. */
export interface Referring {
  readonly table: Table;
  readonly schema: string;
  readonly cut: number;
  readonly stripped: number;
  readonly from: number;
  readonly to: number;
}

interface ReferringColumns {
  readonly position: Int32Array;
  readonly cut: Int32Array;
  readonly key: Uint8Array;
  readonly refersTo: Int32Array;
  readonly impliesTo: Int32Array;
}

/** Fills `key`, `refersTo` and `impliesTo` of the columns, and answers each table's neighbours. */
export function findReferences(
  tables: readonly Referring[],
  columns: ReferringColumns,
  forms: Forms,
  lexicon: Lexicon,
): { readonly refersTo: number[][]; readonly referredBy: number[][] } {
  const byName = new Map<string, number[]>();
  tables.forEach(({ table }, at) => {
    const group = byName.get(table.name);
    if (group) group.push(at);
    else byName.set(table.name, [at]);
  });
  const byForm = new Map<number, number>();
  tables.forEach(({ cut, stripped }, at) => {
    for (const form of [cut, stripped]) {
      const key = forms.keys[form]!;
      // A name that two tables have says nothing.
      byForm.set(key, byForm.has(key) && byForm.get(key) !== at ? -1 : at);
    }
  });
  const isKeyWord = new Uint8Array(lexicon.texts.length);
  for (const word of keyWords) if (lexicon.find(word) >= 0) isKeyWord[lexicon.find(word)] = 1;
  const impliedTable = (form: number): number => {
    const last = forms.size(form) - 1;
    if (last < 1 || isKeyWord[forms.word(form, last)] !== 1) return -1;
    let found = -1;
    for (let from = 0; from < last && found < 0; from++) found = byForm.get(forms.keyOf(form, from, last)) ?? -1;
    return found;
  };

  const refersTo = tables.map((): number[] => []);
  const referredBy = tables.map((): number[] => []);
  const connect = (from: number, to: number): void => {
    if (refersTo[from]!.length < mostNeighbours && !refersTo[from]!.includes(to)) refersTo[from]!.push(to);
    if (referredBy[to]!.length < mostNeighbours && !referredBy[to]!.includes(from)) referredBy[to]!.push(from);
  };
  tables.forEach(({ table, schema, from, to }, at) => {
    const isAsked = Boolean(table.primary_key?.length || table.foreign_keys?.length);
    const numberOf = isAsked ? numbersOf(table, from, to) : noNumbers;
    const key = table.primary_key ?? [];
    for (const name of key) {
      const column = numberOf.get(name);
      if (column !== undefined) columns.key[column] = key.length === 1 ? keyRoles.whole : keyRoles.part;
    }
    for (const reference of table.foreign_keys ?? []) {
      const places = byName.get(reference.ref_table) ?? [];
      const other = places.find((place) => tables[place]!.schema === schema) ?? places[0];
      if (other === undefined) continue;
      connect(at, other);
      for (const name of reference.columns) {
        const column = numberOf.get(name);
        // A column of a wide key may refer to several tables; the narrowest reference tells most.
        if (column !== undefined && (columns.refersTo[column]! < 0 || reference.columns.length === 1))
          columns.refersTo[column] = other;
      }
    }
    for (let c = from; c < to; c++) {
      if (columns.refersTo[c]! >= 0) continue;
      const other = impliedTable(columns.cut[c]!);
      if (other < 0 || other === at) continue;
      columns.impliesTo[c] = other;
      connect(at, other);
    }
  });
  return { refersTo, referredBy };

  /** The numbers of a table's columns by their names. */
  function numbersOf(table: Table, from: number, to: number): ReadonlyMap<string, number> {
    const numbers = new Map<string, number>();
    for (let c = from; c < to; c++) numbers.set(table.columns[columns.position[c]!]!.name, c);
    return numbers;
  }
}

const noNumbers: ReadonlyMap<string, number> = new Map();
