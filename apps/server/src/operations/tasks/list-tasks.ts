/** `listTasks`: one page of the created tasks of a project and instance. */
import { scopeOf } from '../../wire/scope.ts';
import { briefTaskAnswer } from '../../wire/task-answer.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

export const listTasks =
  ({ store }: Parts): Handler<'listTasks'> =>
  async ({ path, query }, { signal }) => {
    // Every task of this server is a composite one, and those run in real time.
    if (query.task_type === 'timing') return { status: 200, body: { total: 0, size: 0, entities: [] } };
    const { total, entities } = await store.listTasks(
      {
        ...scopeOf(path),
        id: query.task_id || undefined,
        name: query.name || undefined,
        running: query.status === undefined ? undefined : query.status === 1,
        executeStatus: query.execute_status,
        source: query.source_datasource_id || undefined,
        target: query.target_datasource_id || undefined,
        sourceAppId: query.source_app_id || undefined,
        targetAppId: query.target_app_id || undefined,
        tag: query.task_tag || undefined,
        sortBy: query.sort_field === 'STATUS' ? 'running' : 'created',
        sort: query.sort_type === 'DESC' ? 'desc' : 'asc',
        limit: query.limit,
        offset: query.offset,
      },
      signal,
    );
    return { status: 200, body: { total, size: entities.length, entities: entities.map(briefTaskAnswer) } };
  };
