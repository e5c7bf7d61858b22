/** Probes of the tasks' own operations: what each takes in its body and its query, and what does not exist. */
import type { routes } from '@roma-fdi/types';
import { type Probe, type ProbeTarget, pathOf } from './probe.ts';

type Body = object | ((target: ProbeTarget) => object);

const unknown = 'f'.repeat(32);
const ids = { task_id: unknown, datasource_id: unknown, mapping_id: unknown };

const send =
  (method: string, operation: keyof typeof routes, body?: Body, others: Record<string, string> = ids) =>
  (target: ProbeTarget) => ({
    method,
    path: pathOf(target, operation, others),
    ...(body !== undefined && { body: typeof body === 'function' ? body(target) : body }),
  });
const create = (body: object) => send('POST', 'createMultiTasks', { ...named, ...body });
const update = (body: object) => send('PUT', 'updateMultiTasks', { ...changes, ...body });
const reset = (body: object) => send('POST', 'resetMultiTaskOffset', body);
const map = (body: object) => send('POST', 'createMultiTaskMappings', { ...pair, ...body });
const remap = (body: object) => send('PUT', 'updateMultiTaskMappings', { ...pair, ...body });
const batch = (body: object) => send('POST', 'batchStartOrStopTasks', { ...stop, ...body });
const get =
  (operation: keyof typeof routes, query: string, others: Record<string, string> = ids) =>
  (target: ProbeTarget) => ({ method: 'GET', path: `${pathOf(target, operation, others)}${query}` });

const named = { task_name: 'probe', operation_types: ['INSERT'] };
const changes = { operation_types: ['INSERT'], repulling_snapshot: false };
const pair = { source_datasource_id: unknown, target_datasource_id: unknown };
const realPair = (t: ProbeTarget) => ({ source_datasource_id: t.source, target_datasource_id: t.target });
const stop = { action_id: 'stop', list: [{ task_id: unknown }] };
const source = {
  datasource_name: 'probe',
  datasource_type: 'SQLITE',
  app_id: 'probes',
  content: { database_name: 'probe.db' },
};

const invalid = (says: string) => ({ failure: 'InvalidParameters' as const, says });
const many = <T>(length: number, item: (index: number) => T) => Array.from({ length }, (_, index) => item(index));

export const familyProbes: Probe[] = [
  {
    name: 'a task to create without its properties',
    send: send('POST', 'createMultiTasks', {}),
    expect: invalid('Body property [operation_types] is required, and 1 more'),
  },
  {
    name: 'a task to create with an unknown property',
    send: create({ name: 'probe' }),
    expect: invalid('Body property [name] is not described'),
  },
  ...['ab', '-abc', 'a b c', 'a\u0000bc', 'a'.repeat(101), 'имя'].map((task_name) => ({
    name: `a task named ${JSON.stringify(task_name.slice(0, 10))} of ${task_name.length} characters`,
    send: create({ task_name }),
    expect: invalid('Body property [task_name] must be'),
  })),
  {
    name: 'a task name that is null',
    send: create({ task_name: null }),
    expect: invalid('Body property [task_name] must be a string'),
  },
  {
    name: 'no kind of change',
    send: create({ operation_types: [] }),
    expect: invalid('Body property [operation_types] must have at least 1 entries'),
  },
  {
    name: 'a kind of change in lower case',
    send: create({ operation_types: ['INSERT', 'update'] }),
    expect: invalid('Body property [operation_types.1] must be one of INSERT, UPDATE, DELETE'),
  },
  {
    name: 'a kind of change twice',
    send: create({ operation_types: ['INSERT', 'INSERT'] }),
    expect: invalid('Body property [operation_types]'),
  },
  {
    name: 'kinds of change as text',
    send: create({ operation_types: 'INSERT,UPDATE' }),
    expect: invalid('Body property [operation_types] must be an array'),
  },
  {
    name: 'a description that is too long',
    send: create({ description: 'd'.repeat(1025) }),
    expect: invalid('Body property [description] must have at most 1024 characters'),
  },
  {
    name: 'a description that is too long, of pairs of surrogates',
    send: create({ description: '😀'.repeat(1025) }),
    expect: invalid('Body property [description] must have at most 1024 characters'),
  },
  {
    name: 'a label that is too short',
    send: create({ task_tag: 'abc' }),
    expect: invalid('Body property [task_tag] must be'),
  },
  {
    name: 'a kind of task as answers spell it',
    send: create({ task_type: 'realtime' }),
    expect: invalid('Body property [task_type] must be one of REALTIME, TIMING'),
  },
  {
    name: 'a task to create under the ID init',
    send: create({ task_id: 'init' }),
    expect: invalid('Body property [task_id]'),
  },
  {
    name: 'a task to change without its properties',
    send: send('PUT', 'updateMultiTasks', {}),
    expect: invalid('Body property [operation_types] is required, and 1 more'),
  },
  {
    name: 'a task to change with another name',
    send: update({ task_name: 'other' }),
    expect: invalid('Body property [task_name] is not described'),
  },
  {
    name: 'a snapshot as text',
    send: update({ repulling_snapshot: 'true' }),
    expect: invalid('Body property [repulling_snapshot] must be a boolean'),
  },
  {
    name: 'a time as text',
    send: reset({ date_from: '1793520060000' }),
    expect: invalid('Body property [date_from] must be an integer'),
  },
  {
    name: 'a time before all time',
    send: reset({ date_from: 0 }),
    expect: invalid('Body property [date_from] must be at least 1'),
  },
  {
    name: 'a time that is no whole number',
    send: reset({ date_from: 1.5 }),
    expect: invalid('Body property [date_from] must be an integer'),
  },
  {
    name: 'a time beyond what JavaScript holds',
    send: reset({ date_from: 2 ** 53 }),
    expect: invalid('Body property [date_from] must be at most 9007199254740991'),
  },
  {
    name: 'a mapping without its data sources',
    send: send('POST', 'createMultiTaskMappings', {}),
    expect: invalid('Body property [source_datasource_id] is required, and 1 more'),
  },
  {
    name: 'a mapping with the property that answers have',
    send: map({ mapping: [] }),
    expect: invalid('Body property [mapping] is not described'),
  },
  {
    name: 'a table name that is too long',
    send: map({ source_table: 't'.repeat(257) }),
    expect: invalid('Body property [source_table] must have at most 256 characters'),
  },
  {
    name: 'a table name with a NUL',
    send: map({ target_table: 'a\u0000' }),
    expect: invalid('Body property [target_table] must be'),
  },
  {
    name: 'a pair of columns without its destination',
    send: map({ mapping_columns: [{ source_column: 'id' }] }),
    expect: invalid('Body property [mapping_columns.0.target_column] is required'),
  },
  {
    name: 'a column without a name',
    send: map({ source_columns: [{ field_name: '' }] }),
    expect: invalid('Body property [source_columns.0.field_name] must have at least 1 characters'),
  },
  {
    name: 'a length as a number',
    send: map({ target_columns: [{ field_name: 'id', field_length: 11 }] }),
    expect: invalid('Body property [target_columns.0.field_length] must be a string'),
  },
  {
    name: 'a length beyond all',
    send: map({ target_columns: [{ field_name: 'id', field_length: '10000001' }] }),
    expect: invalid('Body property [target_columns.0.field_length] must be'),
  },
  {
    name: 'columns as an object',
    send: map({ mapping_columns: {} }),
    expect: invalid('Body property [mapping_columns] must be an array'),
  },
  {
    name: 'a mapping of 10,000 columns',
    send: map({
      mapping_columns: many(10_000, (index) => ({ source_column: `c${index}`, target_column: `c${index}` })),
    }),
    expect: invalid('Body property [mapping_columns] must have at most 9999 entries'),
  },
  {
    name: 'a table of 10,000 columns',
    send: remap({ source_columns: many(10_000, (index) => ({ field_name: `c${index}` })) }),
    expect: invalid('Body property [source_columns] must have at most 9999 entries'),
  },
  {
    name: 'thousands of wrong columns in a body of a megabyte',
    send: remap({ target_columns: many(9_999, (index) => ({ field_name: `c${'x'.repeat(100)}${index}`, type: 1 })) }),
    expect: invalid('Body property [target_columns.0.type] is not described.'),
  },
  {
    name: 'a mapping ID that climbs',
    send: send('DELETE', 'deleteMultiTaskMapping', undefined, { ...ids, mapping_id: '..%2f..' }),
    expect: invalid('Path parameter [mapping_id]'),
  },
  {
    name: 'a batch without its properties',
    send: send('POST', 'batchStartOrStopTasks', {}),
    expect: invalid('Body property [action_id] is required, and 1 more'),
  },
  {
    name: 'an action that does not exist',
    send: batch({ action_id: 'restart' }),
    expect: invalid('Body property [action_id] must be one of start, stop'),
  },
  { name: 'an empty batch', send: batch({ list: [] }), expect: invalid('Body property [list] must have at least 1') },
  {
    name: 'a batch of texts',
    send: batch({ list: [unknown] }),
    expect: invalid('Body property [list.0] must be an object'),
  },
  {
    name: 'a batch with an empty ID',
    send: batch({ list: [{ task_id: '' }] }),
    expect: invalid('Body property [list.0.task_id] must be'),
  },
  {
    name: 'a batch of 10,000 tasks',
    send: batch({ list: many(10_000, (index) => ({ task_id: `t${index}` })) }),
    expect: invalid('Body property [list] must have at most 9999 entries'),
  },
  {
    name: 'a data source to change without its properties',
    send: send('PUT', 'updateDatasourceInfo', {}),
    expect: invalid('Body property [app_id] is required, and 3 more'),
  },
  {
    name: 'a data source to test with an unknown property inside',
    send: send('POST', 'startTestDatasource', { ...source, content: { database_name: 'x.db', pasword: 'abcd' } }),
    expect: invalid('Body property [content.pasword] is not described'),
  },
  {
    name: 'tables of no side',
    send: get('listDatasourceTables', ''),
    expect: invalid('Query parameter [position] is required'),
  },
  {
    name: 'tables of a side in lower case',
    send: get('listDatasourceTables', '?position=source'),
    expect: invalid('Query parameter [position] must be one of SOURCE, TARGET'),
  },
  {
    name: 'a filter of tables that is too long',
    send: get('listDatasourceTables', `?position=SOURCE&filter=${'f'.repeat(65)}`),
    expect: invalid('Query parameter [filter] must be'),
  },
  {
    name: 'columns of no table',
    send: get('listDatasourceColumns', '?position=TARGET'),
    expect: invalid('Query parameter [table_name] is required'),
  },
  {
    name: 'columns of a table without a name',
    send: get('listDatasourceColumns', '?position=TARGET&table_name='),
    expect: invalid('Query parameter [table_name] must have at least 1 characters'),
  },
  {
    name: 'columns of a table whose name is too long',
    send: get('listDatasourceColumns', `?position=TARGET&table_name=${'t'.repeat(257)}`),
    expect: invalid('Query parameter [table_name] must have at most 256 characters'),
  },
  ...['stop', '', '1.0'].map((status) => ({
    name: `tasks of the status ${JSON.stringify(status)}`,
    send: get('listTasks', `?status=${status}`),
    expect: invalid('Query parameter [status] must be an integer'),
  })),
  {
    name: 'tasks of a status that does not exist',
    send: get('listTasks', '?status=2'),
    expect: invalid('Query parameter [status] must be one of 0, 1'),
  },
  {
    name: 'tasks of a kind in capitals',
    send: get('listTasks', '?task_type=REALTIME'),
    expect: invalid('Query parameter [task_type] must be one of realtime, timing'),
  },
  {
    name: 'tasks in an order that does not exist',
    send: get('listTasks', '?sort_field=NAME'),
    expect: invalid('Query parameter [sort_field] must be one of'),
  },
  {
    name: 'tasks of two names',
    send: get('listTasks', '?name=a&name=b'),
    expect: invalid('Query parameter [name] must be given once'),
  },
  {
    name: 'a thousand tasks a page',
    send: get('listTasks', '?limit=1000'),
    expect: invalid('Query parameter [limit] must be at most 999'),
  },
  {
    name: 'an offset beyond all',
    send: get('listTasks', '?offset=1000000'),
    expect: invalid('Query parameter [offset] must be at most 999999'),
  },
  { name: 'a page of tasks beyond the end', send: get('listTasks', '?offset=999999'), expect: { status: 200 } },
  {
    name: 'a page of data sources beyond the end',
    send: get('listDatasources', '?offset=999999'),
    expect: { status: 200 },
  },
  {
    name: 'a page of mappings beyond the end',
    send: get('listMultiTaskMappings', '?offset=1000000', { ...ids, task_id: 'probed' }),
    expect: { status: 200 },
  },
  {
    name: 'a mapping of more than 12 MB, without a length',
    send: (t) => {
      const path = pathOf(t, 'createMultiTaskMappings', ids);
      const head = [`POST ${path} HTTP/1.1`, `Host: ${t.host}`, `X-Auth-Token: ${t.token}`];
      const framing = ['Content-Type: application/json', 'Transfer-Encoding: chunked', '\r\n'];
      const chunk = `${(2 ** 20).toString(16)}\r\n${' '.repeat(2 ** 20)}\r\n`;
      return { raw: [[...head, ...framing].join('\r\n'), ...many(13, () => chunk)] };
    },
    expect: { failure: 'BodyTooLarge', says: String(12 * 2 ** 20) },
  },
  { name: 'the number of tasks', send: get('countTasks', ''), expect: { status: 200 } },
  {
    name: 'a batch of a task that does not exist',
    send: batch({}),
    expect: { status: 200 },
  },
  ...(
    [
      ['changing', update({})],
      ['resetting', reset({})],
      ['starting', send('POST', 'runTask')],
      ['stopping', send('POST', 'stopTask')],
      ['mapping', send('POST', 'createMultiTaskMappings', realPair)],
      ['mapping again', send('PUT', 'updateMultiTaskMappings', realPair, { ...ids, mapping_id: 'any' })],
      ['deleting a mapping of', send('DELETE', 'deleteMultiTaskMapping', undefined, { ...ids, mapping_id: 'any' })],
      ['deciding on the mappings of', send('POST', 'applyMultiTaskDecisions', {})],
    ] as const
  ).map(([what, request]) => ({
    name: `${what} a task that does not exist`,
    send: request,
    expect: { failure: 'TaskNotFound' as const },
  })),
  ...(
    [
      ['changing', send('PUT', 'updateDatasourceInfo', source)],
      ['testing', send('POST', 'startTestDatasource', source)],
      ['listing the tables of', get('listDatasourceTables', '?position=SOURCE')],
      ['listing the columns of', get('listDatasourceColumns', '?position=SOURCE&table_name=a')],
    ] as const
  ).map(([what, request]) => ({
    name: `${what} a data source that does not exist`,
    send: request,
    expect: { failure: 'DataSourceNotFound' as const },
  })),
];
