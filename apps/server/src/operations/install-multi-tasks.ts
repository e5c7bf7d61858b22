/** `installMultiTasks`: makes or takes a composite task, adds a pair, and on request maps its tables. */

import { type Answer, invalidParameter } from '@roma-fdi/contract';
import type { InitTaskResult, PairIds } from '../store/store.ts';
import type { Handler } from './operations.ts';
import { mappingAnswer, pairAnswer, schemaMappingAnswer } from './pair-answer.ts';
import type { Parts } from './parts.ts';
import { createPropose, unknownDataSource } from './propose.ts';

export function installMultiTasks(parts: Parts): Handler<'installMultiTasks'> {
  const propose = createPropose(parts);
  return async ({ path, body }, { signal }) => {
    const scope = { project: path.project_id, instance: path.instance_id };
    const taskId = body?.task_id || null;
    const pair = pairOf(body?.source_datasource_id || undefined, body?.target_datasource_id || undefined);
    // Databases are read before the store is touched: a transaction never waits for somebody else's machine.
    const proposals = body?.auto_mapping
      ? await propose(scope, pair ? [pair] : await pairsOf(parts, scope, taskId), signal)
      : undefined;
    const result = await parts.store.initTask({
      ...scope,
      taskId,
      serverId: body?.ext_info?.server_id || null,
      pair,
      proposals,
    });
    return answer(result);
  };
}

function pairOf(source: string | undefined, target: string | undefined): PairIds | undefined {
  if (source !== undefined && target !== undefined) return { source, target };
  if (source === undefined && target === undefined) return undefined;
  const missing = source === undefined ? 'source_datasource_id' : 'target_datasource_id';
  throw invalidParameter('MissingDataSource', missing, 'give both data sources or none.');
}

async function pairsOf(
  { store }: Parts,
  scope: { project: string; instance: string },
  taskId: string | null,
): Promise<PairIds[]> {
  const task = taskId === null ? undefined : await store.findTask({ ...scope, id: taskId });
  return (task?.pairs ?? []).map(({ source, target }) => ({ source: source.id, target: target.id }));
}

function answer(result: InitTaskResult): Answer<'installMultiTasks'> {
  if (result.status !== 'done') {
    throw unknownDataSource(result.status === 'unknown-source' ? 'source' : 'target');
  }
  const { task, pairs } = result;
  if (pairs.length === 0) {
    return {
      status: 200,
      body: [{ ...pairAnswer(task, undefined), mappings: [], schema_mappings: [], mappings_total_count: 0 }],
    };
  }
  return {
    status: 200,
    body: pairs.map((pair) => ({
      ...pairAnswer(task, pair),
      mappings: pair.mappings.map(mappingAnswer),
      schema_mappings: pair.schemaMappings.map(schemaMappingAnswer),
      mappings_total_count: pair.mappingCount,
    })),
  };
}
