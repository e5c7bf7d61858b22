/** Reads one side: sorts its tables, sets aside what cannot be mapped, and reads names, types and lengths of the rest. */

import type { Column, Table } from '../catalog.ts';
import { isTooLong, type NameBook } from '../names/name-book.ts';
import type { UnmappedColumnReason } from '../reasons.ts';
import { isSmallNumber, typeClass, typeClasses } from '../rules/type-class.ts';
import { sortForMatching } from './order.ts';
import { type Names, sidePrefix } from './side-prefix.ts';

/** A side's tables and the range that the caller chose. */
export interface SideInput<T extends Table> {
  readonly tables: readonly T[];
  readonly isInRange: (table: T) => boolean;
  /** What a table's name is compared as. Default: the name. */
  readonly nameOf?: (table: T) => string;
}

/** The tables of a side in their order, and those that take no part. */
export interface SortedSide<T extends Table> {
  readonly usable: readonly T[];
  readonly tooLong: readonly T[];
  readonly outOfRange: readonly T[];
  readonly nameOf: (table: T) => string;
}

/** What all names of a side begin with. */
export interface Prefixes {
  readonly tables: string;
  readonly columns: string;
}

/** A table's columns: the number of the first, and the number behind the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly setAside: ReadonlyMap<number, UnmappedColumnReason>;
}

/** What was read, by the numbers of names. `plain` is a name without the side's prefix. */
export interface ReadSide<T extends Table> extends SortedSide<T> {
  readonly prefixes: Prefixes;
  readonly columns: ReturnType<typeof emptyColumns>;
  readonly ranges: readonly Range[];
  readonly tableNames: readonly number[];
  readonly plainTableNames: readonly number[];
  readonly plainColumnNames: Int32Array;
}

const nothing: ReadonlyMap<number, UnmappedColumnReason> = new Map();

export function sortSide<T extends Table>({
  tables,
  isInRange,
  nameOf = ({ name }) => name,
}: SideInput<T>): SortedSide<T> {
  const fits = (table: T): boolean =>
    !isTooLong(table.name) && !isTooLong(nameOf(table)) && !isTooLong(table.schema ?? '');
  const [usable, tooLong, outOfRange]: [T[], T[], T[]] = [[], [], []];
  for (const table of sortForMatching(tables)) {
    if (!fits(table)) tooLong.push(table);
    else if (isInRange(table)) usable.push(table);
    else outOfRange.push(table);
  }
  return { usable, tooLong, outOfRange, nameOf };
}

/** What all names of one side begin with, where the other does not have it. */
export function findPrefixes<T extends Table, O extends Table>(own: SortedSide<T>, other: SortedSide<O>): Prefixes {
  return {
    tables: sidePrefix(tableNamesOf(own), tableNamesOf(other)),
    columns: sidePrefix(columnNamesOf(own), columnNamesOf(other)),
  };
}

function tableNamesOf<T extends Table>({ usable, nameOf }: SortedSide<T>): Names {
  return function* () {
    for (const table of usable) yield nameOf(table);
  };
}

function columnNamesOf({ usable }: { readonly usable: readonly Table[] }): Names {
  return function* () {
    for (const { columns } of usable) for (const { name } of columns) yield name;
  };
}

export function readSide<T extends Table>(side: SortedSide<T>, prefixes: Prefixes, names: NameBook): ReadSide<T> {
  const { usable, nameOf } = side;
  const columns = emptyColumns(usable.reduce((sum, table) => sum + table.columns.length, 0));
  const plainColumnNames = new Int32Array(columns.table.length);
  // The table that had a name last, to notice one that comes again.
  const lastTable = new Int32Array(names.count + columns.table.length).fill(-1);
  const typesOf = rememberTypes();
  let count = 0;
  const ranges = usable.map((table, at): Range => {
    const from = count;
    let setAside: Map<number, UnmappedColumnReason> | undefined;
    for (let position = 0; position < table.columns.length; position++) {
      const column = table.columns[position]!;
      const name = isTooLong(column.name) ? -1 : names.idOf(column.name);
      if (name < 0 || lastTable[name] === at) {
        setAside ??= new Map();
        setAside.set(position, name < 0 ? 'name-too-long' : 'repeated-name');
        continue;
      }
      lastTable[name] = at;
      const plain = prefixes.columns === '' ? name : names.idOf(column.name.slice(prefixes.columns.length));
      plainColumnNames[count] = plain;
      columns.table[count] = at;
      columns.position[count] = position;
      columns.name[count] = name;
      columns.folded[count] = names.folded(plain);
      const { type, length, isSmall } = typesOf(column);
      columns.type[count] = type;
      columns.length[count] = length;
      columns.isSmall[count] = Number(isSmall);
      columns.nullable[count] = column.nullable === undefined ? -1 : Number(column.nullable);
      count++;
    }
    return { from, to: count, setAside: setAside ?? nothing };
  });
  return {
    ...side,
    prefixes,
    columns: { ...columns, count },
    ranges,
    tableNames: usable.map((table) => names.idOf(nameOf(table))),
    plainTableNames: usable.map((table) => names.idOf(nameOf(table).slice(prefixes.tables.length))),
    plainColumnNames: plainColumnNames.subarray(0, count),
  };
}

function emptyColumns(count: number) {
  const numbers = (): Int32Array<ArrayBuffer> => new Int32Array(count);
  return {
    count,
    table: numbers(),
    position: numbers(),
    name: numbers(),
    folded: numbers(),
    cut: numbers(),
    raw: numbers(),
    stripped: numbers(),
    phrased: numbers(),
    type: new Uint8Array(count),
    length: numbers(),
    isSmall: new Uint8Array(count),
    nullable: new Int8Array(count),
    key: new Uint8Array(count),
    refersTo: numbers().fill(-1),
    impliesTo: numbers().fill(-1),
  };
}

interface TypeNumbers {
  readonly type: number;
  readonly length: number;
  readonly isSmall: boolean;
}

/** A catalog has few types; each is read once. Equal lengths have equal numbers on both sides. */
function rememberTypes(): (column: Column) => TypeNumbers {
  const plain = new Map<string, TypeNumbers>();
  const known = new Map<string, Map<string, TypeNumbers>>();
  return (column) => {
    const { type, base_type, length } = column;
    // Where the length is part of the type, the type alone tells both.
    if (type !== undefined && base_type === undefined && length === undefined) return remembered(plain, type, column);
    const base = base_type ?? type ?? '';
    let lengths = known.get(base);
    if (lengths === undefined) {
      lengths = new Map();
      known.set(base, lengths);
    }
    return remembered(lengths, (length === undefined ? type : length) ?? '', column);
  };
}

function remembered(known: Map<string, TypeNumbers>, key: string, column: Column): TypeNumbers {
  let found = known.get(key);
  if (found === undefined) {
    found = {
      type: typeClasses.indexOf(typeClass(column)),
      length: lengthOf(column),
      isSmall: isSmallNumber(column),
    };
    known.set(key, found);
  }
  return found;
}

const longestLength = 7;

/** What stands in the type's parentheses, as a number that is equal for equal lengths; -1 for none. */
function lengthOf({ length, type }: Column): number {
  const text = length === undefined ? (/\(([\d\s,]+)\)/.exec(type ?? '')?.[1] ?? '') : (length ?? '');
  const [precision, scale] = text.replace(/\s+/g, '').split(',');
  if (!precision || precision.length > longestLength || !/^\d+$/.test(precision)) return -1;
  return Number(precision) * 100 + Math.min(99, Number(scale ?? 0) || 0);
}
