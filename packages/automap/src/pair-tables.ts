/** Pairs tables, each at most once: by equal names first, then by the columns that the rest have in common. */

import { findCandidates } from './candidates.ts';
import type { Table } from './catalog.ts';
import { gatherEvidence } from './evidence.ts';
import { type Link, type Open, takeBest } from './link.ts';
import type { Unmapped } from './mapping.ts';
import { pairByName } from './pair-by-name.ts';
import type { Side } from './prepare.ts';
import { whyUnmapped } from './why-unmapped.ts';

/** Tables of different names need so much in common. */
const enoughInCommon = 0.25;
/** The certainty of a pair of different names that has everything in common, 0 to 100. */
const sharedColumnsCertainty = 94;

/** The links, and for each table without one the reason. */
export interface TableMapping<S extends Table, T extends Table> {
  readonly links: readonly Link<S, T>[];
  readonly unmapped: { readonly source: readonly Unmapped<S, T>[]; readonly target: readonly Unmapped<T, S>[] };
}

/** Pairs the tables of two sides. Near linear: what is compared for each table is bounded. */
export function pairTables<S extends Table, T extends Table>(source: Side<S>, target: Side<T>): TableMapping<S, T> {
  const evidence = gatherEvidence([...source.tables, ...target.tables]);
  const open: Open<S, T> = { sources: new Set(source.tables), targets: new Set(target.tables) };
  const named = pairByName(source, target, open, evidence);
  const compared = findCandidates([...open.sources], [...open.targets], evidence);
  const sufficient = compared.filter(({ overlap }) => overlap >= enoughInCommon);
  const similar = takeBest(sufficient, open).map(({ source, target, overlap, faith }): Link<S, T> => {
    return { source, target, reason: 'shared-columns', certainty: sharedColumnsCertainty * overlap * faith };
  });
  const { sources, targets } = open;
  return {
    links: [...named, ...similar],
    unmapped: {
      source: whyUnmapped({
        side: source,
        open: sources,
        others: target.tables,
        openOthers: targets,
        compared,
        sufficient,
      }),
      target: whyUnmapped({
        side: target,
        open: targets,
        others: source.tables,
        openOthers: sources,
        compared,
        sufficient,
      }),
    },
  };
}
