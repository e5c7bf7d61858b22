/** Pairs the columns of all table pairs: of those that were given, of the best, then of what these leave free. */

import type { Table } from '../catalog.ts';
import type { ColumnComparison } from '../compare/columns.ts';
import type { Comparisons } from '../compare/comparisons.ts';
import type { MatchSettings } from '../match.ts';
import { createFlagRule, hasLetters } from '../rules/flags.ts';
import { createRemainderRule } from '../rules/remainder.ts';
import type { Prepared } from '../sides/prepare.ts';
import { isCrowded, type RankedCell } from '../tables/choose.ts';
import type { PairedTables } from '../tables/pair-tables.ts';
import type { CellList } from './cell-list.ts';
import { createCellFinder } from './cells.ts';
import { type ChosenColumns, type ColumnChoice, createColumnChooser } from './choose.ts';

/** A table pair that was chosen. */
export interface Match {
  readonly cell: RankedCell;
  readonly columns: ColumnChoice;
  /** Columns of equal names that hold different things: neither is in a pair. */
  readonly contradicting: readonly ChosenColumns[];
  readonly kind: 'given' | 'best' | 'remainder';
}

export interface Matched {
  readonly matches: readonly Match[];
  readonly columns: ColumnComparison;
}

export function pairColumns(
  prepared: Prepared<Table, Table>,
  comparisons: Comparisons,
  tables: PairedTables,
  { decisions, exactNames, tuning }: MatchSettings,
  small: boolean,
): Matched {
  const { source, target } = prepared;
  const columns = comparisons.columns(tables.present);
  const finder = createCellFinder(prepared, comparisons.columnWords, columns);
  const chooser = createColumnChooser(source.columns, target.columns, finder, tuning);
  const mode = exactNames ? 'none' : small ? 'all' : 'by-words';
  const usedSources = new Uint8Array(source.columns.count);
  const usedTargets = new Uint8Array(target.columns.count);
  const width = target.tables.length;
  const fixed = new Map(decisions.fixed.map((pair) => [pair.row * width + pair.column, pair.columns]));
  // Columns that were given belong to their pairs, whatever comes first.
  for (const { columns: pairs } of decisions.fixed) for (const [s, t] of pairs) use(s, t);
  const isUsable = (s: number, t: number): boolean =>
    usedSources[s] === 0 && usedTargets[t] === 0 && !decisions.isColumnRefused(s, t);
  const choose = ({ row, column, value }: RankedCell): ColumnChoice => {
    const key = row * width + column;
    const decided = {
      fixed: fixed.get(key) ?? [],
      isUsable,
      restore: tables.store && ((list: CellList) => tables.store!.restore(key, list)),
    };
    return chooser.choose(source.tables[row]!, target.tables[column]!, value, decided, mode);
  };

  const matches: Match[] = [];
  const settle = (cell: RankedCell, choice: ColumnChoice, kind: Match['kind']): void => {
    for (const { row, column } of choice.chosen) use(row, column);
    matches.push({ cell, columns: choice, contradicting: [], kind });
  };
  for (const cell of tables.given) settle(cell, choose(cell), 'given');
  for (const cell of tables.best) settle(cell, choose(cell), 'best');
  if (!exactNames) {
    const remainder = createRemainderRule(source, target, columns, matches, tuning.table);
    const open = tables.cells.filter((cell) => !isCrowded(tables.crowded, cell));
    for (const cell of remainder.candidates(open)) {
      if (!remainder.isOpen(cell)) continue;
      const choice = remainder.keep(cell, choose(cell));
      if (choice === undefined) continue;
      settle(cell, choice, 'remainder');
      remainder.close(cell);
    }
  }
  return { matches: withoutContradictions(matches), columns };

  function use(s: number, t: number): void {
    usedSources[s] = 1;
    usedTargets[t] = 1;
  }

  function withoutContradictions(all: readonly Match[]): readonly Match[] {
    if (!hasLetters(source.columns) && !hasLetters(target.columns)) return all;
    const split = createFlagRule(
      source.columns,
      target.columns,
      all.flatMap((match) => match.columns.chosen),
      tuning.column.flagLessons,
    );
    return all.map((match) => {
      const { pairs, others } = split(match.columns.chosen);
      return others.length === 0
        ? match
        : { ...match, columns: { ...match.columns, chosen: pairs }, contradicting: others };
    });
  }
}
