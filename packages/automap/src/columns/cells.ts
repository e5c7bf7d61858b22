/** Finds the pairs of columns of two tables that are worth a comparison, and compares them. */

import type { Table } from '../catalog.ts';
import type { ColumnComparison } from '../compare/columns.ts';
import type { WordComparison } from '../compare/words.ts';
import { grown } from '../numbers/number-list.ts';
import type { Prepared } from '../sides/prepare.ts';
import { type Columns, keyRoles, type SideTable } from '../sides/side.ts';
import { addCell, type CellList } from './cell-list.ts';
import { createColumnIndex } from './column-index.ts';

/**
 * `all` compares each column with each; `by-words` those alone that share a word, a key or a reference: where there are
 * thousands of tables, or of columns in a table, nothing else can be afforded.
 */
export type CellMode = 'all' | 'by-words';

export interface CellFinder {
  /** Fills the list with the pairs of two tables' columns of at least this value. */
  find(source: SideTable, target: SideTable, least: number, mode: CellMode, list: CellList): void;
}

/** A word that resembles so many others resembles none in particular. */
const mostNeighbours = 64;
/** Tables of more column pairs than this are always compared by words. */
const mostPairs = 400_000;
/** No table has this number, and no column is taken by it. */
const noTable = -2;
/** Pairs that are compared for one column: a word that all columns have would make them quadratic. */
const mostOffers = 200;

export function createCellFinder(
  prepared: Prepared<Table, Table>,
  words: WordComparison,
  comparison: ColumnComparison,
): CellFinder {
  const { forms } = prepared;
  const [source, target] = [prepared.source.columns, prepared.target.columns];
  const { starts, ends, words: others } = words.neighbours;
  const wordCount = prepared.lexicon.texts.length;
  // The columns of the present target table by their words, as chains.
  const first = new Int32Array(wordCount);
  const stamp = new Int32Array(wordCount).fill(-1);
  let turn = 0;
  let indexed: SideTable | undefined;
  let count = 0;
  let next = new Int32Array(256);
  let columnOf = new Int32Array(256);
  const keys: number[] = [];
  // The pairs that were offered for the present source column.
  const seen = new Int32Array(target.count).fill(-1);
  let row = 0;
  let offers = 0;
  let sourceTable = noTable;
  let least = 0;
  let list: CellList;

  function note(form: number, column: number): void {
    const size = forms.size(form);
    for (let i = 0; i < size; i++) {
      const word = forms.word(form, i);
      if (stamp[word] !== turn) {
        stamp[word] = turn;
        first[word] = -1;
      }
      if (count === next.length) {
        next = grown(next);
        columnOf = grown(columnOf);
      }
      next[count] = first[word]!;
      columnOf[count] = column;
      first[word] = count++;
    }
  }

  const byFold = createColumnIndex(target.folded);
  // The table whose turn it was when each column of the present target table was taken.
  const takenBy = new Int32Array(target.count).fill(-1);

  function index(table: SideTable): void {
    if (indexed === table) return;
    indexed = table;
    byFold.read(table.from, table.to);
    turn++;
    count = 0;
    keys.length = 0;
    for (let t = table.to - 1; t >= table.from; t--) {
      const cut = target.cut[t]!;
      note(cut, t);
      if (target.stripped[t] !== cut) note(target.stripped[t]!, t);
      if (target.phrased[t] !== cut) note(target.phrased[t]!, t);
      if (isKey(target, t)) keys.push(t);
    }
  }

  function offer(t: number): void {
    if (seen[t] === row || takenBy[t] === sourceTable || offers > mostOffers) return;
    seen[t] = row;
    offers++;
    const value = comparison.score(row, t);
    if (value >= least) addCell(list, row, t, value);
  }

  function offerWord(word: number): void {
    if (stamp[word] !== turn) return;
    for (let at = first[word]!; at >= 0; at = next[at]!) offer(columnOf[at]!);
  }

  function offerForm(form: number): void {
    const size = forms.size(form);
    for (let i = 0; i < size; i++) {
      const word = forms.word(form, i);
      const [start, end] = [starts[word]!, ends[word]!];
      if (end - start > mostNeighbours) offerWord(word);
      else for (let at = start; at < end; at++) offerWord(others[at]!);
    }
  }

  function byWords(from: SideTable, to: SideTable): void {
    index(to);
    sourceTable = noTable;
    // Columns of equal names are pairs already: neither needs to be compared with others.
    for (row = from.from; row < from.to; row++) {
      const equal = byFold.first(source.folded[row]!);
      if (equal < 0) continue;
      offers = 0;
      offer(equal);
      takenBy[equal] = source.table[row]!;
    }
    sourceTable = source.table[from.from] ?? noTable;
    for (row = from.from; row < from.to; row++) {
      if (byFold.first(source.folded[row]!) >= 0) continue;
      offers = 0;
      const cut = source.cut[row]!;
      offerForm(cut);
      if (source.stripped[row] !== cut) offerForm(source.stripped[row]!);
      if (source.phrased[row] !== cut) offerForm(source.phrased[row]!);
      if (isKey(source, row)) for (const t of keys) offer(t);
    }
    seen.fill(-1, to.from, to.to);
    takenBy.fill(-1, to.from, to.to);
  }

  return {
    find(from, to, leastValue, mode, cells) {
      list = cells;
      list.count = 0;
      least = leastValue;
      if (mode === 'by-words' || (from.to - from.from) * (to.to - to.from) > mostPairs) return byWords(from, to);
      for (let s = from.from; s < from.to; s++) {
        for (let t = to.from; t < to.to; t++) {
          const value = comparison.score(s, t);
          if (value >= least) addCell(list, s, t, value);
        }
      }
    },
  };
}

function isKey(columns: Columns, c: number): boolean {
  return columns.key[c] === keyRoles.whole || columns.refersTo[c]! >= 0;
}
