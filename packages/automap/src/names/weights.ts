/** How much a word tells: one that few tables and few names have tells more than `id`. */

import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';

/** A number tells less than a word. */
const ofNumbers = 0.7;
/** A phrase tells more than its words do on average. */
const ofPhrases = 1.3;
const base = 0.3;
const tableBase = 0.2;

/** The forms of the columns, by table. */
export interface Occurrences {
  readonly tables: number;
  readonly columns: {
    readonly count: number;
    readonly table: Int32Array;
    readonly cut: Int32Array;
    readonly raw: Int32Array;
  };
}

/** The weight of each word in the names of columns. */
export function weighColumnWords(lexicon: Lexicon, forms: Forms, sides: readonly Occurrences[]): Float64Array {
  const stems = lexicon.stems;
  const size = countStems(lexicon);
  const names = new Int32Array(size);
  const tables = new Int32Array(size);
  const lastTable = new Int32Array(size).fill(-1);
  const count = (form: number, table: number): void => {
    const size = forms.size(form);
    for (let at = 0; at < size; at++) {
      const stem = stems[forms.word(form, at)]!;
      names[stem]!++;
      if (lastTable[stem] === table) continue;
      lastTable[stem] = table;
      tables[stem]!++;
    }
  };
  let firstTable = 0;
  let allNames = 0;
  for (const side of sides) {
    const { columns } = side;
    for (let c = 0; c < columns.count; c++) {
      const table = firstTable + columns.table[c]!;
      count(columns.cut[c]!, table);
      if (columns.raw[c] !== columns.cut[c]) count(columns.raw[c]!, table);
    }
    firstTable += side.tables;
    allNames += columns.count;
  }
  const weights = Float64Array.from(stems, (stem, word) => {
    const byTables = Math.log(1 + firstTable / (1 + tables[stem]!)) + base;
    const byNames = Math.log(1 + allNames / (1 + names[stem]!)) + base;
    return 0.5 * (byTables + byNames) * (lexicon.isNumber[word] ? ofNumbers : 1);
  });
  weighPhrases(lexicon, weights);
  return weights;
}

/** The weight of each word in the names of tables. */
export function weighTableWords(lexicon: Lexicon, forms: Forms, names: readonly number[]): Float64Array {
  const counts = new Int32Array(countStems(lexicon));
  const lastName = new Int32Array(counts.length).fill(-1);
  names.forEach((form, name) => {
    for (let at = 0; at < forms.size(form); at++) {
      const stem = lexicon.stems[forms.word(form, at)]!;
      if (lastName[stem] !== name) counts[stem]!++;
      lastName[stem] = name;
    }
  });
  const weights = Float64Array.from(lexicon.stems, (stem, word) => {
    const weight = Math.log(1 + names.length / (1 + counts[stem]!)) + tableBase;
    return weight * (lexicon.isNumber[word] ? ofNumbers : 1);
  });
  weighPhrases(lexicon, weights);
  return weights;
}

const countStems = ({ stems }: Lexicon): number => stems.reduce((most, stem) => Math.max(most, stem), 0) + 1;

function weighPhrases(lexicon: Lexicon, weights: Float64Array): void {
  if (!lexicon.texts.some((text) => text.includes(' '))) return;
  const byStem = new Map<number, number>();
  lexicon.stems.forEach((stem, word) => {
    if (!lexicon.texts[word]!.includes(' ')) byStem.set(stem, weights[word]!);
  });
  lexicon.texts.forEach((text, word) => {
    if (!text.includes(' ')) return;
    const parts = text.split(' ').map((part) => byStem.get(lexicon.stemIdOf(part)) ?? weights[word]!);
    weights[word] = (ofPhrases * parts.reduce((sum, weight) => sum + weight, 0)) / parts.length;
  });
}
