/**
 * Mistakes that people make in the contract, each with the words that the linter answers.
 * None hides another, so that one run of the linter can be shown all of them.
 */

export interface Mistake {
  readonly what: string;
  readonly file: string;
  readonly change: (text: string) => string;
  /** The place, with its line where no other mistake can move it, to which the linter points. */
  readonly place: string;
  readonly message: string;
}

export const mistakes: readonly Mistake[] = [
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
];
