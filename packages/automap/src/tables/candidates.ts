/** Finds, for each source table, the few target tables that are worth a comparison: those that share its rarest words. */

import type { WordComparison } from '../compare/words.ts';
import type { Forms } from '../names/forms.ts';
import { insertAt } from '../ranking.ts';
import type { Side } from '../sides/side.ts';
import { createPostings, type Postings } from './postings.ts';

/** So many pairs of columns are compared each with each; where there are more, tables are found by an index. */
const mostColumnPairs = 6_000_000;
/** Index entries that are read for one source table, and for one of its words. */
const mostVisits = 3000;
const mostTablesOfWord = { atLeast: 60, share: 0.02 };
const mostNeighbours = 64;
/** Target tables that are compared with one source table, and source tables with one target. */
const mostCandidates = 6;
/** A candidate counts only where it shares this much of what the best one shares. */
const leastShare = 0.4;
/** A table that shares this much of all that the names of columns tell needs no other candidates. */
const clearShare = 0.3;

/** Words of the names of columns or of tables: what each stands for, and how much it tells. */
export interface WordsOf {
  readonly words: WordComparison;
  readonly weights: Float64Array;
}

/** Whether everything can be compared with everything. */
export function isSmall(source: Side, target: Side): boolean {
  return (
    source.columns.count * target.columns.count + 50 * source.tables.length * target.tables.length <= mostColumnPairs
  );
}

/** Every pair. */
export function allPairs(source: Side, target: Side): (readonly [row: number, column: number])[] {
  return source.tables.flatMap((_, row) => target.tables.map((_other, column) => [row, column] as const));
}

/**
 * The pairs that share most, at most six for each table of the source. Tables that share rare names are found by these alone;
 * where no names are equal, their words are looked up too. Time grows with the number of names.
 */
export function likelyPairs(
  source: Side,
  target: Side,
  forms: Forms,
  ofColumns: WordsOf,
  ofTables: WordsOf,
): (readonly [row: number, column: number])[] {
  const tables = source.tables.length + target.tables.length;
  const byName = createPostings(target.tables.length, forms.keyCount, (table, give) =>
    eachKey(target, table, forms, give),
  );
  const byWord = createPostings(target.tables.length, ofColumns.weights.length, (table, give) =>
    eachWord(target, table, forms, give),
  );
  const byTableWord = createPostings(target.tables.length, ofTables.weights.length, (table, give) =>
    eachTableWord(target, table, forms, give),
  );
  const crowd = Math.max(mostTablesOfWord.atLeast, mostTablesOfWord.share * target.tables.length);
  // What each target table shares with the present source table, and those that share something.
  const shared = new Float64Array(target.tables.length);
  const touched = new Int32Array(target.tables.length);
  const present = { row: 0, touched: 0, visits: 0, total: 0 };

  function give({ starts, tables: places }: Postings, key: number, weight: number): void {
    const [from, to] = [starts[key]!, starts[key + 1]!];
    if (to - from > crowd) return;
    present.visits += to - from;
    for (let i = from; i < to; i++) {
      const place = places[i]!;
      if (shared[place] === 0) touched[present.touched++] = place;
      shared[place]! += weight;
    }
  }

  // What a name tells that so many tables have; 0 where it was not asked for.
  const weightOf = new Float64Array(target.tables.length + 1);
  function giveKey(key: number): void {
    const having = byName.starts[key + 1]! - byName.starts[key]!;
    if (weightOf[having] === 0) weightOf[having] = Math.log(1 + tables / (1 + having));
    const weight = weightOf[having]!;
    present.total += weight;
    give(byName, key, weight);
  }

  function giveWord(postings: Postings, { words, weights }: WordsOf, word: number): void {
    const { starts, ends, words: others, values } = words.neighbours;
    const [from, to] = [starts[word]!, ends[word]!];
    const weight = weights[word]!;
    // A word that resembles so many others resembles none in particular.
    if (to - from > mostNeighbours) {
      give(postings, word, weight);
      return;
    }
    for (let i = from; i < to && present.visits < mostVisits; i++)
      give(postings, others[i]!, values[i]! * values[i]! * weight);
  }
  const giveTableWord = (word: number): void => giveWord(byTableWord, ofTables, word);

  function isAnyClear(): boolean {
    for (let i = 0; i < present.touched; i++) if (shared[touched[i]!]! > clearShare * present.total) return true;
    return false;
  }

  const collectedBy = new Int32Array(ofColumns.weights.length).fill(-1);
  const collected: number[] = [];
  const collect = (word: number): void => {
    if (collectedBy[word] === present.row) return;
    collectedBy[word] = present.row;
    collected.push(word);
  };
  function giveWordsOfColumns(): void {
    collected.length = 0;
    eachWord(source, present.row, forms, collect);
    collected.sort((a, b) => ofColumns.weights[b]! - ofColumns.weights[a]! || a - b);
    for (const word of collected) giveWord(byWord, ofColumns, word);
  }

  function candidatesOf(row: number): number[] {
    present.row = row;
    present.touched = 0;
    present.visits = 0;
    present.total = 0;
    eachKey(source, row, forms, giveKey);
    eachTableWord(source, row, forms, giveTableWord);
    if (!isAnyClear()) giveWordsOfColumns();
    const best = strongest(touched, present.touched, shared);
    for (let i = 0; i < present.touched; i++) shared[touched[i]!] = 0;
    return best;
  }

  return source.tables.flatMap((_, row) => candidatesOf(row).map((column) => [row, column] as const));
}

/** The keys of a table's columns, some of them twice: names of the same words have the same key. */
function eachKey({ tables, columns }: Side, table: number, { keys }: Forms, give: (key: number) => void): void {
  const { from, to } = tables[table]!;
  for (let c = from; c < to; c++) {
    give(keys[columns.stripped[c]!]!);
    if (columns.cut[c] !== columns.stripped[c]) give(keys[columns.cut[c]!]!);
  }
}

function eachWord({ tables, columns }: Side, table: number, forms: Forms, give: (word: number) => void): void {
  const { from, to } = tables[table]!;
  for (let c = from; c < to; c++) {
    const form = columns.stripped[c]!;
    for (let i = 0; i < forms.size(form); i++) give(forms.word(form, i));
  }
}

function eachTableWord({ tables }: Side, table: number, forms: Forms, give: (word: number) => void): void {
  const { cut, stripped } = tables[table]!;
  const words = forms.wordsOf(cut);
  for (const word of words) give(word);
  if (stripped !== cut) for (const word of forms.wordsOf(stripped)) if (!words.includes(word)) give(word);
}

/** The places with the highest values, the highest first; the lower number first among equals. */
function strongest(places: Int32Array, count: number, values: Float64Array): number[] {
  const best: number[] = [];
  for (let i = 0; i < count; i++) {
    const place = places[i]!;
    const value = values[place]!;
    let at = best.length;
    while (at > 0 && (values[best[at - 1]!]! < value || (values[best[at - 1]!] === value && best[at - 1]! > place)))
      at--;
    if (at >= mostCandidates) continue;
    insertAt(best, at, place);
    if (best.length > mostCandidates) best.pop();
  }
  const least = leastShare * (values[best[0]!] ?? 0);
  return best.filter((place) => values[place]! >= least);
}
