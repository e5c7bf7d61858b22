/** Turns what was matched by numbers into the answer: the caller's tables, names, confidences and reasons. */

import type { Cell } from '../assign/greedy.ts';
import type { Table } from '../catalog.ts';
import type { ChosenColumns } from '../columns/choose.ts';
import type { Match } from '../columns/pair-columns.ts';
import type { Decisions } from '../decisions.ts';
import type { CatalogMapping, ColumnPair, ColumnRival, TablePair, UnmappedColumn, WordMatch } from '../mapping.ts';
import type { Matching } from '../match.ts';
import type { ColumnReason, TableReason, UnmappedColumnReason } from '../reasons.ts';
import { createTwins } from '../rules/twins.ts';
import { compareTables } from '../sides/order.ts';
import type { Prepared } from '../sides/prepare.ts';
import { type Columns, keyRoles, type NameForms, type Side, type SideTable } from '../sides/side.ts';
import { countDefaults, type RankedCell } from '../tables/choose.ts';
import type { Tuning } from '../tuning.ts';
import { chance, columnFeatures, provenConfidence, tableFeatures } from './confidence.ts';
import { createNameExplainer } from './name-reasons.ts';
import { rankRivals } from './rivals.ts';
import { unmappedTables } from './unmapped-tables.ts';

/** A likeness of names below this was no reason. */
const tellingName = 0.35;

/** @param strictness pairs of less confidence are left out */
export function buildAnswer<S extends Table, T extends Table>(
  prepared: Prepared<S, T>,
  matching: Matching,
  decisions: Decisions,
  strictness: number,
  tuning: Tuning,
): CatalogMapping<S, T> {
  const { source, target, forms, lexicon } = prepared;
  const { comparisons } = matching;
  const rivals = rankRivals(matching.cells);
  const columnNames = createNameExplainer(forms, lexicon, comparisons.columnWords, comparisons.columnNames);
  const tableNames = createNameExplainer(forms, lexicon, comparisons.tableWords, comparisons.tableNames);

  const lacksWord = createTwins(source, target, forms, comparisons.tableWords, comparisons.tableNames);
  const leastTable = Math.max(strictness, tuning.confidence.leastTable);
  const confident = matching.matches.flatMap((match) => {
    const { confidence, whole, share } = confidenceOf(match);
    if (match.kind !== 'given' && confidence < leastTable) return [];
    const columns = keptColumns(match, confidence, whole, share);
    return confidence < share * tuning.confidence.leastColumn && isEmpty(match, columns)
      ? []
      : [{ match, confidence, columns }];
  });
  // Which pair has each column, by its number from 1 on; 0 for none.
  const pairOfSource = new Int32Array(source.columns.count);
  const pairOfTarget = new Int32Array(target.columns.count);
  confident.forEach(({ columns }, at) => {
    for (const { row, column } of columns.chosen) {
      pairOfSource[row] = at + 1;
      pairOfTarget[column] = at + 1;
    }
  });
  const pairs = confident
    .map(({ match, confidence, columns }, at) => pairOf(match, confidence, columns, at + 1))
    .sort((a, b) => compareTables(a.source, b.source) || compareTables(a.target, b.target));
  return { pairs, unmapped: unmappedTables(prepared, matching, decisions, pairs, tuning) };

  /** The confidence of a table pair, and what it is made of: its chance, and the share of it that its equals leave. */
  function confidenceOf(match: Match): { readonly confidence: number; readonly whole: number; readonly share: number } {
    if (match.kind === 'given') return { confidence: 1, whole: 1, share: 1 };
    const proven = provenConfidence(match, source, target);
    if (proven !== undefined) {
      const defaults = countDefaults(match.cell, source, target);
      const ties = rivals.ties(match.cell, (rival) => countDefaults(rival, source, target) >= defaults);
      const share = 1 / (1 + ties);
      return { confidence: Math.floor(1000 * proven * share) / 1000, whole: proven, share };
    }
    const share = 1 / (1 + rivals.ties(match.cell));
    const features = tableFeatures(match, rivals.of(match.cell), lacksWord(match.cell.row, match.cell.column));
    const whole = thousandths(chance(features, tuning.confidence.table));
    return { confidence: thousandths(whole * share), whole, share };
  }

  /** Two tables of different names of which no column is proposed: where they are unlikely too, there is nothing to propose. */
  function isEmpty({ cell, kind }: Match, { chosen }: KeptColumns): boolean {
    if (kind === 'given' || cell.rank > 0 || chosen.length > 0) return false;
    const [from, to] = [source.tables[cell.row]!, target.tables[cell.column]!];
    return from.to > from.from && to.to > to.from;
  }

  /** The column pairs that are likely enough, in the order of the source's columns; that a table has equals makes none unlikely. */
  function keptColumns({ cell, columns }: Match, table: number, whole: number, share: number): KeptColumns {
    const least = Math.max(strictness, share * tuning.confidence.leastColumn);
    const [from, to] = [source.tables[cell.row]!, target.tables[cell.column]!];
    const chosen = inOrder(columns.chosen, from);
    // The lists of an answer have no room to spare.
    const pairs = chosen.map((pair) => columnPair(pair, from.table, to.table, table, whole));
    const isLikely = (at: number): boolean => chosen[at]!.equal === 'given' || pairs[at]!.confidence >= least;
    if (pairs.every((_, at) => isLikely(at))) return { chosen, pairs, unlikely: noChosen };
    return {
      chosen: chosen.filter((_, at) => isLikely(at)),
      pairs: pairs.filter((_, at) => isLikely(at)),
      unlikely: chosen.filter((_, at) => !isLikely(at)),
    };
  }

  function pairOf(
    { cell, columns: choice, contradicting, kind }: Match,
    confidence: number,
    { pairs: columns, unlikely }: KeptColumns,
    number: number,
  ): TablePair<S, T> {
    const [from, to] = [source.tables[cell.row]!, target.tables[cell.column]!];
    const refused = decisions.refusedColumns(cell.row, cell.column);
    const name = tableNames.explain(from, to);
    const sum = columns.reduce((all, pair) => all + wholePercent(pair.confidence), 0);
    return {
      source: from.table,
      target: to.table,
      percent: from.table.columns.length === 0 ? 0 : Math.floor(sum / from.table.columns.length),
      confidence,
      score: score(cell.value),
      reason: tableReason(cell, kind, name.reason),
      words: cell.name < tellingName ? noWords : name.words,
      runnersUp: rivals.of(cell).map((rival) => ({
        source: source.tables[rival.row]!.table,
        target: target.tables[rival.column]!.table,
        score: score(rival.value),
      })),
      columns,
      unmappedSourceColumns:
        columns.length === from.table.columns.length
          ? noUnmapped
          : unmappedColumns(source, from, target, {
              nearest: choice.nearestOfSource,
              other: (c) => c.column,
              pairs: pairOfSource,
              number,
              refused: new Set(refused.map(([s]) => s)),
              unlikely: new Map(unlikely.map((pair) => [pair.row, pair])),
              contradicting: contradicting.map(({ row, column }) => [row, column] as const),
            }),
      unmappedTargetColumns:
        columns.length === to.table.columns.length
          ? noUnmapped
          : unmappedColumns(target, to, source, {
              nearest: choice.nearestOfTarget,
              other: (c) => c.row,
              pairs: pairOfTarget,
              number,
              refused: new Set(refused.map(([, t]) => t)),
              unlikely: new Map(unlikely.map((pair) => [pair.column, pair])),
              contradicting: contradicting.map(({ row, column }) => [column, row] as const),
            }),
    };
  }

  function tableReason(
    cell: RankedCell,
    kind: Match['kind'],
    name: ReturnType<typeof tableNames.explain>['reason'],
  ): TableReason {
    if (kind === 'given') return 'given';
    if (kind === 'remainder') return 'remainder';
    if (name === 'folded-name' && (source.hasPrefix || target.hasPrefix)) return 'bare-name';
    if (cell.name >= tellingName && name !== 'similar-spelling') return name;
    return cell.own >= tuning.table.accept || cell.value <= cell.own ? 'shared-columns' : 'same-neighbours';
  }

  /** @param table the confidence of the table pair; `whole` is the same before its equals took their shares */
  function columnPair(chosen: ChosenColumns, from: Table, to: Table, table: number, whole: number): ColumnPair {
    const { row, column, equal } = chosen;
    const own =
      equal === 'same-name' && whole === 1 ? 1 : chance(columnFeatures(chosen, whole), tuning.confidence.column);
    const { reason, words } = columnReason(chosen);
    return {
      source: nameIn(from, source, row),
      target: nameIn(to, target, column),
      confidence: equal === 'given' ? 1 : own === 1 ? table : thousandths(table * own),
      score: score(chosen.value),
      reason,
      words,
      runnersUp: chosen.rivals.length === 0 ? noRivals : chosen.rivals.map((rival) => rivalOf(rival, from, to)),
    };
  }

  function rivalOf({ row, column, value }: Cell, from: Table, to: Table): ColumnRival {
    return { source: nameIn(from, source, row), target: nameIn(to, target, column), score: score(value) };
  }

  function columnReason({ row, column, equal }: ChosenColumns): Pick<ColumnPair, 'reason' | 'words'> {
    if (equal === 'folded-name' && (source.hasPrefix || target.hasPrefix)) return byName['bare-name'];
    if (equal !== undefined) return byName[equal];
    const [a, b] = [formsOf(source.columns, row), formsOf(target.columns, column)];
    const explained = columnNames.explain(a, b);
    const likeness = matching.columns.name(row, column);
    if (likeness >= tellingName) return explained;
    const reason: ColumnReason | undefined =
      source.columns.key[row] === keyRoles.whole && target.columns.key[column] === keyRoles.whole
        ? 'same-key'
        : refersTo(source.columns, row) >= 0 && refersTo(target.columns, column) >= 0
          ? 'same-reference'
          : undefined;
    return reason === undefined ? explained : { reason, words: noWords };
  }
  function unmappedColumns(
    side: Side,
    { from, to, table, setAside }: SideTable,
    others: Side,
    told: ColumnsLeft,
  ): UnmappedColumn[] {
    const left: { readonly position: number; readonly column: UnmappedColumn }[] = [];
    for (const [position, reason] of setAside)
      left.push({ position, column: { name: table.columns[position]!.name, reason } });
    for (let c = from; c < to; c++) {
      if (told.pairs[c] === told.number) continue;
      const position = side.columns.position[c]!;
      left.push({ position, column: unmappedColumn(table.columns[position]!.name, c, others, told) });
    }
    if (setAside.size > 0) left.sort((a, b) => a.position - b.position);
    return left.map(({ column }) => column);
  }

  function unmappedColumn(name: string, c: number, others: Side, told: ColumnsLeft): UnmappedColumn {
    const contradicting = told.contradicting.find(([own]) => own === c);
    if (contradicting)
      return { name, reason: 'other-content', nearest: { name: nameOf(others, contradicting[1]), score: 1 } };
    const cell = told.unlikely.get(c) ?? told.nearest.get(c);
    const reason: UnmappedColumnReason =
      told.pairs[c] !== 0
        ? 'mapped-elsewhere'
        : told.refused.has(c)
          ? 'refused'
          : cell === undefined
            ? 'no-counterpart'
            : told.unlikely.has(c)
              ? 'too-doubtful'
              : cell.value < tuning.column.accept
                ? 'too-little-in-common'
                : 'counterpart-taken';
    return cell === undefined
      ? { name, reason }
      : { name, reason, nearest: { name: nameOf(others, told.other(cell)), score: score(cell.value) } };
  }
}

const noWords: readonly WordMatch[] = [];
const noChosen: readonly ChosenColumns[] = [];
const noRivals: readonly ColumnRival[] = [];
const noUnmapped: readonly UnmappedColumn[] = [];
/** Where names are equal, no words are told; nearly all pairs share these. */
const byName = {
  given: { reason: 'given', words: noWords },
  'same-name': { reason: 'same-name', words: noWords },
  'folded-name': { reason: 'folded-name', words: noWords },
  'bare-name': { reason: 'bare-name', words: noWords },
} as const;

/** The column pairs of a table pair that are proposed, and those that were chosen but are not likely enough. */
interface KeptColumns {
  readonly chosen: readonly ChosenColumns[];
  /** In the order of `chosen`. */
  readonly pairs: readonly ColumnPair[];
  readonly unlikely: readonly ChosenColumns[];
}

/** What the columns of one side of a table pair came to. */
interface ColumnsLeft {
  readonly nearest: ReadonlyMap<number, Cell>;
  /** The column of a cell that is of the other side. */
  readonly other: (cell: Cell) => number;
  /** The number of the pair that has each column; 0 for none. */
  readonly pairs: Int32Array;
  readonly number: number;
  readonly refused: ReadonlySet<number>;
  /** Pairs that were chosen but are not likely enough. */
  readonly unlikely: ReadonlyMap<number, Cell>;
  readonly contradicting: readonly (readonly [own: number, other: number])[];
}

/** The pairs of a table in the order of its columns, of which each has one at most. */
function inOrder(chosen: readonly ChosenColumns[], { from, to }: SideTable): ChosenColumns[] {
  const ofColumn = new Array<ChosenColumns | undefined>(to - from).fill(undefined);
  for (const pair of chosen) ofColumn[pair.row - from] = pair;
  return ofColumn.filter((pair) => pair !== undefined);
}

function nameOf(side: Side, column: number): string {
  return nameIn(side.tables[side.columns.table[column]!]!.table, side, column);
}

/** The name of a column of this table. */
function nameIn({ columns }: Table, side: Side, column: number): string {
  return columns[side.columns.position[column]!]!.name;
}

function formsOf(columns: Columns, c: number): NameForms {
  return {
    name: columns.name[c]!,
    folded: columns.folded[c]!,
    cut: columns.cut[c]!,
    raw: columns.raw[c]!,
    stripped: columns.stripped[c]!,
    phrased: columns.phrased[c]!,
  };
}

function refersTo(columns: Columns, c: number): number {
  return Math.max(columns.refersTo[c]!, columns.impliesTo[c]!);
}

/** Rounded down: 100 is kept for what is certain. */
function wholePercent(confidence: number): number {
  return Math.floor(Math.round(1000 * confidence) / 10);
}

/** 1 is kept for what is proven. */
function thousandths(value: number): number {
  return Math.min(0.999, Math.floor(1000 * value) / 1000);
}

function score(value: number): number {
  return Math.round(1000 * Math.min(1, Math.max(0, value))) / 1000;
}
