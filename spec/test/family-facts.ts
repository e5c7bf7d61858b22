/** The vendor's tables of the whole family, as data: operations with their statuses, and the fields of what they take and answer. */

export interface OperationFact {
  readonly id: string;
  readonly method: string;
  /** Behind project and instance, but for the one that names no instance. */
  readonly path: string;
  readonly success: string;
  /** Statuses of errors that the vendor declares. */
  readonly errors: string;
  readonly query?: string;
}

export const operationFacts: readonly OperationFact[] = [
  { id: 'installMultiTasks', method: 'post', path: '/multi-tasks/init', success: '200', errors: '400 404 500' },
  { id: 'createMultiTasks', method: 'post', path: '/multi-tasks', success: '200', errors: '400 404 500' },
  { id: 'updateMultiTasks', method: 'put', path: '/multi-tasks/{task_id}', success: '200', errors: '400 404 500' },
  {
    id: 'resetMultiTaskOffset',
    method: 'post',
    path: '/multi-tasks/{task_id}/reset',
    success: '200',
    errors: '400 404 500',
  },
  {
    id: 'createMultiTaskMappings',
    method: 'post',
    path: '/multi-tasks/{task_id}/mappings',
    success: '200',
    errors: '400 404 500',
  },
  {
    id: 'listMultiTaskMappings',
    method: 'get',
    path: '/multi-tasks/{task_id}/mappings',
    success: '200',
    errors: '400 404 500',
    query: 'limit offset source_datasource_id target_datasource_id source_table target_table table_name',
  },
  {
    id: 'updateMultiTaskMappings',
    method: 'put',
    path: '/multi-tasks/{task_id}/mappings/{mapping_id}',
    success: '200',
    errors: '400 404 500',
  },
  {
    id: 'deleteMultiTaskMapping',
    method: 'delete',
    path: '/multi-tasks/{task_id}/mappings/{mapping_id}',
    success: '200',
    errors: '400 404',
  },
  {
    id: 'createMultiTaskMappingsAutomatically',
    method: 'post',
    path: '/v2/{project_id}/fdi/multi-tasks/mappings/auto',
    success: '200',
    errors: '400',
  },
  {
    id: 'listTasks',
    method: 'get',
    path: '/tasks',
    success: '200',
    errors: '400 404 500',
    query:
      'limit offset task_id name status task_type source_datasource_id target_datasource_id sort_field sort_type execute_status source_app_id target_app_id task_tag',
  },
  { id: 'showTask', method: 'get', path: '/tasks/{task_id}', success: '200', errors: '404 500' },
  { id: 'deleteTask', method: 'delete', path: '/tasks/{task_id}', success: '204', errors: '400 404' },
  {
    id: 'batchStartOrStopTasks',
    method: 'post',
    path: '/batch-operation/tasks',
    success: '200',
    errors: '400 404 500',
  },
  { id: 'runTask', method: 'post', path: '/tasks/{task_id}/run', success: '200', errors: '400 404 500' },
  { id: 'stopTask', method: 'post', path: '/tasks/{task_id}/terminate', success: '200', errors: '400 404 500' },
  { id: 'countTasks', method: 'get', path: '/statistics/tasks', success: '200', errors: '' },
  { id: 'createDatasourceInfo', method: 'post', path: '/datasources', success: '201', errors: '400 500' },
  {
    id: 'listDatasources',
    method: 'get',
    path: '/datasources',
    success: '200',
    errors: '400 500',
    query: 'limit offset datasource_type sort_field sort_type name app_id custom_plugin_id',
  },
  {
    id: 'showDatasourceDetail',
    method: 'get',
    path: '/datasources/{datasource_id}',
    success: '200',
    errors: '400 404 500',
  },
  {
    id: 'updateDatasourceInfo',
    method: 'put',
    path: '/datasources/{datasource_id}',
    success: '200',
    errors: '400 404 500',
  },
  {
    id: 'deleteDatasourceInfoById',
    method: 'delete',
    path: '/datasources/{datasource_id}',
    success: '204',
    errors: '404 500',
  },
  {
    id: 'startTestDatasource',
    method: 'post',
    path: '/datasources/{datasource_id}/test-connect',
    success: '200',
    errors: '400 404',
  },
  {
    id: 'listDatasourceTables',
    method: 'get',
    path: '/datasources/{datasource_id}/tables',
    success: '200',
    errors: '400 404 500',
    query: 'position! db_name db_schema filter',
  },
  {
    id: 'listDatasourceColumns',
    method: 'get',
    path: '/datasources/{datasource_id}/columns',
    success: '200',
    errors: '400 404 500',
    query: 'position! db_name table_name',
  },
];

const ends = (name: string): string => `source_${name} target_${name}`;

/** By schema: its fields, `!` behind those that the vendor requires in a request. */
export const fieldFacts: Readonly<Record<string, string>> = {
  MultiTaskInitBody: `ext_info ${ends('datasource_id')} task_id auto_mapping`,
  MultiTaskInitExtInfo: 'server_id',
  MultiTaskExtInfo: 'server_id',
  MultiTaskPair: `ext_info task_id ${['datasource_id', 'group', 'ds_id', 'instance_id', 'app_id', 'datasource_name', 'datasource_type'].map(ends).join(' ')}`,
  MultiTaskInitElement: 'mappings schema_mappings mappings_total_count',
  MultiTaskMappingsPage: 'mappings schema_mappings mappings_total_count',
  MultiTaskMappingElement: `id ${ends('table')} updated_time mapping_percent status ${ends('columns')} mapping`,
  MultiTaskSchemaMappingElement: `id ${ends('schema')} updated_time status`,
  MultiTaskColumnInfo: 'field_name field_type field_length',
  MultiTaskColumnInput: 'field_name field_type field_length',
  MappingInfo: ['column', 'column_type', 'column_length'].map(ends).join(' '),
  MappingInput: ['column', 'column_type', 'column_length'].map(ends).join(' '),
  MultiTaskMappingCreateBody: `ext_info source_datasource_id! target_datasource_id! ${ends('columns')} ${ends('table')} mapping_columns`,
  MappingIdRsp: 'mapping_id',
  MultiTaskAutoMappingForm: `source_ds_id! target_ds_id! ${ends('group')} task_id ext_info task_type mapping_prefix mapping_suffix ${ends('select_mapping_tables')}`,
  MultiTaskRequestBody: `task_name! task_id task_type description task_tag operation_types! ${ends('app_id')}`,
  MultiTaskIdRsp: 'task_id',
  MultiTaskUpdateBody: 'description task_tag operation_types! repulling_snapshot!',
  MultiTaskResetBody: 'date_from',
  MessageRsp: 'message',
  TaskPage: 'total size entities',
  BriefTaskRespBean: `task_id task_name task_type status created_date version last_modified_time execute_status ${ends('app_id')} ${ends('instance_id')} ext_type enterprise_project_id task_tag`,
  TaskResponseV2: 'task task_detail',
  TaskBasicRsp: `task_id task_name task_type status project_id ${['datasource_id', 'datasource_name', 'app_id', 'app_name'].map(ends).join(' ')} created_date last_modified_date description task_tag`,
  TaskBatchBody: 'action_id! list',
  TaskBatchItem: 'task_id',
  TaskBatchRsp: 'success_count failure_count failure success',
  TaskBeanFacade: 'task_id task_name error_code error_msg',
  TaskCounts: 'common_task_details cdc_task_details',
  TaskCountDetails: 'running_tasks_count abnormal_tasks_count terminated_tasks_count completed_tasks_count',
  DatasourceInfo: 'datasource_name! datasource_type! app_id! content! description',
  DataSourceRsp:
    'datasource_id datasource_name datasource_type vpc_id app_id app_name instance_id create_time update_time custom_plugin_id content description app_permission',
  TestConnectRsp: 'result',
  DatasourceTables: 'tables',
  DatasourceColumns: 'columns',
  ColumnInfo: 'field_name field_type field_length null_able primary unique decimal_digits is_partition',
  Content:
    'mode host port database_name user_name encoding mysql_timeout oracle_service_name multi_oracle_address cdc_mode gauss100_version ssl_enable ssl_username broker',
  ContentWithSecrets: 'password url ssl_password',
};
