/** `deleteDatasourceInfoById`: forgets a data source that no task uses. */

import { invalidParameter } from '@roma-fdi/contract';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { noSuchDataSource } from './data-source-failures.ts';

/** As many tasks as a message can list and still be read. */
const namedTasks = 10;

export const deleteDatasourceInfoById =
  ({ store }: Parts): Handler<'deleteDatasourceInfoById'> =>
  async ({ path }, { signal }) => {
    const result = await store.deleteDataSource(
      { ...scopeOf(path), id: path.datasource_id, named: namedTasks },
      signal,
    );
    if (result.status === 'not-found') throw noSuchDataSource();
    if (result.status === 'in-use') {
      const more = result.total - result.taskIds.length;
      const tasks = `${result.total === 1 ? 'task' : 'tasks'} ${result.taskIds.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
      throw invalidParameter('DataSourceInUse', 'datasource_id', `in use by ${tasks}; delete them first.`);
    }
    return { status: 204, body: undefined };
  };
