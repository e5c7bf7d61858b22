/** Data sources: the databases that composite tasks read from and write to. One function an operation: imported alone, a bundle holds no other. */
import type { DatasourceInfo, operations } from '@roma-fdi/types';
import * as contract from '@roma-fdi/types';
import type {
  DataSourceRsp,
  DatasourceColumns,
  DatasourceTables,
  FdiPageQuery,
  TestConnectRsp,
} from '../answers/answer-types.ts';
import type { CallOptions } from '../options.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';

/** Filters, order and paging of data sources. */
export type DataSourcesQuery = NonNullable<operations['listDatasources']['parameters']['query']>;

/** Side of a task that the data source is to be on, and filters of its tables. */
export type TablesQuery = operations['listDatasourceTables']['parameters']['query'];

/** Side of a task that the data source is to be on, and the table whose columns are wanted. */
export type ColumnsQuery = operations['listDatasourceColumns']['parameters']['query'];

/** Registers a database: `dataSources.create`. */
export function createDatasourceInfo(
  fdi: Connection,
  input: { readonly body: DatasourceInfo },
  options?: CallOptions,
): AnswerPromise<DataSourceRsp> {
  return fdi.call(contract.createDatasourceInfo, input, options);
}

/** One page of data sources: `dataSources.list`. */
export function listDatasources(
  fdi: Connection,
  input: { readonly query?: DataSourcesQuery | undefined } = {},
  options?: CallOptions,
): AnswerPromise<FdiPageQuery> {
  return fdi.call(contract.listDatasources, input, options);
}

/** One data source, without its secrets: `dataSources.show`. */
export function showDatasourceDetail(
  fdi: Connection,
  input: { readonly path: { readonly datasource_id: string } },
  options?: CallOptions,
): AnswerPromise<DataSourceRsp> {
  return fdi.call(contract.showDatasourceDetail, input, options);
}

/** Replaces what a data source was registered with: `dataSources.update`. */
export function updateDatasourceInfo(
  fdi: Connection,
  input: { readonly path: { readonly datasource_id: string }; readonly body: DatasourceInfo },
  options?: CallOptions,
): AnswerPromise<DataSourceRsp> {
  return fdi.call(contract.updateDatasourceInfo, input, options);
}

/** Removes a data source that no task uses: `dataSources.delete`. */
export function deleteDatasourceInfoById(
  fdi: Connection,
  input: { readonly path: { readonly datasource_id: string } },
  options?: CallOptions,
): AnswerPromise<void> {
  return fdi.call(contract.deleteDatasourceInfoById, input, options);
}

/** Connects to the database with the settings of the body: `dataSources.test`. */
export function startTestDatasource(
  fdi: Connection,
  input: { readonly path: { readonly datasource_id: string }; readonly body: DatasourceInfo },
  options?: CallOptions,
): AnswerPromise<TestConnectRsp> {
  return fdi.call(contract.startTestDatasource, input, options);
}

/** The tables of the database: `dataSources.listTables`. */
export function listDatasourceTables(
  fdi: Connection,
  input: { readonly path: { readonly datasource_id: string }; readonly query: TablesQuery },
  options?: CallOptions,
): AnswerPromise<DatasourceTables> {
  return fdi.call(contract.listDatasourceTables, input, options);
}

/** The columns of one table: `dataSources.listColumns`. */
export function listDatasourceColumns(
  fdi: Connection,
  input: { readonly path: { readonly datasource_id: string }; readonly query: ColumnsQuery },
  options?: CallOptions,
): AnswerPromise<DatasourceColumns> {
  return fdi.call(contract.listDatasourceColumns, input, options);
}
