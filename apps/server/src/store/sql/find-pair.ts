/** Finds the one pair that a call about a task means. */
import type { Scope, TaskPair } from '../records.ts';
import { choosePair, pairRows, toPair } from './pairs.ts';
import type { Work } from './tables.ts';
import { taskRow } from './tasks.ts';

export interface FindPair extends Scope {
  readonly taskId: string;
  /** Ids of the pair's data sources; needed where the task has several pairs. */
  readonly source?: string | undefined;
  readonly target?: string | undefined;
}

export type FindPairResult =
  | { readonly status: 'found'; readonly pair: TaskPair }
  | { readonly status: 'no-task' }
  | { readonly status: 'no-pair' }
  | { readonly status: 'several-pairs'; readonly pairs: readonly TaskPair[] };

export async function findPair({ db }: Work, query: FindPair): Promise<FindPairResult> {
  const task = await taskRow(db, { ...query, id: query.taskId });
  if (!task) return { status: 'no-task' };
  const chosen = choosePair(await pairRows(db, task.key), query);
  return chosen.status === 'found' ? { status: 'found', pair: toPair(chosen.pair) } : chosen;
}
