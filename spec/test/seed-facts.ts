/** The tables of the vendor's page about initialising a composite task, as data: what the contract must hold. */

export interface SeedRow {
  readonly name: string;
  /** The type in the vendor's words: `Long`, `Array of MappingInfo objects`. */
  readonly type: string;
  readonly mandatory?: boolean;
  readonly values?: readonly string[];
  /** Fingerprint of the vendor's sentence (see `fingerprint` in seed.ts): a copy is noticed without being written here. */
  readonly sentence: string;
}

export interface SeedTable {
  readonly table: number;
  readonly title: string;
  /** Where the contract holds it: among the parameters, below a schema, or in the answer of a status. */
  readonly place:
    | { readonly in: 'path' | 'header' }
    | { readonly schema: string; readonly property?: string }
    | { readonly status: string };
  readonly rows: readonly SeedRow[];
}

export const seedOperation = {
  method: 'post',
  url: '/v2/{project_id}/fdi/instances/{instance_id}/multi-tasks/init',
  statuses: ['200', '400', '404', '500'],
  /** Table 5: the answer is a bare list of these. */
  answer: 'MultiTaskInitElement',
  body: 'MultiTaskInitBody',
  /** Lists of which the answer shows the first records alone, and how many. */
  limits: { mappings: 10, schema_mappings: 10 },
} as const;

const statuses = ['AUTO', 'MANUAL', 'ADD', 'UPDATE', 'DELETE', 'USING'] as const;

export const seedTables: readonly SeedTable[] = [
  {
    table: 1,
    title: 'Path Parameters',
    place: { in: 'path' },
    rows: [
      { name: 'project_id', type: 'String', mandatory: true, sentence: 'edccb7fdbe5d' },
      { name: 'instance_id', type: 'String', mandatory: true, sentence: '9fea712a5416' },
    ],
  },
  {
    table: 2,
    title: 'Request header parameters',
    place: { in: 'header' },
    rows: [{ name: 'X-Auth-Token', type: 'String', mandatory: true, sentence: '4ceb5a579c9b' }],
  },
  {
    table: 3,
    title: 'Request body parameters',
    place: { schema: 'MultiTaskInitBody' },
    rows: [
      { name: 'ext_info', type: 'ext_info object', mandatory: false, sentence: '9c38614ab698' },
      { name: 'source_datasource_id', type: 'String', mandatory: false, sentence: 'a9ec4ed2c973' },
      { name: 'target_datasource_id', type: 'String', mandatory: false, sentence: 'ac58f2dfd113' },
      { name: 'task_id', type: 'String', mandatory: false, sentence: '41d6990c0a25' },
      { name: 'auto_mapping', type: 'Boolean', mandatory: false, sentence: '4605326e3e3f' },
    ],
  },
  {
    table: 4,
    title: 'ext_info',
    place: { schema: 'MultiTaskInitBody', property: 'ext_info' },
    rows: [{ name: 'server_id', type: 'String', mandatory: false, sentence: '291e0a2ecad2' }],
  },
  {
    table: 6,
    title: 'MultiTaskInitElement',
    place: { schema: 'MultiTaskInitElement' },
    rows: [
      { name: 'ext_info', type: 'ext_info object', sentence: '14addd0fe1c4' },
      { name: 'task_id', type: 'String', sentence: 'f6be6b8cfcec' },
      { name: 'source_datasource_id', type: 'String', sentence: 'a9ec4ed2c973' },
      { name: 'target_datasource_id', type: 'String', sentence: 'ac58f2dfd113' },
      { name: 'source_group', type: 'String', sentence: '4819e6fa1392' },
      { name: 'target_group', type: 'String', sentence: 'b36ac22e2c2b' },
      { name: 'source_ds_id', type: 'String', sentence: 'a9ec4ed2c973' },
      { name: 'target_ds_id', type: 'String', sentence: 'ac58f2dfd113' },
      { name: 'source_instance_id', type: 'String', sentence: '182163d9152d' },
      { name: 'target_instance_id', type: 'String', sentence: '95572b7ecf60' },
      { name: 'source_app_id', type: 'String', sentence: 'db032aa15a53' },
      { name: 'target_app_id', type: 'String', sentence: 'cc329eaf28a1' },
      { name: 'source_datasource_name', type: 'String', sentence: '867e55c968f9' },
      { name: 'target_datasource_name', type: 'String', sentence: 'c5c6e8ead9b4' },
      { name: 'source_datasource_type', type: 'String', sentence: 'f30c62b7b27a' },
      { name: 'target_datasource_type', type: 'String', sentence: 'cf4a190ffd0a' },
      { name: 'mappings', type: 'Array of MultiTaskMappingElement objects', sentence: '30ed7aa7d0d2' },
      { name: 'schema_mappings', type: 'Array of MultiTaskSchemaMappingElement objects', sentence: '1dcab17ea143' },
      { name: 'mappings_total_count', type: 'Integer', sentence: 'a577e3516b2e' },
    ],
  },
  {
    table: 7,
    title: 'ext_info',
    place: { schema: 'MultiTaskInitElement', property: 'ext_info' },
    rows: [{ name: 'server_id', type: 'String', sentence: '291e0a2ecad2' }],
  },
  {
    table: 8,
    title: 'MultiTaskMappingElement',
    place: { schema: 'MultiTaskMappingElement' },
    rows: [
      { name: 'id', type: 'String', sentence: '7a5e79328969' },
      { name: 'source_table', type: 'String', sentence: '6063e446a812' },
      { name: 'target_table', type: 'String', sentence: 'bc9229f481e3' },
      { name: 'updated_time', type: 'Long', sentence: '43ae937bc9fd' },
      { name: 'mapping_percent', type: 'Integer', sentence: '840a6689c2a3' },
      { name: 'status', type: 'String', values: statuses, sentence: 'd17153dbbdca' },
      { name: 'source_columns', type: 'Array of MultiTaskColumnInfo objects', sentence: 'dbf953634f56' },
      { name: 'target_columns', type: 'Array of MultiTaskColumnInfo objects', sentence: 'b0364ffb8b4b' },
      { name: 'mapping', type: 'Array of MappingInfo objects', sentence: 'c0b2e1b30aeb' },
    ],
  },
  {
    table: 9,
    title: 'MultiTaskColumnInfo',
    place: { schema: 'MultiTaskColumnInfo' },
    rows: [
      { name: 'field_name', type: 'String', sentence: '763fb4543262' },
      { name: 'field_type', type: 'String', sentence: '5a05ec022dc4' },
      { name: 'field_length', type: 'String', sentence: 'ce7cece6d36c' },
    ],
  },
  {
    table: 10,
    title: 'MappingInfo',
    place: { schema: 'MappingInfo' },
    rows: [
      { name: 'source_column', type: 'String', sentence: 'e474b15d0013' },
      { name: 'source_column_type', type: 'String', sentence: '6cb987e64fb1' },
      { name: 'source_column_length', type: 'String', sentence: 'e9915c30e62e' },
      { name: 'target_column', type: 'String', sentence: 'ba1dbddab88f' },
      { name: 'target_column_type', type: 'String', sentence: '924c5bd0a484' },
      { name: 'target_column_length', type: 'String', sentence: '29deb61dfd43' },
    ],
  },
  {
    table: 11,
    title: 'MultiTaskSchemaMappingElement',
    place: { schema: 'MultiTaskSchemaMappingElement' },
    rows: [
      { name: 'id', type: 'String', sentence: '1f46cb7955f3' },
      { name: 'source_schema', type: 'String', sentence: '2cf7529db55b' },
      { name: 'target_schema', type: 'String', sentence: '8110b29abe81' },
      { name: 'updated_time', type: 'Long', sentence: 'e57c58442236' },
      { name: 'status', type: 'String', values: statuses, sentence: 'd17153dbbdca' },
    ],
  },
  {
    table: 12,
    title: 'Response body parameters',
    place: { status: '400' },
    rows: [
      { name: 'error_code', type: 'String', sentence: 'a6145c29902b' },
      { name: 'error_msg', type: 'String', sentence: '3e61f0fc7c13' },
    ],
  },
  {
    table: 13,
    title: 'Response body parameters',
    place: { status: '404' },
    rows: [
      { name: 'error_code', type: 'String', sentence: 'a6145c29902b' },
      { name: 'error_msg', type: 'String', sentence: '3e61f0fc7c13' },
    ],
  },
  {
    table: 14,
    title: 'Response body parameters',
    place: { status: '500' },
    rows: [
      { name: 'error_code', type: 'String', sentence: 'a6145c29902b' },
      { name: 'error_msg', type: 'String', sentence: '3e61f0fc7c13' },
    ],
  },
];
