/** Data sources: the databases that composite tasks read from and write to. */
import type { DatasourceInfo } from '@roma-fdi/types';
import type {
  DataSourceRsp,
  DatasourceColumns,
  DatasourceTables,
  FdiPageQuery,
  TestConnectRsp,
} from '../answers/answer-types.ts';
import type { ColumnsQuery, DataSourcesQuery, TablesQuery } from '../calls/data-sources.ts';
import * as calls from '../calls/data-sources.ts';
import type { CallOptions } from '../options.ts';
import type { Connection } from '../wire/call.ts';
import { iterateEntities } from './pages.ts';

/** Operations on data sources. */
export interface DataSources {
  /** Registers a database under a name that is free; the connection is not tried. */
  create(body: DatasourceInfo, options?: CallOptions): Promise<DataSourceRsp>;
  /** One page of data sources, 10 entries unless `limit` says otherwise. */
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
  /**
   * Replaces what a data source was registered with; its type stays. Secrets that are left out stay as they are, as long as address,
   * user, database and encryption do; else they must be sent again.
   */
  update(datasourceId: string, body: DatasourceInfo, options?: CallOptions): Promise<DataSourceRsp>;
  /** Removes a data source that no task uses. */
  delete(datasourceId: string, options?: CallOptions): Promise<void>;
  /**
   * Connects to the database with the settings of the body, and stores nothing. A secret that is left out is the stored one, as with
   * `update`. A test that fails throws an `ApiError`, `ConnectionFailed`.
   */
  test(datasourceId: string, body: DatasourceInfo, options?: CallOptions): Promise<TestConnectRsp>;
  /** The tables that the user of the data source may read, `schema.table`, straight from the database and not in pages. */
  listTables(datasourceId: string, query: TablesQuery, options?: CallOptions): Promise<DatasourceTables>;
  /** The columns of one table, straight from the database, in the order of the table and not in pages. */
  listColumns(datasourceId: string, query: ColumnsQuery, options?: CallOptions): Promise<DatasourceColumns>;
}

/** The group `fdi.dataSources`. */
export function createDataSources(fdi: Connection): DataSources {
  const list: DataSources['list'] = (query, options) => calls.listDatasources(fdi, { query }, options);
  return {
    create: (body, options) => calls.createDatasourceInfo(fdi, { body }, options),
    list,
    iterate: (query, options) =>
      iterateEntities(
        (page) => list({ ...query, ...page }, options),
        query?.limit,
        ({ datasource_id }) => datasource_id,
      ),
    show: (datasource_id, options) => calls.showDatasourceDetail(fdi, { path: { datasource_id } }, options),
    update: (datasource_id, body, options) =>
      calls.updateDatasourceInfo(fdi, { path: { datasource_id }, body }, options),
    delete: (datasource_id, options) => calls.deleteDatasourceInfoById(fdi, { path: { datasource_id } }, options),
    test: (datasource_id, body, options) => calls.startTestDatasource(fdi, { path: { datasource_id }, body }, options),
    listTables: (datasource_id, query, options) =>
      calls.listDatasourceTables(fdi, { path: { datasource_id }, query }, options),
    listColumns: (datasource_id, query, options) =>
      calls.listDatasourceColumns(fdi, { path: { datasource_id }, query }, options),
  };
}
