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
import type { Settings } from '../settings.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';
import { findOrCreate } from './find-or-create.ts';
import { entityPages, iterateWhole, readAll } from './pages.ts';

/** Operations on data sources. */
export interface DataSources {
  /** Registers a database under a name that is free; the connection is not tried. */
  create(body: DatasourceInfo, options?: CallOptions): AnswerPromise<DataSourceRsp>;
  /**
   * The data source of this name, which is registered where there is none yet; callers at the same time get the same one. What is there
   * must be what the body describes: a `ConflictError` names what differs in type, application and `content`, as far as answers show
   * these (no secrets); `description` may differ. All of it is under one deadline, that of `create`.
   */
  findOrCreate(body: DatasourceInfo, options?: CallOptions): Promise<DataSourceRsp>;
  /** One page of data sources, 10 entries unless `limit` says otherwise. */
  list(query?: DataSourcesQuery, options?: CallOptions): AnswerPromise<FdiPageQuery>;
  /**
   * All data sources that fit the query; `limit` is the size of a page (100 by default). All pages are read before the first is given, so
   * the loop may create and delete data sources.
   */
  iterate(
    query?: Omit<DataSourcesQuery, 'offset'>,
    options?: CallOptions,
  ): AsyncGenerator<DataSourceRsp, void, undefined>;
  /** The same as a list. */
  all(query?: Omit<DataSourcesQuery, 'offset'>, options?: CallOptions): Promise<DataSourceRsp[]>;
  /** One data source, without its password and other secrets; the database itself is not connected to. */
  show(datasourceId: string, options?: CallOptions): AnswerPromise<DataSourceRsp>;
  /**
   * Replaces what a data source was registered with; its type stays. Secrets that are left out stay as they are, as long as address,
   * user, database and encryption do; else they must be sent again.
   */
  update(datasourceId: string, body: DatasourceInfo, options?: CallOptions): AnswerPromise<DataSourceRsp>;
  /** Removes a data source that no task uses. */
  delete(datasourceId: string, options?: CallOptions): AnswerPromise<void>;
  /**
   * Connects to the database with the settings of the body, and stores nothing. A secret that is left out is the stored one, as with
   * `update`. A test that fails throws an `ApiError`, `ConnectionFailed`.
   */
  test(datasourceId: string, body: DatasourceInfo, options?: CallOptions): AnswerPromise<TestConnectRsp>;
  /** The tables that the user of the data source may read, `schema.table`, straight from the database and not in pages. */
  listTables(datasourceId: string, query: TablesQuery, options?: CallOptions): AnswerPromise<DatasourceTables>;
  /** The columns of one table, straight from the database, in the order of the table and not in pages. */
  listColumns(datasourceId: string, query: ColumnsQuery, options?: CallOptions): AnswerPromise<DatasourceColumns>;
}

/** The group `fdi.dataSources`. */
export function createDataSources(fdi: Connection, timeoutOf: Settings['timeout']): DataSources {
  const list: DataSources['list'] = (query, options) => calls.listDatasources(fdi, { query }, options);
  const create: DataSources['create'] = (body, options) => calls.createDatasourceInfo(fdi, { body }, options);
  const show: DataSources['show'] = (datasource_id, options) =>
    calls.showDatasourceDetail(fdi, { path: { datasource_id } }, options);
  const pages = (query?: DataSourcesQuery, options?: CallOptions) =>
    entityPages((page) => list({ ...query, ...page }, options), query?.limit);
  const idOf = ({ datasource_id }: DataSourceRsp) => datasource_id;
  const all: DataSources['all'] = (query, options) => readAll(pages(query, options), idOf);
  return {
    create,
    findOrCreate: (body, options) => findOrCreate({ all, show, create }, timeoutOf, body, options),
    list,
    iterate: (query, options) => iterateWhole(pages(query, options), idOf),
    all,
    show,
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
