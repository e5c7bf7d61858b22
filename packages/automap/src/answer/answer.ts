/** Turns what was matched by numbers into the answer: the caller's tables, names, confidences and reasons. */

import type { Cell } from '../assign/greedy.ts';
import type { Table } from '../catalog.ts';
import type { ChosenColumns } from '../columns/choose.ts';
import type { Match } from '../columns/pair-columns.ts';
import type { Decisions } from '../decisions.ts';
import type { CatalogMapping, ColumnPair, ColumnRival, TablePair, UnmappedColumn } from '../mapping.ts';
import type { Matching } from '../match.ts';
import type { ColumnReason, TableReason, UnmappedColumnReason } from '../reasons.ts';
import { createTwins } from '../rules/twins.ts';
import { compareTables } from '../sides/order.ts';
import type { Prepared } from '../sides/prepare.ts';
import { type Columns, keyRoles, type NameForms, type Side, type SideTable } from '../sides/side.ts';
import { countDefaults } from '../tables/choose.ts';
import type { Tuning } from '../tuning.ts';
import { chance, columnFeatures, provenConfidence, shareAmong, tableFeatures } from './confidence.ts';
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
  const confident = matching.matches
    .map((match) => ({ match, confidence: confidenceOf(match) }))
    .filter(
      ({ match, confidence }) =>
        match.kind === 'given' || confidence >= Math.max(strictness, tuning.confidence.leastTable),
    )
    .map(({ match, confidence }) => ({ match, confidence, kept: keptColumns(match, confidence) }));
  const usedSources = new Set<number>();
  const usedTargets = new Set<number>();
  for (const { kept } of confident) {
    for (const { row, column } of kept.keys()) {
      usedSources.add(row);
      usedTargets.add(column);
    }
  }
  const pairs = confident
    .map(({ match, confidence, kept }) => pairOf(match, confidence, kept))
    .sort((a, b) => compareTables(a.source, b.source) || compareTables(a.target, b.target));
  return { pairs, unmapped: unmappedTables(prepared, matching, decisions, pairs, tuning) };

  function confidenceOf(match: Match): number {
    if (match.kind === 'given') return 1;
    const own = rivals.of(match.cell);
    const proven = provenConfidence(match, source, target);
    if (proven !== undefined) {
      const defaults = countDefaults(match.cell, source, target);
      const ties = own.filter((rival) => countDefaults(rival, source, target) >= defaults);
      const share = shareAmong(match, ties);
      return share === 1 ? proven : thousandths(proven * share);
    }
    const features = tableFeatures(match, own, lacksWord(match.cell.row, match.cell.column));
    return thousandths(chance(features, tuning.confidence.table) * shareAmong(match, own));
  }

  /** The column pairs that are likely enough, in the order of the source's columns. */
  function keptColumns({ columns }: Match, table: number): ReadonlyMap<ChosenColumns, ColumnPair> {
    const kept = new Map<ChosenColumns, ColumnPair>();
    for (const chosen of columns.chosen.toSorted((a, b) => a.row - b.row)) {
      const pair = columnPair(chosen, table);
      if (chosen.equal === 'given' || pair.confidence >= Math.max(strictness, tuning.confidence.leastColumn))
        kept.set(chosen, pair);
    }
    return kept;
  }

  function pairOf(match: Match, confidence: number, kept: ReadonlyMap<ChosenColumns, ColumnPair>): TablePair<S, T> {
    const { cell, columns: choice, contradicting } = match;
    const [from, to] = [source.tables[cell.row]!, target.tables[cell.column]!];
    const columns = [...kept.values()];
    const mapped = [...kept.keys()];
    const unlikely = choice.chosen.filter((chosen) => !kept.has(chosen));
    const refused = decisions.refusedColumns(cell.row, cell.column);
    const name = tableNames.explain(from, to);
    const sum = columns.reduce((all, pair) => all + wholePercent(pair.confidence), 0);
    return {
      source: from.table,
      target: to.table,
      percent: from.table.columns.length === 0 ? 0 : Math.floor(sum / from.table.columns.length),
      confidence,
      score: score(cell.value),
      reason: tableReason(match, name.reason),
      words: cell.name < tellingName ? [] : name.words,
      runnersUp: rivals.of(cell).map((rival) => ({
        source: source.tables[rival.row]!.table,
        target: target.tables[rival.column]!.table,
        score: score(rival.value),
      })),
      columns,
      unmappedSourceColumns: unmappedColumns(source.columns, from, 'source', {
        nearest: choice.nearestOfSource,
        mapped: new Set(mapped.map(({ row }) => row)),
        used: usedSources,
        refused: new Set(refused.map(([s]) => s)),
        unlikely: new Map(unlikely.map((chosen) => [chosen.row, chosen])),
        contradicting: new Map(contradicting.map(({ row, column }) => [row, column])),
      }),
      unmappedTargetColumns: unmappedColumns(target.columns, to, 'target', {
        nearest: choice.nearestOfTarget,
        mapped: new Set(mapped.map(({ column }) => column)),
        used: usedTargets,
        refused: new Set(refused.map(([, t]) => t)),
        unlikely: new Map(unlikely.map((chosen) => [chosen.column, chosen])),
        contradicting: new Map(contradicting.map(({ row, column }) => [column, row])),
      }),
    };
  }

  function tableReason({ cell, kind }: Match, name: ReturnType<typeof tableNames.explain>['reason']): TableReason {
    if (kind === 'given') return 'given';
    if (kind === 'remainder') return 'remainder';
    if (name === 'folded-name' && (source.hasPrefix || target.hasPrefix)) return 'bare-name';
    if (cell.name >= tellingName && name !== 'similar-spelling') return name;
    return cell.own >= tuning.table.accept || cell.value <= cell.own ? 'shared-columns' : 'same-neighbours';
  }

  function columnPair(chosen: ChosenColumns, table: number): ColumnPair {
    const { row, column, equal } = chosen;
    const proven = equal === 'given' || (equal === 'same-name' && table === 1);
    const explained = columnReason(chosen);
    return {
      source: nameOf(source, row),
      target: nameOf(target, column),
      confidence: proven ? 1 : thousandths(table * chance(columnFeatures(chosen, table), tuning.confidence.column)),
      score: score(chosen.value),
      ...explained,
      runnersUp: chosen.rivals.map(
        (rival): ColumnRival => ({
          source: nameOf(source, rival.row),
          target: nameOf(target, rival.column),
          score: score(rival.value),
        }),
      ),
    };
  }

  function columnReason({ row, column, equal }: ChosenColumns): Pick<ColumnPair, 'reason' | 'words'> {
    if (equal === 'folded-name' && (source.hasPrefix || target.hasPrefix)) return { reason: 'bare-name', words: [] };
    if (equal !== undefined) return { reason: equal, words: [] };
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
    return reason === undefined ? explained : { reason, words: [] };
  }

  function unmappedColumns(
    columns: Columns,
    side: SideTable,
    which: 'source' | 'target',
    { nearest, mapped, used, refused, unlikely, contradicting }: ColumnsLeft,
  ): UnmappedColumn[] {
    const left = new Map<number, UnmappedColumn>();
    for (const [position, reason] of side.setAside)
      left.set(position, { name: side.table.columns[position]!.name, reason });
    for (let c = side.from; c < side.to; c++) {
      if (mapped.has(c)) continue;
      const name = side.table.columns[columns.position[c]!]!.name;
      const cell = unlikely.get(c) ?? nearest.get(c);
      const other = contradicting.get(c);
      if (other !== undefined) {
        left.set(columns.position[c]!, {
          name,
          reason: 'other-content',
          nearest: { name: nameOf(which === 'source' ? target : source, other), score: 1 },
        });
        continue;
      }
      const reason: UnmappedColumnReason = used.has(c)
        ? 'mapped-elsewhere'
        : refused.has(c)
          ? 'refused'
          : cell === undefined
            ? 'no-counterpart'
            : unlikely.has(c) || cell.value < tuning.column.accept
              ? 'too-little-in-common'
              : 'counterpart-taken';
      const nearestName = cell && (which === 'source' ? nameOf(target, cell.column) : nameOf(source, cell.row));
      left.set(columns.position[c]!, {
        name,
        reason,
        ...(cell && nearestName !== undefined ? { nearest: { name: nearestName, score: score(cell.value) } } : {}),
      });
    }
    return [...left].sort(([a], [b]) => a - b).map(([, column]) => column);
  }
}

/** What the columns of one side of a table pair came to. */
interface ColumnsLeft {
  readonly nearest: ReadonlyMap<number, Cell>;
  readonly mapped: ReadonlySet<number>;
  readonly used: ReadonlySet<number>;
  readonly refused: ReadonlySet<number>;
  /** Pairs that were chosen but are not likely enough. */
  readonly unlikely: ReadonlyMap<number, Cell>;
  readonly contradicting: ReadonlyMap<number, number>;
}

function nameOf(side: Side, column: number): string {
  const { columns, tables } = side;
  return tables[columns.table[column]!]!.table.columns[columns.position[column]!]!.name;
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
