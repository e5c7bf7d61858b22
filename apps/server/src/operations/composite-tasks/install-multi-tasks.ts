/** `installMultiTasks`: makes or takes a composite task, adds a pair, and on request maps its tables. */

import { invalidParameter } from '@roma-fdi/contract';
import { newId } from '../../store/ids.ts';
import type { PairIds, Scope } from '../../store/records.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { initAnswer, initLimits } from './init-answer.ts';
import { matched } from './matching-failure.ts';

export const installMultiTasks =
  (parts: Parts): Handler<'installMultiTasks'> =>
  async ({ path, body }, { signal }) => {
    const scope = scopeOf(path);
    const taskId = body?.task_id || null;
    const pair = pairOf(body?.source_datasource_id || undefined, body?.target_datasource_id || undefined);
    const propose = (pairs: readonly PairIds[]) =>
      matched(parts.matching.propose(scope, pairs, signal, { taskId: taskId ?? undefined }));
    // Databases are read before the store is touched: a transaction never waits for somebody else's machine.
    const proposals = body?.auto_mapping
      ? await propose(pair ? [pair] : await pairsOf(parts, scope, taskId, signal))
      : undefined;
    const result = await parts.store.initTask(
      {
        ...scope,
        taskId: taskId ?? newId(),
        serverId: body?.ext_info?.server_id || null,
        pair,
        proposals,
        ...initLimits,
      },
      signal,
    );
    return initAnswer(parts, result, signal);
  };

function pairOf(source: string | undefined, target: string | undefined): PairIds | undefined {
  if (source !== undefined && target !== undefined) return { source, target };
  if (source === undefined && target === undefined) return undefined;
  const missing = source === undefined ? 'source_datasource_id' : 'target_datasource_id';
  throw invalidParameter('MissingDataSource', missing, 'give both data sources or none.');
}

async function pairsOf({ store }: Parts, scope: Scope, taskId: string | null, signal: AbortSignal): Promise<PairIds[]> {
  const task = taskId === null ? undefined : await store.findTask({ ...scope, id: taskId }, signal);
  return (task?.pairs ?? []).map(({ source, target }) => ({ source: source.id, target: target.id }));
}
