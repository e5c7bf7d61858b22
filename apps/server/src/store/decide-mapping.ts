/** What a mapping becomes by what was decided on its two tables. */
import type { Column, ColumnPair, MappedColumns } from './columns.ts';
import { type ColumnNames, columnPlace, type Decision, type DecisionFault, placeOf } from './decisions.ts';
import type { ColumnLeft, ColumnReasons, MappingReasons } from './reasons.ts';
import type { Side } from './records.ts';

/** A mapping as it stands; without one, the columns of its tables and no pairs. */
export interface DecidedMapping extends MappedColumns {
  readonly reasons: MappingReasons | undefined;
}

/** All that one document decides on two tables. */
export interface TableDecisions {
  readonly accepted: readonly Decision[];
  readonly fixed: readonly Decision[];
  readonly refused: readonly Decision[];
}

export interface MappingAfter extends DecidedMapping {
  /** 0 to 100. */
  readonly percent: number;
  /** Whether other columns are paired than before. */
  readonly isChanged: boolean;
}

/** Decisions on two tables that contradict each other, or name columns that the tables do not have. */
export function faultOfDecisions(before: DecidedMapping, decided: TableDecisions): DecisionFault | undefined {
  return (
    faultOfTables(decided) ??
    faultOfNames(before, decided) ??
    faultOfAccepted(before, decided.accepted) ??
    faultOfColumns(decided)
  );
}

/** @param decided without faults, and no refusal of the tables themselves */
export function decideMapping(before: DecidedMapping, decided: TableDecisions): MappingAfter {
  const at = positionsOf(before);
  const pairOf = ([source, target]: ColumnNames): ColumnPair => [at.source.get(source)!, at.target.get(target)!];
  const pairsOf = (decisions: readonly Decision[]) => decisions.flatMap(({ columns = [] }) => columns.map(pairOf));
  const refused = setOf(pairsOf(decided.refused));
  const fixedPairs = [...setOf(pairsOf(decided.fixed)).values()];
  const fixed = setOf(fixedPairs);
  const sources = new Set(fixedPairs.map(([source]) => source));
  const targets = new Set(fixedPairs.map(([, target]) => target));
  // What is fixed takes its columns from the other pairs.
  const isKept = (pair: ColumnPair): boolean =>
    fixed.has(keyOf(pair)) || !(refused.has(keyOf(pair)) || sources.has(pair[0]) || targets.has(pair[1]));
  const kept = before.columnPairs.filter(isKept);
  const known = setOf(before.columnPairs);
  const added = fixedPairs.filter((pair) => !known.has(keyOf(pair)));
  const columnPairs = [...kept, ...added].toSorted(([one], [other]) => one - other);
  const certain = setOf(
    decided.accepted.some(({ columns }) => columns === undefined)
      ? columnPairs
      : [...pairsOf(decided.accepted), ...fixedPairs],
  );
  const isDecided = decided.accepted.length + decided.fixed.length > 0;
  const reasons = before.reasons && reasonsAfter(before, before.reasons, { columnPairs, certain, refused, isDecided });
  const isChanged = added.length > 0 || kept.length < before.columnPairs.length;
  return { ...before, columnPairs, reasons, percent: percentOf(before, columnPairs, reasons), isChanged };
}

/** Coverage times confidence; what a person has said is certain. */
function percentOf(
  { sourceColumns }: MappedColumns,
  columnPairs: readonly ColumnPair[],
  reasons: MappingReasons | undefined,
): number {
  if (sourceColumns.length === 0) return 0;
  const sum = reasons
    ? reasons.columns.reduce((all, { confidence }) => all + Math.floor(confidence / 10), 0)
    : 100 * columnPairs.length;
  return Math.floor(sum / sourceColumns.length);
}

interface After {
  readonly columnPairs: readonly ColumnPair[];
  readonly certain: PairSet;
  readonly refused: PairSet;
  readonly isDecided: boolean;
}

const given: ColumnReasons = { rule: 'given', confidence: 1000, runnersUp: [] };

function reasonsAfter(
  before: DecidedMapping,
  reasons: MappingReasons,
  { columnPairs, certain, refused, isDecided }: After,
): MappingReasons {
  const reasonOf = new Map(before.columnPairs.map((pair, at) => [keyOf(pair), reasons.columns[at]]));
  const columns = columnPairs.map((pair) => (certain.has(keyOf(pair)) ? given : (reasonOf.get(keyOf(pair)) ?? given)));
  const left = (side: Side): ColumnLeft[] => {
    const index = side === 'source' ? 0 : 1;
    const own = side === 'source' ? before.sourceColumns : before.targetColumns;
    const mapped = new Set(columnPairs.map((pair) => pair[index]));
    const known = new Map(reasons.unmapped[side].map((each) => [each.column, each]));
    const wrong = new Set([...refused.values()].map((pair) => pair[index]));
    return own.flatMap((_, column): ColumnLeft[] => {
      if (mapped.has(column)) return [];
      return [known.get(column) ?? { column, reason: wrong.has(column) ? 'refused' : 'counterpart-taken' }];
    });
  };
  return {
    ...reasons,
    ...(isDecided && { rule: 'given' as const, confidence: 1000 }),
    columns,
    unmapped: { source: left('source'), target: left('target') },
  };
}

function faultOfTables({ accepted, fixed, refused }: TableDecisions): DecisionFault | undefined {
  const [right] = [...accepted, ...fixed];
  const wrong = refused.find(({ columns }) => columns === undefined);
  if (!right || !wrong) return undefined;
  return { place: placeOf(wrong), why: `the same two tables are right at [${placeOf(right)}].` };
}

function faultOfNames(before: DecidedMapping, { accepted, fixed, refused }: TableDecisions): DecisionFault | undefined {
  const at = positionsOf(before);
  for (const decision of [...accepted, ...fixed, ...refused]) {
    for (const [index, names] of (decision.columns ?? []).entries()) {
      for (const side of ['source', 'target'] as const) {
        const name = names[side === 'source' ? 0 : 1];
        if (!at[side].has(name)) {
          const why = `${decision[side].name} has no column [${name}].`;
          return { place: columnPlace(decision, index, side), why };
        }
      }
    }
  }
  return undefined;
}

function faultOfAccepted(before: DecidedMapping, accepted: readonly Decision[]): DecisionFault | undefined {
  const at = positionsOf(before);
  const known = setOf(before.columnPairs);
  for (const decision of accepted) {
    for (const [index, [source, target]] of (decision.columns ?? []).entries()) {
      const pair: ColumnPair = [at.source.get(source)!, at.target.get(target)!];
      if (known.has(keyOf(pair))) continue;
      const why = `[${source}] is not mapped to [${target}]; what the task does not have is made by [fixed].`;
      return { place: placeOf(decision, 'columns', index), why };
    }
  }
  return undefined;
}

/** A column pair that is right and wrong, or a column that stands in two that are right. */
function faultOfColumns({ accepted, fixed, refused }: TableDecisions): DecisionFault | undefined {
  const right = { source: new Map<string, string>(), target: new Map<string, string>() };
  for (const decision of [...accepted, ...fixed]) {
    for (const [index, [source, target]] of (decision.columns ?? []).entries()) {
      for (const [side, name, other] of [['source', source, target] as const, ['target', target, source] as const]) {
        const before = right[side].get(name);
        if (before !== undefined && before !== other) {
          const why = `the column [${name}] stands in another pair already.`;
          return { place: columnPlace(decision, index, side), why };
        }
        right[side].set(name, other);
      }
    }
  }
  for (const decision of refused) {
    for (const [index, [source, target]] of (decision.columns ?? []).entries()) {
      if (right.source.get(source) !== target) continue;
      return { place: placeOf(decision, 'columns', index), why: 'the same pair of columns is right elsewhere here.' };
    }
  }
  return undefined;
}

/** Found out when somebody asks: most decisions are on whole mappings, and name no column. */
function positionsOf({
  sourceColumns,
  targetColumns,
}: MappedColumns): Readonly<Record<Side, ReadonlyMap<string, number>>> {
  let source: ReadonlyMap<string, number> | undefined;
  let target: ReadonlyMap<string, number> | undefined;
  return {
    get source() {
      source ??= namesOf(sourceColumns);
      return source;
    },
    get target() {
      target ??= namesOf(targetColumns);
      return target;
    },
  };
}

const namesOf = (columns: readonly Column[]): ReadonlyMap<string, number> =>
  new Map(columns.map(([name], at) => [name, at]));

/** Pairs by what tells them apart. */
type PairSet = ReadonlyMap<string, ColumnPair>;

const keyOf = ([source, target]: ColumnPair): string => `${source} ${target}`;
const setOf = (pairs: readonly ColumnPair[]): PairSet => new Map(pairs.map((pair) => [keyOf(pair), pair]));
