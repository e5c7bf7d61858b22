/** A task, its pairs and their schema mappings in the contract's spelling. */
import type { MultiTaskMappingStatus, MultiTaskPair, MultiTaskSchemaMappingElement } from '@roma-fdi/types';
import type { SchemaMapping, Task, TaskPair } from '../store/records.ts';

/** The vendor's names for groups that nobody has named. */
const sourceGroup = 'SOURCE_GROUP1';
const targetGroup = 'TARGET_GROUP1';

export function pairAnswer(task: Task, pair: TaskPair | undefined): MultiTaskPair {
  return {
    ...(task.serverId === null ? {} : { ext_info: { server_id: task.serverId } }),
    task_id: task.id,
    ...(pair && {
      source_datasource_id: pair.source.id,
      target_datasource_id: pair.target.id,
      source_group: pair.sourceGroup ?? sourceGroup,
      target_group: pair.targetGroup ?? targetGroup,
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

export function schemaMappingAnswer(mapping: SchemaMapping): MultiTaskSchemaMappingElement {
  return {
    id: mapping.id,
    source_schema: mapping.sourceSchema,
    target_schema: mapping.targetSchema,
    updated_time: mapping.updatedTime,
    status: mapping.status as MultiTaskMappingStatus,
  };
}
