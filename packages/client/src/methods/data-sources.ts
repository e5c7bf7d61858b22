/** Data sources: the databases that composite tasks read from and write to. */
import { type DatasourceInfo, type operations, routes } from '@roma-fdi/types';
import type { DataSourceRsp, FdiPageQuery } from '../answers/answer-types.ts';
import { dataSource, dataSourcesPage } from '../answers/promised.ts';
import { readAnswer, readNothing } from '../answers/read-answer.ts';
import type { CallOptions } from '../options.ts';
import type { Settings } from '../settings.ts';
import { type Core, callInit, replyOf } from '../wire/core.ts';
import { iteratePages, usualPageSize } from './pages.ts';

/** Filters, order and paging of data sources. */
export type DataSourcesQuery = NonNullable<operations['listDatasources']['parameters']['query']>;

/** Operations on data sources. */
export interface DataSources {
  /** Registers a database under a name that is free; the connection is not tried. */
  create(body: DatasourceInfo, options?: CallOptions): Promise<DataSourceRsp>;
  /** One page of data sources. */
  list(query?: DataSourcesQuery, options?: CallOptions): Promise<FdiPageQuery>;
  /** All data sources that fit the query, over all pages; `limit` is the size of a page (100 by default). */
  iterate(
    query?: Omit<DataSourcesQuery, 'offset'>,
    options?: CallOptions,
  ): AsyncGenerator<DataSourceRsp, void, undefined>;
  /** Removes a data source that no task uses. */
  delete(datasourceId: string, options?: CallOptions): Promise<void>;
}

/** The group `fdi.dataSources`. */
export function createDataSources(core: Core, place: Settings['place']): DataSources {
  const { createDatasourceInfo, listDatasources, deleteDatasourceInfoById } = routes;

  async function list(query?: DataSourcesQuery, options?: CallOptions): Promise<FdiPageQuery> {
    const result = await core[listDatasources.method](listDatasources.path, {
      ...callInit('listDatasources', options),
      params: { path: place, ...(query && { query }) },
    });
    return readAnswer(replyOf(result), dataSourcesPage);
  }

  return {
    async create(body, options) {
      const result = await core[createDatasourceInfo.method](createDatasourceInfo.path, {
        ...callInit('createDatasourceInfo', options),
        params: { path: place },
        body,
      });
      return readAnswer(replyOf(result), dataSource);
    },
    list,
    iterate: (query, options) =>
      iteratePages(async (offset) => {
        const page = await list({ limit: usualPageSize, ...query, offset }, options);
        return { items: page.entities, total: page.total };
      }),
    async delete(datasourceId, options) {
      const result = await core[deleteDatasourceInfoById.method](deleteDatasourceInfoById.path, {
        ...callInit('deleteDatasourceInfoById', options),
        params: { path: { ...place, datasource_id: datasourceId } },
      });
      readNothing(replyOf(result));
    },
  };
}
