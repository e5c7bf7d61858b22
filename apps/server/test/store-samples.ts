/** Data sources and proposals for the store's tests. */
import type { Column } from '../src/store/columns.ts';
import { writeProposals } from '../src/store/proposals.ts';
import type { PairIds, PairProposals, ProposedMapping, Scope } from '../src/store/records.ts';
import type { CallInput } from '../src/store/store.ts';

export const scope: Scope = { project: 'shop-project', instance: 'shop-instance' };

export function dataSource(
  id: string,
  facts: Partial<CallInput<'createDataSource'>> = {},
): CallInput<'createDataSource'> {
  return {
    ...scope,
    id,
    name: id,
    type: 'POSTGRESQL',
    appId: null,
    content: { host: 'db.example', port: 5432 },
    sealedSecret: null,
    description: null,
    ...facts,
  };
}

/** What `initTask` is given to make a task without a pair, or to read it. */
export const draft = (taskId: string) => ({ ...scope, taskId, serverId: null, limit: 10, schemaLimit: 10 });

/** The proposals as the store takes them. */
export async function proposalsFor(
  { source, target }: PairIds,
  mappings: readonly ProposedMapping[],
): Promise<PairProposals> {
  return { source, target, batches: await writeProposals(mappings), unmapped: [], whole: true };
}

/** A proposal for two tables of that name, in schemas `shop` and `warehouse` unless told otherwise. */
export function proposal(table: string, facts: Partial<ProposedMapping> = {}): ProposedMapping {
  return {
    sourceSchema: 'shop',
    sourceTable: table,
    targetSchema: 'warehouse',
    targetTable: table,
    percent: 100,
    reasons: null,
    sourceColumns: [
      ['id', 'INT4', '0'],
      ['name', 'VARCHAR', '255'],
    ],
    targetColumns: [
      ['name', 'VARCHAR', '100'],
      ['id', 'INT8', '0'],
    ],
    columnPairs: [
      [0, 1],
      [1, 0],
    ],
    ...facts,
  };
}

/** Proposals for `tables` tables of `columns` columns each, every column mapped to its namesake. */
export function wideProposals(tables: number, columns: number): ProposedMapping[] {
  const list = Array.from({ length: columns }, (_, index): Column => [`column_number_${index}`, 'VARCHAR', '255']);
  const columnPairs = list.map((_, index) => [index, index] as const);
  return Array.from({ length: tables }, (_, index) =>
    proposal(`table_${String(index).padStart(5, '0')}`, { sourceColumns: list, targetColumns: list, columnPairs }),
  );
}
