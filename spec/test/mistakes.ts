/**
 * Mistakes that people make in the contract: who catches each, and with which words. None hides another of its list, so that one run
 * of the linter can be shown all of its own, and so can one bundle.
 */
import type { bundleCheckers, fileCheckers } from './checkers.ts';

export interface Mistake {
  readonly what: string;
  readonly file: string;
  readonly change: (text: string) => string;
  readonly message: string;
}

/** One that the linter refuses. */
export interface LintMistake extends Mistake {
  /** The place, with its line where no other mistake can move it, to which the linter points. */
  readonly place: string;
}

/** One that the linter takes, and a checker of this folder finds in the files or in the bundle. */
export interface CheckedMistake<Checker> extends Mistake {
  readonly caughtBy: Checker;
}

export const lintMistakes: readonly LintMistake[] = [
  {
    what: 'a reference to a file that is not there',
    file: 'paths/task.yaml',
    change: (text) => text.replace('parameters/TaskId.yaml', 'parameters/Task.yaml'),
    place: 'paths/task.yaml:14',
    message: "Can't resolve $ref",
  },
  {
    what: 'an example of the wrong type',
    file: 'examples/story.yaml',
    change: (text) => text.replace('mappings_total_count: 2', 'mappings_total_count: many'),
    place: 'examples/story.yaml',
    message: 'Example value must conform to the schema: `mappings_total_count` property type must be integer.',
  },
  {
    what: 'an example with a misspelt property',
    file: 'examples/story.yaml',
    change: (text) => text.replace('mapping_percent: 100', 'match_percent: 100'),
    place: 'examples/story.yaml',
    message: 'property must NOT have unevaluated properties `match_percent`.',
  },
  {
    what: 'an example with a value that is not listed',
    file: 'examples/story.yaml',
    change: (text) => text.replace('status: AUTO', 'status: AUTOMATIC'),
    place: 'examples/story.yaml',
    message: '`status` property must be equal to one of the allowed values "AUTO", "MANUAL", "ADD", "UPDATE", "DELETE"',
  },
  {
    what: 'an operation without the answer 401',
    file: 'paths/task.yaml',
    change: (text) => text.replace(/ {4}"401":\n.*\n/, ''),
    place: 'paths/task.yaml',
    message: 'Every operation documents what the gateway and the service may answer (see responses/).',
  },
  {
    what: 'a property in camel case',
    file: 'schemas/MappingInfo.yaml',
    change: (text) => text.replace('source_column_type:', 'sourceColumnType:'),
    place: 'schemas/MappingInfo.yaml',
    message: "Names on the wire are the vendor's, in snake_case.",
  },
  {
    what: 'a property without a description',
    file: 'schemas/MappingInfo.yaml',
    change: (text) => text.replace(/ {4}description: Name of the source column.\n/, ''),
    place: 'schemas/MappingInfo.yaml',
    message: 'Every property is described in our own words.',
  },
  {
    what: 'a body without examples',
    file: 'responses/Forbidden.yaml',
    change: (text) => text.replace(/ {4}examples:\n.*\n.*\n/, ''),
    place: 'responses/Forbidden.yaml:8',
    message: 'Every body has a schema and named examples (examples/story.yaml, errors.yaml).',
  },
  {
    what: 'the keyword nullable of older versions',
    file: 'schemas/MappingInfo.yaml',
    change: (text) => `${text}    nullable: true\n`,
    place: 'schemas/MappingInfo.yaml',
    message: 'Property `nullable` is not expected here.',
  },
  {
    what: 'a misspelt keyword',
    file: 'schemas/MultiTaskInitElement.yaml',
    change: (text) => text.replace('maxItems', 'maxItem'),
    place: 'schemas/MultiTaskInitElement.yaml',
    message: 'Property `maxItem` is not expected here.',
  },
  {
    what: 'a URL whose parameter has another name',
    file: 'openapi.yaml',
    change: (text) => text.replace('/tasks/{task_id}:', '/tasks/{id}:'),
    place: 'parameters/TaskId.yaml:1',
    message: 'Path parameter `task_id` is not used in the path',
  },
  {
    what: 'a parameter without a description',
    file: 'parameters/TaskId.yaml',
    change: (text) => text.replace(/^description: >-\n.*\n/m, ''),
    place: 'parameters/TaskId.yaml:1',
    message: 'Parameter object description must be present.',
  },
  {
    what: 'a parameter whose example is out of range',
    file: 'parameters/Limit.yaml',
    change: (text) => text.replace('example: 10', 'example: 1000'),
    place: 'parameters/Limit.yaml:14',
    message: 'Example value must conform to the schema: must be <= 999.',
  },
  {
    what: 'a server at example.com',
    file: 'openapi.yaml',
    change: (text) => text.replace('.myhuaweicloud.com', '.example.com'),
    place: 'openapi.yaml',
    message: 'Server `url` should not point to example.com or localhost.',
  },
  {
    what: 'an operationId that stands twice',
    file: 'paths/task-run.yaml',
    change: (text) => text.replace('operationId: runTask', 'operationId: stopTask'),
    place: 'paths/task-terminate.yaml',
    message: 'Every operation must have a unique `operationId`.',
  },
  {
    what: 'an operationId in snake case',
    file: 'paths/datasource-tables.yaml',
    change: (text) => text.replace('operationId: listDatasourceTables', 'operationId: list_datasource_tables'),
    place: 'paths/datasource-tables.yaml',
    message: "An operationId is the vendor's, in lower camel case.",
  },
  {
    what: 'an operation without a summary',
    file: 'paths/task-terminate.yaml',
    change: (text) => text.replace(/ {2}summary: .*\n/, ''),
    place: 'paths/task-terminate.yaml',
    message: 'Operation object should contain `summary` field.',
  },
  {
    what: 'a tag that is not declared',
    file: 'paths/task-statistics.yaml',
    change: (text) => text.replace('tags: [Tasks]', 'tags: [Task]'),
    place: 'paths/task-statistics.yaml',
    message: 'Operation tags should be defined in global tags.',
  },
  {
    what: 'a required property that does not exist',
    file: 'schemas/MultiTaskIdRsp.yaml',
    change: (text) => text.replace('required: [task_id]', 'required: [task]'),
    place: 'schemas/MultiTaskIdRsp.yaml',
    message: "Required property 'task' is not defined.",
  },
  {
    what: 'a type that JSON does not have',
    file: 'schemas/MessageRsp.yaml',
    change: (text) => text.replace('type: string', 'type: text'),
    place: 'schemas/MessageRsp.yaml',
    message: '`type` can be one of the following only',
  },
  {
    what: 'values of another type than their enumeration',
    file: 'schemas/ColumnInfo.yaml',
    change: (text) => text.replace('enum: ["0", "1"]', 'enum: [0, 1]'),
    place: 'schemas/ColumnInfo.yaml',
    message: 'All values of `enum` field must be of the same type as the `type` field',
  },
  {
    what: 'an answer without a description',
    file: 'responses/UriTooLong.yaml',
    change: (text) => text.replace(/^description: .*\n/, ''),
    place: 'responses/UriTooLong.yaml',
    message: 'The field `description` must be present on this level.',
  },
  {
    what: 'an answer in another media type',
    file: 'responses/TooManyRequests.yaml',
    change: (text) => text.replace('application/json', 'application/problem+json'),
    place: 'responses/TooManyRequests.yaml',
    message: 'Mime type "application/problem+json" is not allowed',
  },
  {
    what: 'an operation that never succeeds',
    file: 'paths/multi-task-reset.yaml',
    change: (text) => text.replace('"200":', '"302":'),
    place: 'paths/multi-task-reset.yaml',
    message: 'Operation must have at least one `2XX` response.',
  },
  {
    what: 'a parameter that stands twice',
    file: 'paths/tasks.yaml',
    change: (text) => text.replace(/( {4}- \$ref: .*\/Limit\.yaml\n)/, '$1$1'),
    place: 'paths/tasks.yaml',
    message: 'Operations must have unique `name` + `in` parameters.',
  },
  {
    what: 'credentials that are not described',
    file: 'openapi.yaml',
    change: (text) => text.replace('- signature: []', '- signed: []'),
    place: 'openapi.yaml',
    message: 'There is no `signed` security scheme defined.',
  },
  {
    what: 'a URL that ends with a slash',
    file: 'openapi.yaml',
    change: (text) => text.replace('/statistics/tasks:', '/statistics/tasks/:'),
    place: 'openapi.yaml',
    message: 'should not have a trailing slash.',
  },
  {
    what: 'a property that stands twice',
    file: 'schemas/TaskBeanFacade.yaml',
    change: (text) => text.replace('  task_name:', '  task_id:'),
    place: 'schemas/TaskBeanFacade.yaml',
    message: 'duplicated mapping key',
  },
];

export const fileMistakes: readonly CheckedMistake<keyof typeof fileCheckers>[] = [
  {
    what: 'an example that is not stored',
    file: 'paths/task.yaml',
    change: (text) => text.replace('story.yaml#/show-draft', 'story.yaml#/show-draught'),
    caughtBy: 'references',
    message: 'paths/task.yaml refers to examples/story.yaml#/show-draught, which is not there',
  },
  {
    what: 'a file that nothing refers to',
    file: 'schemas/TaskFilter.yaml',
    change: () => 'title: TaskFilter\ndescription: Left behind.\ntype: object\nx-origin: roma-fdi\n',
    caughtBy: 'references',
    message: 'schemas/TaskFilter.yaml',
  },
  {
    what: 'a reference that runs backwards',
    file: 'schemas/MessageRsp.yaml',
    change: (text) => text.replace('    type: string', '    $ref: ../parameters/TaskTagFilter.yaml#/schema'),
    caughtBy: 'references',
    message: 'schemas/MessageRsp.yaml refers back to parameters/TaskTagFilter.yaml',
  },
  {
    what: 'an operation that is written into the table of contents',
    file: 'openapi.yaml',
    change: (text) => text.replace('$ref: paths/task-run.yaml', 'post: { operationId: runTask }'),
    caughtBy: 'references',
    message: 'is not a reference into paths/',
  },
  {
    what: 'a schema that was copied and kept its title',
    file: 'schemas/MappingInput.yaml',
    change: (text) => text.replace('title: MappingInput', 'title: MappingInfo'),
    caughtBy: 'names',
    message: 'schemas/MappingInput.yaml has the title MappingInfo',
  },
  {
    what: 'the address of a page in a description',
    file: 'schemas/MysqlTimeout.yaml',
    change: (text) => text.replace('in seconds', 'see https://example.org/timeouts, in seconds'),
    caughtBy: 'names',
    message: 'schemas/MysqlTimeout.yaml names https://example.org/timeouts',
  },
  {
    what: 'an example that nothing shows any more',
    file: 'paths/task-statistics.yaml',
    change: (text) => text.replace('story.yaml#/count-tasks', 'story.yaml#/stop-task'),
    caughtBy: 'examples',
    message: 'examples/story.yaml#/count-tasks is used nowhere',
  },
  {
    what: 'an example that is written out in place',
    file: 'paths/task-terminate.yaml',
    change: (text) => text.replace('$ref: ../examples/story.yaml#/stop-task', 'value: { message: success }'),
    caughtBy: 'examples',
    message: 'paths/task-terminate.yaml writes out the example draft: store it in examples/',
  },
  {
    what: 'a request whose answer has another key',
    file: 'paths/multi-tasks-init.yaml',
    change: (text) => text.replace('          one-data-source:\n', '          half-a-pair:\n'),
    caughtBy: 'examples',
    message: 'installMultiTasks has no answer to its example half-a-pair',
  },
  {
    what: 'an ID of the story that was mistyped',
    file: 'examples/story.yaml',
    change: (text) => text.replace('[*shop, *warehouse]', '[*shop, { datasource_id: "9c8b" }]'),
    caughtBy: 'story',
    message: 'no call created datasource_id 9c8b',
  },
  {
    what: 'another project in the middle of the story',
    file: 'examples/story.yaml',
    change: (text) => text.replace('project_id: c2f0', 'project_id: d2f0'),
    caughtBy: 'story',
    message: 'another project_id than in the rest of the story',
  },
  {
    what: 'a mapped column that its table does not have',
    file: 'examples/story.yaml',
    change: (text) => text.replace('target_column: CustomerId', 'target_column: BuyerId'),
    caughtBy: 'story',
    message: 'BuyerId is no column of public.Orders',
  },
  {
    what: 'a failure without an action',
    file: 'errors.yaml',
    change: (text) => text.replace(/(TooManyTables:[\s\S]*?) {2}x-action: .*\n/, '$1'),
    caughtBy: 'failures',
    message: 'TooManyTables has no x-action',
  },
  {
    what: 'a failure that nobody raises',
    file: 'paths/task-terminate.yaml',
    change: (text) => text.replace(/ {12}stop-failed:\n.*\n/, ''),
    caughtBy: 'failures',
    message: 'TaskStopFailed is raised by no operation',
  },
  {
    what: 'a code that is written outside errors.yaml',
    file: 'paths/task-run.yaml',
    change: (text) => text.replace('refuses it.', 'refuses it with FDI.3026.'),
    caughtBy: 'failures',
    message: 'paths/task-run.yaml writes FDI.3026',
  },
  {
    what: 'a failure under a status that is not its own',
    file: 'responses/Forbidden.yaml',
    change: (text) => text.replace('#/Forbidden', '#/Unauthenticated'),
    caughtBy: 'failures',
    message: 'shows errors.yaml#/Unauthenticated under 403, but it comes with 401',
  },
  {
    what: 'an error that does not say its name',
    file: 'responses/TaskNotFound.yaml',
    change: (text) => text.replace(/ {2}X-Failure:\n.*\n/, ''),
    caughtBy: 'failures',
    message: 'showTask answers 404 without the name of the failure',
  },
  {
    what: 'another status of success',
    file: 'paths/datasources.yaml',
    change: (text) => text.replace('"201":', '"200":'),
    caughtBy: 'family',
    message: 'createDatasourceInfo has another success',
  },
  {
    what: 'a field that is no longer required',
    file: 'schemas/MultiTaskUpdateBody.yaml',
    change: (text) => text.replace(', repulling_snapshot]', ']'),
    caughtBy: 'family',
    message: 'MultiTaskUpdateBody does not require repulling_snapshot',
  },
  {
    what: 'a field in another spelling',
    file: 'schemas/ColumnInfo.yaml',
    change: (text) => text.replace('  null_able:', '  nullable:'),
    caughtBy: 'family',
    message: 'ColumnInfo has no null_able',
  },
  {
    what: 'a filter that was forgotten',
    file: 'paths/tasks.yaml',
    change: (text) => text.replace(/.*TaskTagFilter\.yaml\n/, ''),
    caughtBy: 'family',
    message: 'listTasks does not take task_tag as it should',
  },
  {
    what: 'a property that does not say where it comes from',
    file: 'schemas/MultiTaskExtInfo.yaml',
    change: (text) => text.replace(/^x-source: .*\n/m, ''),
    caughtBy: 'sources',
    message: 'MultiTaskExtInfo.server_id names no source and is not marked x-origin',
  },
  {
    what: 'a source that is not listed',
    file: 'parameters/Position.yaml',
    change: (text) => text.replace('definition-2025', 'definition-2026'),
    caughtBy: 'sources',
    message: 'parameters/Position names the source definition-2026, which is not in sources.yaml',
  },
  {
    what: 'a source that nothing is taken from',
    file: 'sources.yaml',
    change: (text) => `${text}\nforum:\n  title: A forum\n  at: somewhere\n  date: 2025\n  trust: Little.\n`,
    caughtBy: 'sources',
    message: 'sources.yaml has forum, which nothing names',
  },
  {
    what: 'a contradiction about a schema that was renamed',
    file: 'contradictions.yaml',
    change: (text) => text.replace('at: [TaskBatchBody]', 'at: [TaskBatch]'),
    caughtBy: 'contradictions',
    message: 'size-of-a-batch is at TaskBatch, which is not there',
  },
  {
    what: 'a contradiction that nobody decided',
    file: 'contradictions.yaml',
    change: (text) => text.replace('decided: A text.', 'decided: ""'),
    caughtBy: 'contradictions',
    message: 'server-id-as-a-number does not say or decide anything',
  },
  {
    what: 'a workflow that calls an operation that is not there',
    file: 'workflows/composite-tasks.arazzo.yaml',
    change: (text) => text.replace('operationId: countTasks', 'operationId: countAllTasks'),
    caughtBy: 'workflows',
    message: 'calls countAllTasks, which is no operation',
  },
  {
    what: 'a workflow that uses a step before it was taken',
    file: 'workflows/composite-tasks.arazzo.yaml',
    change: (text) => text.replace('$steps.register-target.outputs.id', '$steps.register-destination.outputs.id'),
    caughtBy: 'workflows',
    message: 'uses register-destination, which is no step before it',
  },
  {
    what: 'a workflow that does not say which task',
    file: 'workflows/composite-tasks.arazzo.yaml',
    change: (text) => text.replace(/(operationId: stopTask\n {8}parameters:\n {10}- \{ name: )task_id/, '$1task'),
    caughtBy: 'workflows',
    message: 'does not give task_id',
  },
];

export const bundleMistakes: readonly CheckedMistake<keyof typeof bundleCheckers>[] = [
  {
    what: 'a value of an enumeration that was left out',
    file: 'schemas/MultiTaskMappingStatus.yaml',
    change: (text) => text.replace(', USING]', ']').replace(/ {2}USING: .*\n/, ''),
    caughtBy: 'seed',
    message: 'status: has other values',
  },
  {
    what: 'a field of another type',
    file: 'schemas/MultiTaskSchemaMappingElement.yaml',
    change: (text) => text.replace('    type: integer\n    format: int64\n    minimum: 0\n', '    type: string\n'),
    caughtBy: 'seed',
    message: 'updated_time: has type string for Long',
  },
  {
    what: 'a request that is open where it should be closed',
    file: 'schemas/MultiTaskResetBody.yaml',
    change: (text) => text.replace('additionalProperties: false\n', ''),
    caughtBy: 'openness',
    message: 'MultiTaskResetBody is open, and stands in a request',
  },
  {
    what: 'an answer that shows what no schema describes',
    file: 'examples/story.yaml',
    change: (text) => text.replace(/(^show-draft:[\s\S]*?\n {4}task:\n)/m, '$1      owner: me\n'),
    caughtBy: 'answers',
    message: 'showTask 200 draft',
  },
  {
    what: 'an answer that is closed where it should be open',
    file: 'schemas/TestConnectRsp.yaml',
    change: (text) => text.replace('type: object\n', 'type: object\nadditionalProperties: false\n'),
    caughtBy: 'openness',
    message: 'TestConnectRsp is closed, and stands in an answer',
  },
  {
    what: 'a pattern that takes what it must refuse',
    file: 'schemas/MultiTaskInitExtInfo.yaml',
    change: (text) => text.replace('{0,20}$', '{0,21}$'),
    caughtBy: 'limits',
    message: 'schemas/MultiTaskInitExtInfo/properties/server_id takes 21 characters',
  },
  {
    what: 'a field that no longer takes null',
    file: 'schemas/MultiTaskInitBody.yaml',
    change: (text) => text.replace('type: [boolean, "null"]', 'type: boolean'),
    caughtBy: 'samples',
    message: 'is refused for type at /auto_mapping',
  },
  {
    what: 'a type that two alternatives take',
    file: 'schemas/OtherDatasource.yaml',
    change: (text) =>
      text
        .replace('enum: [KAFKA,', 'enum: [MYSQL, KAFKA,')
        .replace('      KAFKA:', '      MYSQL: MySQL.\n      KAFKA:'),
    caughtBy: 'alternatives',
    message: 'DatasourceInfo: MYSQL chooses RelationalDatasource and OtherDatasource',
  },
  {
    what: 'a type that no alternative takes',
    file: 'schemas/RelationalDatasource.yaml',
    change: (text) => text.replace(', HANA]', ']').replace(/ {6}HANA: .*\n/, ''),
    caughtBy: 'alternatives',
    message: 'DatasourceInfo: HANA chooses nothing',
  },
  {
    what: 'a value that is not explained',
    file: 'schemas/ExecuteStatus.yaml',
    change: (text) => text.replace(/ {2}CANCELLED: .*\n/, ''),
    caughtBy: 'descriptions',
    message: '#/components/schemas/ExecuteStatus: CANCELLED',
  },
  {
    what: 'two properties in the same words',
    file: 'schemas/TaskCountDetails.yaml',
    change: (text) =>
      text.replace('Tasks whose latest run ended by a failure.', 'Tasks that run, or wait for their turn.'),
    caughtBy: 'descriptions',
    message: 'abnormal_tasks_count is described as running_tasks_count',
  },
  {
    what: "a limit that is not the vendor's",
    file: 'schemas/TaskBatchBody.yaml',
    change: (text) => text.replace('maxItems: 9999', 'maxItems: 999').replace('1 to 9,999 of them', '1 to 999 of them'),
    caughtBy: 'limits',
    message: 'schemas/TaskBatchBody/properties/list refuses 9999 entries',
  },
  {
    what: 'a limit of a pattern that is not the vendor’s',
    file: 'parameters/TaskTagFilter.yaml',
    change: (text) => text.replace('{0,64}', '{0,46}'),
    caughtBy: 'limits',
    message: 'parameters/TaskTagFilter/schema refuses 64 characters',
  },
  {
    what: 'a limit that the words do not follow',
    file: 'schemas/MultiOracleAddress.yaml',
    change: (text) => text.replace('1 to 30 characters', '1 to 13 characters'),
    caughtBy: 'limits',
    message: 'MultiOracleAddress.oracle_address does not say its maxLength 30',
  },
  {
    what: 'a keyword that generators take for no type at all',
    file: 'parameters/MappingId.yaml',
    change: (text) => text.replace('  x-origin: roma-fdi', '  not: { const: auto }\n  x-origin: roma-fdi'),
    caughtBy: 'portable',
    message: '#/components/parameters/MappingId/schema has a not',
  },
  {
    what: 'a pattern that has no words for people',
    file: 'parameters/DbName.yaml',
    change: (text) => text.replace(/pattern: .*/, "pattern: '^[^/]{0,64}$$'"),
    caughtBy: 'portable',
    message: '^[^/]{0,64}$ has no x-pattern-words',
  },
  {
    what: 'a count that may be negative',
    file: 'schemas/TaskPage.yaml',
    change: (text) => text.replace('    minimum: 0\n', ''),
    caughtBy: 'portable',
    message: 'TaskPage.total has no smallest value',
  },
];
