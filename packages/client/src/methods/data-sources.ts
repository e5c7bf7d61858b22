/** Data sources: the databases that composite tasks read from and write to. */
import type { DatasourceInfo, operations } from '@roma-fdi/types';
import type { DataSourceRsp, FdiPageQuery } from '../answers/answer-types.ts';
import type { CallOptions } from '../options.ts';
import type { Call } from '../wire/call.ts';
import { iterateWhole, usualPageSize } from './pages.ts';

/** Filters, order and paging of data sources. */
export type DataSourcesQuery = NonNullable<operations['listDatasources']['parameters']['query']>;

/** Operations on data sources. */
export interface DataSources {
  /** Registers a database under a name that is free; the connection is not tried. */
  create(body: DatasourceInfo, options?: CallOptions): Promise<DataSourceRsp>;
  /** One page of data sources. */
  list(query?: DataSourcesQuery, options?: CallOptions): Promise<FdiPageQuery>;
  /**
   * All data sources that fit the query; `limit` is the size of a page (100 by default). All pages are read before the first is given, so
   * the loop may create and delete data sources.
   */
  iterate(
    query?: Omit<DataSourcesQuery, 'offset'>,
    options?: CallOptions,
  ): AsyncGenerator<DataSourceRsp, void, undefined>;
  /** One data source, without its password and other secrets; the database itself is not connected to. */
  show(datasourceId: string, options?: CallOptions): Promise<DataSourceRsp>;
  /** Removes a data source that no task uses. */
  delete(datasourceId: string, options?: CallOptions): Promise<void>;
}

/** The group `fdi.dataSources`. */
export function createDataSources(call: Call): DataSources {
  const list: DataSources['list'] = (query, options) => call('listDatasources', { query }, options);
  return {
    create: (body, options) => call('createDatasourceInfo', { body }, options),
    list,
    iterate: (query, options) =>
      iterateWhole(
        async (offset) => {
          const page = await list({ limit: usualPageSize, ...query, offset }, options);
          return { items: page.entities, total: page.total };
        },
        ({ datasource_id }) => datasource_id,
      ),
    show: (datasource_id, options) => call('showDatasourceDetail', { path: { datasource_id } }, options),
    delete: (datasource_id, options) => call('deleteDatasourceInfoById', { path: { datasource_id } }, options),
  };
}
