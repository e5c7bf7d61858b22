/** The contract's answers under their own names, as the client reads them. */
import type * as wire from '@roma-fdi/types';
import type { Answer } from './answer.ts';

/** One pair of data sources of a composite task with the first of its mappings. Only `task_id` is always there. */
export type MultiTaskInitElement = Answer<wire.MultiTaskInitElement>;

/** One pair of data sources of a composite task with one page of its mappings. */
export type MultiTaskMappingsPage = Answer<wire.MultiTaskMappingsPage>;

/** A table of the source that feeds a table of the destination, and how their columns do. */
export type MultiTaskMappingElement = Answer<wire.MultiTaskMappingElement>;

/** A registered data source, without its secrets. */
export type DataSourceRsp = Answer<wire.DataSourceRsp>;

/** One page of data sources. */
export type FdiPageQuery = Answer<wire.FdiPageQuery>;

/** A task and, where its kind has them, the details of its settings. */
export type TaskResponseV2 = Answer<wire.TaskResponseV2>;
