/** `createMultiTaskMappingsAutomatically`: maps a pair by the names and within the ranges that the caller gives. */
import { invalidParameter } from '@roma-fdi/contract';
import type { MultiTaskAutoMappingForm } from '@roma-fdi/types';
import type { Side } from '../../matching/matching-error.ts';
import { newId } from '../../store/ids.ts';
import type { DataSource } from '../../store/records.ts';
import { initAnswer, initLimits } from '../composite-tasks/init-answer.ts';
import { matched, unknownDataSource } from '../composite-tasks/matching-failure.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

/** What the fields of this form are called, where other operations say `source_datasource_id`. */
const names = {
  unknown: (side: Side) => `${side}_ds_id`,
  'no-such-table': (side: Side) => `${side}_select_mapping_tables`,
};

export const createMultiTaskMappingsAutomatically =
  (parts: Parts): Handler<'createMultiTaskMappingsAutomatically'> =>
  async ({ path, body }, { signal }) => {
    if (body.task_type === 2) {
      throw invalidParameter('InvalidValue', 'task_type', 'composite tasks run in real time alone (1).');
    }
    const serverId = serverIdOf(body);
    const source = await find(parts, path.project_id, 'source', body.source_ds_id, signal);
    const target = await find(parts, path.project_id, 'target', body.target_ds_id, signal);
    // The path names no instance; a data source of another one is as good as none.
    if (target.instance !== source.instance) throw unknownDataSource('target', names.unknown);
    const scope = { project: path.project_id, instance: source.instance };
    const pair = { source: source.id, target: target.id };
    const proposals = await propose(parts, scope, pair, body, signal);
    const result = await parts.store.initTask(
      {
        ...scope,
        taskId: body.task_id || newId(),
        serverId,
        pair,
        groups: { source: body.source_group || null, target: body.target_group || null },
        proposals,
        ...initLimits,
      },
      signal,
    );
    return initAnswer(parts, result, signal);
  };

async function find(
  { store }: Parts,
  project: string,
  side: Side,
  id: string,
  signal: AbortSignal,
): Promise<DataSource> {
  const found = await store.findDataSourceOfProject({ project, id }, signal);
  if (!found) throw unknownDataSource(side, names.unknown);
  return found;
}

function propose(
  { matching, maxAutoTables }: Parts,
  scope: Parameters<Parts['matching']['propose']>[0],
  pair: Parameters<Parts['matching']['propose']>[1][number],
  body: MultiTaskAutoMappingForm,
  signal: AbortSignal,
) {
  const rule = {
    prefix: body.mapping_prefix ?? '',
    suffix: body.mapping_suffix ?? '',
    sourceRange: body.source_select_mapping_tables ?? '',
    targetRange: body.target_select_mapping_tables ?? '',
    maxTables: maxAutoTables,
  };
  return matched(matching.propose(scope, [pair], signal, { taskId: body.task_id || undefined, rule }), names);
}

/** The text is that of the object which the other operations take. */
function serverIdOf({ ext_info }: MultiTaskAutoMappingForm): string | null {
  if (!ext_info) return null;
  const refused = invalidParameter('InvalidValue', 'ext_info', 'must be JSON such as {"server_id":"1111"}.');
  let read: unknown;
  try {
    read = JSON.parse(ext_info);
  } catch {
    throw refused;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw refused;
  const { server_id = null, ...others } = read as { server_id?: unknown };
  if (Object.keys(others).length > 0) throw refused;
  if (server_id !== null && (typeof server_id !== 'string' || [...server_id].length > 20)) throw refused;
  return server_id || null;
}
