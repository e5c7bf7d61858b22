/** Turns the tables of both sides into what the matcher compares. */

import type { Column, Table } from '../catalog.ts';
import { createCompounds } from '../names/compounds.ts';
import { createCutter, mostWords } from '../names/cut-name.ts';
import { createForms, type Forms } from '../names/forms.ts';
import { createLexicon, type Lexicon } from '../names/lexicon.ts';
import { createPhrases } from '../names/phrases.ts';
import { createSequences } from '../names/sequences.ts';
import { createStripper, isFlat, type NameWords } from '../names/strip.ts';
import type { WordLists } from '../names/word-lists.ts';
import type { UnmappedColumnReason } from '../reasons.ts';
import { isSmallNumber, typeClass, typeClasses } from '../rules/type-class.ts';
import type { Tuning } from '../tuning.ts';
import { sortForMatching } from './order.ts';
import { findReferences } from './references.ts';
import type { Side, SideTable } from './side.ts';
import { sidePrefix } from './side-prefix.ts';

/** The longest name that the API can carry, in characters. */
const longestName = 256;
/** Words that half of a side's long names run together: only there are compounds cut that are known in part. */
const longName = 8;

/** Both sides, and the words and forms that they share. */
export interface Prepared<S extends Table, T extends Table> {
  readonly source: Side<S>;
  readonly target: Side<T>;
  readonly lexicon: Lexicon;
  readonly forms: Forms;
  /** How many folded names there are. */
  readonly folds: number;
}

/** A side's tables and the range that the caller chose. */
export interface SideInput<T extends Table> {
  readonly tables: readonly T[];
  readonly isInRange: (table: T) => boolean;
  /** What a table's name is compared as. Default: the name. */
  readonly nameOf?: (table: T) => string;
}

/** Prepares both sides together: the words of each tell how to cut those of the other. */
export function prepareSides<S extends Table, T extends Table>(
  source: SideInput<S>,
  target: SideInput<T>,
  lists: WordLists,
  tuning: Tuning,
): Prepared<S, T> {
  const lexicon = createLexicon();
  const forms = createForms(lexicon);
  const names = createNames(lexicon);
  const [sources, targets] = readSides(source, target, names);
  const compounds = createCompounds(lists.known, names.all, lexicon, tuning.compound);
  const joinPhrases = createPhrases(lexicon, lists);
  const stripper = createStripper(lexicon, compounds, (word) => lists.known.has(word));

  const prepare = <U extends Table>({
    usable,
    tooLong,
    outOfRange,
    columns,
    ranges,
    tableNames,
    tableIds,
    prefixes,
    names: own,
  }: ReadSide<U>): Side<U> => {
    const runsTogether = mostlyRunTogether(own, lexicon);
    const cutWord = (word: number): readonly number[] | undefined =>
      compounds.cut(word) ?? (runsTogether ? compounds.cutPartly(word) : undefined);
    const cutCompounds = (words: readonly number[]): readonly number[] => {
      let any = false;
      for (const word of words) if (cutWord(word) !== undefined) any = true;
      return any ? words.flatMap((word) => cutWord(word) ?? [word]).slice(0, mostWords) : words;
    };
    const formsOf = (name: Name): CutForms => {
      const before = runsTogether ? name.partly : name.whole;
      if (before) return before;
      const raw = name.words;
      const cut = cutCompounds(raw);
      const phrased = joinPhrases(cut);
      const cutForm = forms.idOf(cut);
      const made = {
        raw,
        cut,
        isFlat: isFlat(raw, lexicon),
        rawForm: raw === cut ? cutForm : forms.idOf(raw),
        cutForm,
        phrasedForm: phrased === cut ? cutForm : forms.idOf(phrased),
      };
      if (runsTogether) name.partly = made;
      else name.whole = made;
      return made;
    };

    const tableForms = tableNames.map(formsOf);
    const schemas = usable.map(({ schema }) => names.of(schema ?? ''));
    const strippedNames = stripper.tables(
      schemas.map(({ words }, at) => ({ words: tableForms[at]!.cut, schema: words })),
    );
    ranges.forEach(({ from, to }, at) => {
      const words: NameWords[] = [];
      for (let c = from; c < to; c++) {
        const own = formsOf(columns.names[c]!);
        words.push(own);
        columns.cut[c] = own.cutForm;
        columns.raw[c] = own.rawForm;
        columns.phrased[c] = own.phrasedForm;
      }
      const stripped = stripper.columns(words, strippedNames[at]!);
      for (let i = 0; i < stripped.length; i++)
        columns.stripped[from + i] = stripped[i] === words[i]!.cut ? columns.cut[from + i]! : forms.idOf(stripped[i]!);
    });
    const tables = usable.map((table, at) => {
      const { rawForm: raw, cutForm: cut, phrasedForm: phrased } = tableForms[at]!;
      const { folded } = tableNames[at]!;
      const schema = table.schema ?? '';
      return {
        ...ranges[at]!,
        name: tableIds[at]!,
        folded,
        raw,
        cut,
        phrased,
        table,
        schema,
        foldedSchema: schemas[at]!.folded,
        stripped: forms.idOf(strippedNames[at]!),
      };
    });
    const references = findReferences(tables, columns, forms, lexicon);
    return {
      tables: tables.map(
        (table, at): SideTable<U> => ({
          ...table,
          refersTo: references.refersTo[at]!,
          referredBy: references.referredBy[at]!,
        }),
      ),
      columns,
      hasPrefix: prefixes.tables !== '' || prefixes.columns !== '',
      tooLong,
      outOfRange,
    };
  };
  return { source: prepare(sources), target: prepare(targets), lexicon, forms, folds: names.folds };
}

/** The forms of a name that depend on nothing but its side's habits. */
interface CutForms extends NameWords {
  readonly rawForm: number;
  readonly cutForm: number;
  readonly phrasedForm: number;
}

/** A distinct name of either side. */
interface Name {
  readonly id: number;
  readonly words: readonly number[];
  readonly folded: number;
  /** The side and the table that had it last. */
  lastSide: number;
  lastTable: number;
  /** Its forms where compounds are cut that are known whole, and where they are cut that are known in part. */
  whole: CutForms | undefined;
  partly: CutForms | undefined;
}

interface Names {
  readonly all: readonly Name[];
  readonly folds: number;
  /** @param text of no more than 256 characters */
  of(text: string): Name;
}

/** Real catalogs repeat most names, so each is cut once. */
function createNames(lexicon: Lexicon): Names {
  const all: Name[] = [];
  const known = createSequences(true);
  const folds = createSequences(true);
  const units = new Uint16Array(2 * longestName + 1);
  const cutter = createCutter();
  return {
    all,
    get folds() {
      return folds.count;
    },
    of(text) {
      for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
      const id = known.idOf(units, 0, text.length);
      if (id < all.length) return all[id]!;
      cutter.cut(text);
      const words: number[] = [];
      for (let at = 0; at < cutter.count; at++)
        words.push(lexicon.idOfCodes(cutter.codes, cutter.starts[at]!, cutter.ends[at]!));
      const name: Name = {
        id,
        words,
        folded: cutter.length === 0 ? -1 : folds.idOf(cutter.codes, 0, cutter.length),
        lastSide: -1,
        lastTable: -1,
        whole: undefined,
        partly: undefined,
      };
      all.push(name);
      return name;
    },
  };
}

interface ReadSide<T extends Table> {
  readonly usable: readonly T[];
  readonly tooLong: readonly T[];
  readonly outOfRange: readonly T[];
  readonly columns: ReturnType<typeof emptyColumns> & { readonly names: readonly Name[] };
  readonly ranges: readonly {
    readonly from: number;
    readonly to: number;
    readonly setAside: ReadonlyMap<number, UnmappedColumnReason>;
  }[];
  /** The names without the side's prefix, and the numbers of the whole names. */
  readonly tableNames: readonly Name[];
  readonly tableIds: readonly number[];
  readonly prefixes: Prefixes;
  /** The distinct names. */
  readonly names: readonly Name[];
}

const nothing: ReadonlyMap<number, UnmappedColumnReason> = new Map();

/** What all names of a side begin with. */
interface Prefixes {
  readonly tables: string;
  readonly columns: string;
}

interface SortedSide<T extends Table> {
  readonly usable: readonly T[];
  readonly tooLong: readonly T[];
  readonly outOfRange: readonly T[];
  readonly nameOf: (table: T) => string;
}

function sortSide<T extends Table>({ tables, isInRange, nameOf = ({ name }) => name }: SideInput<T>): SortedSide<T> {
  const sorted = sortForMatching(tables);
  const fits = (table: T): boolean =>
    !isTooLong(table.name) && !isTooLong(nameOf(table)) && !isTooLong(table.schema ?? '');
  return {
    usable: sorted.filter((table) => fits(table) && isInRange(table)),
    tooLong: sorted.filter((table) => !fits(table)),
    outOfRange: sorted.filter((table) => fits(table) && !isInRange(table)),
    nameOf,
  };
}

/** Reads both sides: what all names of one begin with is left out where the other does not have it. */
function readSides<S extends Table, T extends Table>(
  source: SideInput<S>,
  target: SideInput<T>,
  names: Names,
): readonly [ReadSide<S>, ReadSide<T>] {
  const [from, to] = [sortSide(source), sortSide(target)];
  const tablesOf = <U extends Table>({ usable, nameOf }: SortedSide<U>): string[] => usable.map(nameOf);
  const columnsOf = ({ usable }: { readonly usable: readonly Table[] }): string[] =>
    usable.flatMap(({ columns }) => columns.map(({ name }) => name));
  return [
    readSide(
      {
        ...from,
        prefixes: {
          tables: sidePrefix(tablesOf(from), tablesOf(to)),
          columns: sidePrefix(columnsOf(from), columnsOf(to)),
        },
      },
      names,
      0,
    ),
    readSide(
      {
        ...to,
        prefixes: {
          tables: sidePrefix(tablesOf(to), tablesOf(from)),
          columns: sidePrefix(columnsOf(to), columnsOf(from)),
        },
      },
      names,
      1,
    ),
  ];
}

/** Sorts the tables, sets unusable ones and unusable columns aside, and reads names, types and lengths of the rest. */
function readSide<T extends Table>(
  { usable, tooLong, outOfRange, nameOf, prefixes }: SortedSide<T> & { readonly prefixes: Prefixes },
  names: Names,
  side: number,
): ReadSide<T> {
  const distinct: Name[] = [];
  const noted = new Set<Name>();
  const note = (name: Name): void => {
    if (noted.has(name)) return;
    noted.add(name);
    distinct.push(name);
  };
  const columns = emptyColumns(usable.reduce((sum, table) => sum + table.columns.length, 0));
  const columnNames: Name[] = [];
  const tableNames: Name[] = [];
  const tableIds: number[] = [];
  const typesOf = rememberTypes();
  let count = 0;
  const ranges = usable.map((table, at) => {
    const text = nameOf(table);
    const own = names.of(text.slice(prefixes.tables.length));
    note(own);
    tableNames.push(own);
    tableIds.push(names.of(text).id);
    const from = count;
    let setAside: Map<number, UnmappedColumnReason> | undefined;
    for (let position = 0; position < table.columns.length; position++) {
      const column = table.columns[position]!;
      const name = isTooLong(column.name) ? undefined : names.of(column.name);
      if (name === undefined || (name.lastSide === side && name.lastTable === at)) {
        setAside ??= new Map();
        setAside.set(position, name === undefined ? 'name-too-long' : 'repeated-name');
        continue;
      }
      if (name.lastSide !== side) name.lastSide = side;
      name.lastTable = at;
      const plain = prefixes.columns === '' ? name : names.of(column.name.slice(prefixes.columns.length));
      note(plain);
      columnNames.push(plain);
      columns.table[count] = at;
      columns.position[count] = position;
      columns.name[count] = name.id;
      columns.folded[count] = plain.folded;
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
    usable,
    tooLong,
    outOfRange,
    columns: { ...columns, count, names: columnNames },
    ranges,
    tableNames,
    tableIds,
    prefixes,
    names: distinct,
  };
}

/** Whether at least half of the long names are a single word. */
function mostlyRunTogether(names: readonly Name[], { texts }: Lexicon): boolean {
  let long = 0;
  let single = 0;
  for (const { words } of names) {
    const length = words.reduce((sum, word) => sum + texts[word]!.length, 0);
    if (length < longName) continue;
    long++;
    if (words.length === 1) single++;
  }
  return long > 0 && single * 2 >= long;
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
  const known = new Map<string, Map<string, TypeNumbers>>();
  return (column) => {
    const type = column.base_type ?? column.type ?? '';
    let lengths = known.get(type);
    if (lengths === undefined) {
      lengths = new Map();
      known.set(type, lengths);
    }
    const length = column.length === undefined ? (column.type ?? '') : (column.length ?? '');
    let found = lengths.get(length);
    if (found === undefined) {
      found = {
        type: typeClasses.indexOf(typeClass(column)),
        length: lengthOf(column),
        isSmall: isSmallNumber(column),
      };
      lengths.set(length, found);
    }
    return found;
  };
}

const longestLength = 7;

/** What stands in the type's parentheses, as a number that is equal for equal lengths; -1 for none. */
function lengthOf({ length, type }: Column): number {
  const text = length === undefined ? (/\(([\d\s,]+)\)/.exec(type ?? '')?.[1] ?? '') : (length ?? '');
  const [precision, scale] = text.replace(/\s+/g, '').split(',');
  if (!precision || precision.length > longestLength || !/^\d+$/.test(precision)) return -1;
  return Number(precision) * 100 + Math.min(99, Number(scale ?? 0) || 0);
}

/** Characters are code points, as the API's schema counts them; no name of more than twice as many units needs counting. */
function isTooLong(name: string): boolean {
  if (name.length <= longestName) return false;
  return name.length > 2 * longestName || [...name].length > longestName;
}
