/** Puts the comparisons of words, of names and of columns together for two sides. */

import type { Table } from '../catalog.ts';
import type { Forms } from '../names/forms.ts';
import type { Lexicon } from '../names/lexicon.ts';
import { weighColumnWords, weighTableWords } from '../names/weights.ts';
import type { WordLists } from '../names/word-lists.ts';
import type { Prepared } from '../sides/prepare.ts';
import type { Side } from '../sides/side.ts';
import type { Tuning } from '../tuning.ts';
import { type ColumnComparison, compareColumns, type Meetings, type PresentPairs, readColumnFacts } from './columns.ts';
import { compareLetters } from './letters.ts';
import { compareNames, type NameComparison } from './names.ts';
import { createSenses } from './senses.ts';
import { compareWords, type Lesson, type WordComparison } from './words.ts';

export interface Comparisons {
  /** The words of the names of columns and of tables: what each stands for, and how much it tells. */
  readonly columnWords: WordComparison;
  readonly columnWeights: Float64Array;
  readonly tableWords: WordComparison;
  readonly tableWeights: Float64Array;
  readonly columnNames: NameComparison;
  readonly tableNames: NameComparison;
  /** @param met in how many tables of the other side each column has a counterpart, where that is known */
  columns(present: PresentPairs, met?: Meetings): ColumnComparison;
}

/** @param small whether there is time to compare the names of columns by their letters too */
export function createComparisons(
  { source, target, lexicon, forms }: Prepared<Table, Table>,
  lessons: readonly Lesson[],
  { lists, tuning }: { readonly lists: WordLists; readonly tuning: Tuning },
  small: boolean,
): Comparisons {
  const ofColumns = {
    sources: wordsOfColumns(source, forms, lexicon),
    targets: wordsOfColumns(target, forms, lexicon),
  };
  const ofTables = { sources: wordsOfTables(source, forms, lexicon), targets: wordsOfTables(target, forms, lexicon) };
  const [columnLetters, tableLetters] = compareLetters(lexicon, [ofColumns, ofTables], tuning.word);
  const senses = createSenses(lexicon.texts, lists);
  const columnWords = compareWords(lexicon, ofColumns, columnLetters!, senses, lessons, tuning);
  const tableWords = compareWords(lexicon, ofTables, tableLetters!, senses, lessons, tuning);
  const columnWeights = weighColumnWords(
    lexicon,
    forms,
    [source, target].map(({ tables, columns }) => ({ tables: tables.length, columns })),
  );
  const tableWeights = weighTableWords(
    lexicon,
    forms,
    [...source.tables, ...target.tables].map(({ cut }) => cut),
  );
  const columnNames = compareNames(lexicon, forms, columnWords, columnWeights, 'columns', small, tuning);
  const tableNames = compareNames(lexicon, forms, tableWords, tableWeights, 'tables', true, tuning);
  const facts = readColumnFacts(source, target, forms);
  return {
    columnWords,
    columnWeights,
    tableWords,
    tableWeights,
    columnNames,
    tableNames,
    columns: (present, met) => compareColumns(source, target, facts, columnNames, present, tuning, met),
  };
}

/** The words of all names of columns, in any form. */
function wordsOfColumns({ columns }: Side, forms: Forms, lexicon: Lexicon): number[] {
  return wordsOfForms([columns.cut, columns.raw, columns.stripped, columns.phrased], forms, lexicon);
}

function wordsOfTables({ tables }: Side, forms: Forms, lexicon: Lexicon): number[] {
  const lists = tables.map(({ cut, raw, stripped, phrased }) => [cut, raw, stripped, phrased]);
  return wordsOfForms(lists, forms, lexicon);
}

/** Each word once, in the order of their numbers. */
function wordsOfForms(lists: readonly ArrayLike<number>[], forms: Forms, { texts }: Lexicon): number[] {
  const formSeen = new Uint8Array(forms.count);
  const wordSeen = new Uint8Array(texts.length);
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const form = list[i]!;
      if (formSeen[form] === 1) continue;
      formSeen[form] = 1;
      for (let at = 0; at < forms.size(form); at++) wordSeen[forms.word(form, at)] = 1;
    }
  }
  const all: number[] = [];
  wordSeen.forEach((seen, word) => {
    if (seen === 1) all.push(word);
  });
  return all;
}
