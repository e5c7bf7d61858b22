/** Says why a table stayed unmapped. */

import type { Table } from './catalog.ts';
import type { Candidate } from './link.ts';
import type { Unmapped } from './mapping.ts';
import { compareTables } from './order.ts';
import type { PreparedTable, Side } from './prepare.ts';
import type { UnmappedTableReason } from './reasons.ts';

/** What pairing learned about one side's tables. */
export interface Outcome<T extends Table> {
  readonly side: Side<T>;
  readonly open: ReadonlySet<PreparedTable<T>>;
  /** The other side's tables, and those of them that stayed unmapped too. */
  readonly others: readonly PreparedTable<Table>[];
  readonly openOthers: ReadonlySet<PreparedTable<Table>>;
  /** Every comparison of columns, and those that would have sufficed. */
  readonly compared: readonly Candidate<Table, Table>[];
  readonly sufficient: readonly Candidate<Table, Table>[];
}

/** The unmapped tables of one side with their reasons, in the order of `compareTables`. */
export function whyUnmapped<T extends Table>(outcome: Outcome<T>): Unmapped<T, never>[] {
  const names = namesOf(outcome.others);
  const openNames = namesOf(outcome.openOthers);
  const compared = tablesOf(outcome.compared);
  const outbid = tablesOf(outcome.sufficient);
  const reason = (table: PreparedTable<T>): UnmappedTableReason => {
    const has = (known: ReadonlySet<string>) => [table.name, table.folded, table.bare].some((name) => known.has(name));
    // Equal names that are both still open were too many to compare.
    if (has(openNames)) return 'too-many-alike';
    if (has(names) || outbid.has(table)) return 'counterpart-taken';
    return compared.has(table) ? 'too-little-in-common' : 'no-counterpart';
  };
  const tooLong = outcome.side.tooLong.map((table) => ({ table, reason: 'name-too-long' as const }));
  const left = [...outcome.open].map((prepared) => ({ table: prepared.table, reason: reason(prepared) }));
  return [...tooLong, ...left].sort((a, b) => compareTables(a.table, b.table));
}

function namesOf(tables: Iterable<PreparedTable<Table>>): Set<string> {
  const names = new Set<string>();
  for (const { name, folded, bare } of tables) names.add(name).add(folded).add(bare);
  names.delete('');
  return names;
}

function tablesOf(candidates: readonly Candidate<Table, Table>[]): Set<PreparedTable<Table>> {
  return new Set(candidates.flatMap(({ source, target }) => [source, target]));
}
