/** Chooses among candidate table pairs: the most in common first, each table at most once. */

import type { Table } from './catalog.ts';
import { groupBy } from './group.ts';
import type { PreparedTable } from './prepare.ts';
import type { TableReason } from './reasons.ts';

/** Two tables that are paired. */
export interface Link<S extends Table, T extends Table> {
  readonly source: PreparedTable<S>;
  readonly target: PreparedTable<T>;
  readonly reason: TableReason;
  /** How certain the pair is, 0 to 100. */
  readonly certainty: number;
}

/** The tables that are not paired yet. Pairing removes from both. */
export interface Open<S extends Table, T extends Table> {
  readonly sources: Set<PreparedTable<S>>;
  readonly targets: Set<PreparedTable<T>>;
}

/** Two tables and what their columns have in common, 0 to 1. */
export interface Candidate<S extends Table, T extends Table> {
  readonly source: PreparedTable<S>;
  readonly target: PreparedTable<T>;
  readonly overlap: number;
}

/** A rival this close to the chosen pair leaves the choice in doubt. */
const nearlyAsGood = 0.95;
/** What remains of the certainty of a pair whose choice is in doubt: it is one of at least two. */
const inDoubt = 0.5;

/**
 * The best candidates whose tables are still open, which it closes. `faith`, 0 to 1, is lower where another candidate
 * of one of the two tables is nearly as good.
 */
export function takeBest<S extends Table, T extends Table>(
  candidates: readonly Candidate<S, T>[],
  open: Open<S, T>,
): (Candidate<S, T> & { readonly faith: number })[] {
  const ranked = candidates.toSorted(
    (a, b) => b.overlap - a.overlap || a.source.rank - b.source.rank || a.target.rank - b.target.rank,
  );
  const bySource = groupBy(ranked, (candidate) => candidate.source);
  const byTarget = groupBy(ranked, (candidate) => candidate.target);
  const chosen: (Candidate<S, T> & { readonly faith: number })[] = [];
  for (const candidate of ranked) {
    const { source, target, overlap } = candidate;
    if (!open.sources.has(source) || !open.targets.has(target)) continue;
    open.sources.delete(source);
    open.targets.delete(target);
    const rivals = [bySource.get(source)!, byTarget.get(target)!].map((all) => firstBut(candidate, all));
    const doubtful = rivals.some((rival) => rival && rival.overlap >= overlap * nearlyAsGood);
    chosen.push({ ...candidate, faith: doubtful ? inDoubt : 1 });
  }
  return chosen;
}

/** The best candidate of a ranked list other than the chosen one. */
function firstBut<C>(chosen: C, ranked: readonly C[]): C | undefined {
  return ranked[0] === chosen ? ranked[1] : ranked[0];
}
