/**
 * The limits of the vendor's tables, as data: of what a request may hold. Where they contradict each other it is the larger one,
 * and where the vendor's smallest is too large, ours: `x-origin-note` beside the field says so.
 */
const bothEnds = (schema: string, fields: readonly string[], limit: string): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) =>
      ['source', 'target'].map((side) => [`schemas/${schema}/properties/${side}_${field}`, limit]),
    ),
  );

const parameters = (names: string, limit: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [`parameters/${name}/schema`, limit]));

const fields = (schema: string, limits: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(limits).map(([field, limit]) => [`schemas/${schema}/properties/${field}`, limit]));

/** By the place of a schema among the components: the smallest and the largest size, and of what. */
export const limitFacts: Readonly<Record<string, string>> = {
  ...fields('MultiTaskInitExtInfo', { server_id: '1..20 characters' }),
  ...fields('MultiTaskInitBody', { task_id: '3..50 characters' }),
  ...bothEnds('MultiTaskInitBody', ['datasource_id'], '1..64 characters'),
  ...bothEnds('MultiTaskMappingCreateBody', ['datasource_id'], '1..64 characters'),
  ...bothEnds('MultiTaskMappingCreateBody', ['table'], '1..256 characters'),
  ...bothEnds('MultiTaskMappingCreateBody', ['columns'], '0..9999 entries'),
  ...fields('MultiTaskMappingCreateBody', { mapping_columns: '0..9999 entries' }),
  ...fields('MultiTaskColumnInput', {
    field_name: '1..256 characters',
    field_type: '1..256 characters',
    field_length: '0..10000000 digits',
  }),
  ...bothEnds('MappingInput', ['column', 'column_type'], '1..256 characters'),
  ...bothEnds('MappingInput', ['column_length'], '0..10000000 digits'),
  ...bothEnds('MultiTaskAutoMappingForm', ['ds_id', 'group'], '1..64 characters'),
  ...fields('MultiTaskAutoMappingForm', { task_id: '3..50 characters' }),
  ...fields('MultiTaskRequestBody', {
    task_name: '3..100 characters',
    task_id: '3..50 characters',
    description: '1..1024 characters',
    task_tag: '4..64 characters',
  }),
  ...bothEnds('MultiTaskRequestBody', ['app_id'], '1..64 characters'),
  ...fields('MultiTaskUpdateBody', { description: '1..1024 characters', task_tag: '4..64 characters' }),
  ...fields('MultiTaskResetBody', { date_from: '1.. value' }),
  ...fields('TaskBatchBody', { list: '1..9999 entries' }),
  ...fields('TaskBatchItem', { task_id: '1..64 characters' }),
  ...fields('DatasourceFacts', {
    datasource_name: '1..255 characters',
    app_id: '1..255 characters',
    description: '4..1024 characters',
  }),
  ...fields('Content', { oracle_service_name: '4..64 characters', multi_oracle_address: '1..100 entries' }),
  ...fields('MultiOracleAddress', { oracle_address: '1..30 characters', oracle_port: '1..10 characters' }),
  'schemas/OperationTypes': '1..3 entries',
  'schemas/Host': '1..255 characters',
  'schemas/Port': '0..65535 digits',
  'schemas/ConnectionUrl': '0..256 characters',
  'schemas/MysqlTimeout': '1..20000 value',
  ...parameters('ProjectId InstanceId DatasourceId MappingId', '1..64 characters'),
  ...parameters('TaskId', '3..50 characters'),
  ...parameters('Limit', '0..999 value'),
  ...parameters('Offset', '0..999999 value'),
  // With fields=summary on a self-hosted server; else the vendor's 1000 (x-query-schema).
  ...parameters('MappingsLimit', '1..10000 value'),
  ...parameters(
    'SourceDatasourceId TargetDatasourceId TaskSourceDatasourceId TaskTargetDatasourceId',
    '1..64 characters',
  ),
  ...parameters('SourceTable TargetTable TableName ColumnsTableName', '1..256 characters'),
  ...parameters(
    'AppIdFilter CustomPluginIdFilter SourceAppIdFilter TargetAppIdFilter TaskIdFilter',
    '0..64 characters',
  ),
  ...parameters('TaskTagFilter DbName DbSchema TablesFilter', '0..64 characters'),
  ...parameters('TaskNameFilter', '1..100 characters'),
  ...parameters('DatasourceNameFilter', '0..255 characters'),
};
