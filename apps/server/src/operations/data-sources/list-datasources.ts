/** `listDatasources`: one page of the data sources of a project and instance. */
import { dataSourceAnswer } from '../../wire/data-source-answer.ts';
import { scopeOf } from '../../wire/scope.ts';
import { wholeList } from '../later.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

export const listDatasources =
  ({ store }: Parts): Handler<'listDatasources'> =>
  async ({ path, query }, { signal }) => {
    // No data source of this server comes from a connector.
    if (query.custom_plugin_id) return { status: 200, body: { total: 0, size: 0, entities: [] } };
    const { total, entities, later } = await store.listDataSources(
      {
        ...scopeOf(path),
        name: query.name || undefined,
        type: query.datasource_type,
        appId: query.app_id || undefined,
        sort: query.sort_type === 'DESC' ? 'desc' : 'asc',
        limit: query.limit,
        offset: query.offset,
      },
      signal,
    );
    const read = (ids: readonly string[]) => store.readDataSources({ ids }, signal);
    const size = entities.length + later.length;
    return {
      status: 200,
      body: { total, size, entities: wholeList({ first: entities, later, read }, dataSourceAnswer) },
    };
  };
