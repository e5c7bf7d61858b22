/**
 * The form of each answer as far as callers lean on it: what the contract requires, lists that are walked, and numbers that may be
 * too large. Field names are checked against the contract's types.
 */
import type {
  DataSourceRsp,
  FdiPageQuery,
  MultiTaskInitElement,
  MultiTaskMappingElement,
  MultiTaskMappingsPage,
  MultiTaskSchemaMappingElement,
  TaskBasicRsp,
  TaskResponseV2,
} from '@roma-fdi/types';
import { count, exact, list, object, type Shape, text } from './shape.ts';

const mapping = object<MultiTaskMappingElement>(
  {},
  { updated_time: exact, mapping_percent: exact, source_columns: list(), target_columns: list(), mapping: list() },
);

const schemaMapping = object<MultiTaskSchemaMappingElement>({}, { updated_time: exact });

const lists = {
  mappings: list(mapping),
  schema_mappings: list(schemaMapping),
  mappings_total_count: exact,
} satisfies Partial<Record<keyof MultiTaskInitElement & keyof MultiTaskMappingsPage, Shape>>;

/** Answer of init: only `task_id` is required of an element. */
export const initElements = list(object<MultiTaskInitElement>({ task_id: text }, lists));

/** A page of mappings. */
export const mappingsPage = object<MultiTaskMappingsPage>({ task_id: text }, lists);

/** A registered data source. */
export const dataSource = object<DataSourceRsp>({ datasource_id: text }, { create_time: exact, update_time: exact });

/** A page of data sources. */
export const dataSourcesPage = object<FdiPageQuery>({ total: count, size: count, entities: list(dataSource) }, {});

/** A task. */
export const task = object<TaskResponseV2>(
  { task: object<TaskBasicRsp>({}, { created_date: exact, last_modified_date: exact }) },
  {},
);
