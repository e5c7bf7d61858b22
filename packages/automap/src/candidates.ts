/** Finds, for each source table, the few target tables that share its rarest column names. */

import type { Table } from './catalog.ts';
import type { Evidence } from './evidence.ts';
import type { Candidate } from './link.ts';
import { compareText } from './order.ts';
import type { PreparedTable } from './prepare.ts';

/** How many index entries are read for one source table: names that thousands of tables have are not worth reading. */
const mostVisits = 1024;
/** How many target tables are compared in full with one source table. */
const mostCandidates = 8;

/** At most eight candidates for each source table, in no particular order. Time is linear in the number of names. */
export function findCandidates<S extends Table, T extends Table>(
  sources: readonly PreparedTable<S>[],
  targets: readonly PreparedTable<T>[],
  evidence: Evidence,
): Candidate<S, T>[] {
  const index = indexByKey(targets);
  const shared = new Float64Array(targets.length);
  return sources.flatMap((source) => {
    const touched: number[] = [];
    for (const { weight, places } of rarestFirst(source, index, evidence)) {
      for (const place of places) {
        if (shared[place] === 0) touched.push(place);
        shared[place]! += weight;
      }
    }
    const best = strongest(touched, shared);
    for (const place of touched) shared[place] = 0;
    return best.map((place) => {
      const target = targets[place]!;
      return { source, target, overlap: evidence.overlap(source, target) };
    });
  });
}

function indexByKey(tables: readonly PreparedTable<Table>[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  tables.forEach((table, place) => {
    for (const key of table.keys) {
      const places = index.get(key);
      if (places) places.push(place);
      else index.set(key, [place]);
    }
  });
  return index;
}

/** The index entries of the table's names, those with the fewest places first, until the visits are used up. */
function rarestFirst(table: PreparedTable<Table>, index: ReadonlyMap<string, number[]>, evidence: Evidence) {
  const entries: { key: string; weight: number; places: readonly number[] }[] = [];
  for (const key of table.keys) {
    const places = index.get(key);
    if (places) entries.push({ key, weight: evidence.weight(key), places });
  }
  entries.sort((a, b) => a.places.length - b.places.length || compareText(a.key, b.key));
  let visits = 0;
  return entries.filter(({ places }) => {
    visits += places.length;
    return visits <= mostVisits;
  });
}

/**
 * The places with the highest values, at most `mostCandidates`. Where the limit would cut through equal values, none of
 * these is taken: nothing tells so many apart.
 */
function strongest(places: readonly number[], values: Float64Array): number[] {
  const best: number[] = [];
  for (const place of places) {
    let at = best.length;
    while (at > 0 && values[best[at - 1]!]! < values[place]!) at--;
    if (at > mostCandidates) continue;
    best.splice(at, 0, place);
    best.length = Math.min(best.length, mostCandidates + 1);
  }
  const beyond = best[mostCandidates];
  return beyond === undefined ? best : best.filter((place) => values[place]! > values[beyond]!);
}
