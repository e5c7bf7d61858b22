/** The contract's answers under their own names, as the client reads them. */
import type * as wire from '@roma-fdi/types';
import type { Answer } from './answer.ts';

/** One pair of data sources of a composite task with the first of its mappings. Only `task_id` is always there. */
export type MultiTaskInitElement = Answer<wire.MultiTaskInitElement>;

/** One pair of data sources of a composite task with one page of its mappings. */
export type MultiTaskMappingsPage = Answer<wire.MultiTaskMappingsPage>;

/** A table of the source that feeds a table of the destination, and how their columns do. */
export type MultiTaskMappingElement = Answer<wire.MultiTaskMappingElement>;

/** The ID of a composite task that was created or changed. */
export type MultiTaskIdRsp = Answer<wire.MultiTaskIdRsp>;

/** The ID of a mapping that was made, changed or deleted. */
export type MappingIdRsp = Answer<wire.MappingIdRsp>;

/** What a document of decisions changed. */
export type MultiTaskDecisionsRsp = Answer<wire.MultiTaskDecisionsRsp>;

/** That something was done, in words for people. */
export type MessageRsp = Answer<wire.MessageRsp>;

/** A registered data source, without its secrets. */
export type DataSourceRsp = Answer<wire.DataSourceRsp>;

/** One page of data sources. */
export type FdiPageQuery = Answer<wire.FdiPageQuery>;

/** A task and, where its kind has them, the details of its settings. */
export type TaskResponseV2 = Answer<wire.TaskResponseV2>;

/** That a connection could be made. */
export type TestConnectRsp = Answer<wire.TestConnectRsp>;

/** The tables of a data source that its user may read. */
export type DatasourceTables = Answer<wire.DatasourceTables>;

/** The columns of a table. */
export type DatasourceColumns = Answer<wire.DatasourceColumns>;

/** A column of a table, with what its database knows about it. */
export type ColumnInfo = Answer<wire.ColumnInfo>;

/** One page of tasks. */
export type TaskPage = Answer<wire.TaskPage>;

/** A task as lists show it. */
export type BriefTaskRespBean = Answer<wire.BriefTaskRespBean>;

/** How many tasks there are in each state. */
export type TaskCounts = Answer<wire.TaskCounts>;

/** What became of each task of a batch. */
export type TaskBatchRsp = Answer<wire.TaskBatchRsp>;

/** One task of a batch, with its error where it could not be done. */
export type TaskBeanFacade = Answer<wire.TaskBeanFacade>;
