/** Turns one side's tables into what the matcher compares: sorted, folded, prefixes known, unusable names set aside. */

import type { Table } from './catalog.ts';
import { foldWords } from './fold.ts';
import type { Named } from './name-forms.ts';
import { compareTables } from './order.ts';
import { sharedPrefix, withoutPrefix } from './prefix.ts';
import type { UnmappedColumnReason } from './reasons.ts';

/** The longest name that the API can carry, in characters. */
const longestName = 256;

/** One side, its tables in the order of `compareTables`. */
export interface Side<T extends Table> {
  readonly tables: readonly PreparedTable<T>[];
  /** Tables whose names are too long to be mapped. */
  readonly tooLong: readonly T[];
}

export interface PreparedTable<T extends Table> extends Named {
  readonly table: T;
  /** The position in its side's `tables`, which decides where nothing else does. */
  readonly rank: number;
  readonly schema: string;
  readonly foldedSchema: string;
  /** The folded name without the prefix that most tables of its side share. */
  readonly bare: string;
  /** The columns that can be mapped, in the table's own order. */
  readonly columns: readonly PreparedColumn[];
  /** The folded and bare names under which its columns can be found. */
  readonly keys: ReadonlySet<string>;
  /** Positions in `table.columns` that cannot be mapped. */
  readonly setAside: ReadonlyMap<number, UnmappedColumnReason>;
}

export interface PreparedColumn extends Named {
  /** The position in `table.columns`. */
  readonly position: number;
  /** The folded name without its table's name or the prefix that most columns of the table share. */
  readonly bare: string;
}

/** Prepares one side's tables. Linear in the number of names, but for sorting the tables. */
export function prepareSide<T extends Table>(tables: readonly T[]): Side<T> {
  const sorted = tables.toSorted(compareTables);
  const usable = sorted.filter(fits);
  const words = rememberWords();
  const tableWords = usable.map((table) => words(table.name));
  const prefix = sharedPrefix(tableWords);
  return {
    tables: usable.map((table, rank) => {
      const own = tableWords[rank]!;
      const folded = own.join('');
      const bare = withoutPrefix(own, [prefix]);
      const schema = table.schema ?? '';
      return {
        table,
        rank,
        schema,
        foldedSchema: words(schema).join(''),
        name: table.name,
        folded,
        bare,
        ...prepareColumns(table, [folded, bare], words),
      };
    }),
    tooLong: sorted.filter((table) => !fits(table)),
  };
}

function prepareColumns(table: Table, ownNames: readonly string[], words: (name: string) => readonly string[]) {
  const setAside = new Map<number, UnmappedColumnReason>();
  const seen = new Set<string>();
  const usable: { position: number; name: string; words: readonly string[] }[] = [];
  table.columns.forEach(({ name }, position) => {
    if (isTooLong(name)) setAside.set(position, 'name-too-long');
    else if (seen.has(name)) setAside.set(position, 'repeated-name');
    else usable.push({ position, name, words: words(name) });
    seen.add(name);
  });
  const prefixes = [...ownNames, sharedPrefix(usable.map((column) => column.words))];
  const columns: PreparedColumn[] = usable.map((column) => ({
    position: column.position,
    name: column.name,
    folded: column.words.join(''),
    bare: withoutPrefix(column.words, prefixes),
  }));
  return { columns, setAside, keys: keysOf(columns) };
}

function keysOf(columns: readonly PreparedColumn[]): Set<string> {
  const keys = new Set<string>();
  for (const { folded, bare } of columns) keys.add(folded).add(bare);
  keys.delete('');
  return keys;
}

function fits(table: Table): boolean {
  return !isTooLong(table.name) && !isTooLong(table.schema ?? '');
}

/** Characters are code points, as the API's schema counts them; no name of more than twice as many units needs counting. */
function isTooLong(name: string): boolean {
  if (name.length <= longestName) return false;
  return name.length > 2 * longestName || [...name].length > longestName;
}

/** Real catalogs repeat most column names, so each is folded once. */
function rememberWords(): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const words = known.get(name) ?? foldWords(name);
    known.set(name, words);
    return words;
  };
}
