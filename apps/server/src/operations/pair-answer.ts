/** A task, its pairs and their mappings in the words of the wire. */
import type {
  MappingInfo,
  MultiTaskColumnInfo,
  MultiTaskMappingElement,
  MultiTaskMappingStatus,
  MultiTaskPair,
  MultiTaskSchemaMappingElement,
} from '@roma-fdi/types';
import { type Column, expandPairs } from '../store/columns.ts';
import type { SchemaMapping, TableMapping, Task, TaskPair } from '../store/records.ts';

/** The vendor's names for the only group that a pair has. */
const sourceGroup = 'SOURCE_GROUP1';
const targetGroup = 'TARGET_GROUP1';

export function pairAnswer(task: Task, pair: TaskPair | undefined): MultiTaskPair {
  return {
    ...(task.serverId === null ? {} : { ext_info: { server_id: task.serverId } }),
    task_id: task.id,
    ...(pair && {
      source_datasource_id: pair.source.id,
      target_datasource_id: pair.target.id,
      source_group: sourceGroup,
      target_group: targetGroup,
      source_ds_id: pair.source.id,
      target_ds_id: pair.target.id,
      source_instance_id: pair.source.instance,
      target_instance_id: pair.target.instance,
      ...(pair.source.appId === null ? {} : { source_app_id: pair.source.appId }),
      ...(pair.target.appId === null ? {} : { target_app_id: pair.target.appId }),
      source_datasource_name: pair.source.name,
      target_datasource_name: pair.target.name,
      source_datasource_type: pair.source.type,
      target_datasource_type: pair.target.type,
    }),
  };
}

const answers = new WeakMap<TableMapping, MultiTaskMappingElement>();

/** Made once for a mapping and frozen, so that its JSON is written once too. */
export function mappingAnswer(mapping: TableMapping): MultiTaskMappingElement {
  let answer = answers.get(mapping);
  if (!answer) {
    answer = Object.freeze(answerOf(mapping));
    answers.set(mapping, answer);
  }
  return answer;
}

function answerOf(mapping: TableMapping): MultiTaskMappingElement {
  const { sourceColumns, targetColumns } = mapping;
  return {
    id: mapping.id,
    source_table: tableName(mapping.sourceSchema, mapping.sourceTable),
    target_table: tableName(mapping.targetSchema, mapping.targetTable),
    updated_time: mapping.updatedTime,
    mapping_percent: mapping.percent,
    status: mapping.status as MultiTaskMappingStatus,
    source_columns: sourceColumns.map(columnAnswer),
    target_columns: targetColumns.map(columnAnswer),
    mapping: expandPairs(mapping).map(columnPairAnswer),
  };
}

export function schemaMappingAnswer(mapping: SchemaMapping): MultiTaskSchemaMappingElement {
  return {
    id: mapping.id,
    source_schema: mapping.sourceSchema,
    target_schema: mapping.targetSchema,
    updated_time: mapping.updatedTime,
    status: mapping.status as MultiTaskMappingStatus,
  };
}

/** A table as the wire writes it. Two tables may share the joined name; their identity is kept in the store. */
const tableName = (schema: string, table: string): string => `${schema}.${table}`;

const columnAnswer = ([name, type, length]: Column): MultiTaskColumnInfo => ({
  field_name: name,
  field_type: type,
  field_length: length,
});

const columnPairAnswer = ([source, target]: readonly [Column, Column]): MappingInfo => ({
  source_column: source[0],
  source_column_type: source[1],
  source_column_length: source[2],
  target_column: target[0],
  target_column_type: target[1],
  target_column_length: target[2],
});
