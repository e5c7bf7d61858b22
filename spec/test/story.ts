/** The rules of the story: the same data sources, task and tables from the first call to the last. */
import { at, entries, items, type Json, properties } from './contract.ts';
import { allExamples, type Example, isFailure, type Operation } from './operations.ts';

const dataSourceKeys = [
  'datasource_id',
  'source_datasource_id',
  'target_datasource_id',
  'source_ds_id',
  'target_ds_id',
];

/** Facts that the story names once: every place that has one of these keys has the same value. */
const constantKeys: Record<string, readonly string[]> = {
  project_id: ['project_id'],
  instance_id: ['instance_id', 'source_instance_id', 'target_instance_id'],
  app_id: ['app_id', 'source_app_id', 'target_app_id'],
};

/** A value of the story, where it stands, and whether it leads to a failure, so that it may name what does not exist. */
interface Told {
  readonly where: string;
  readonly value: Json;
  readonly fails: boolean;
}

/** IDs of data sources that no call created, and of tasks that no call assigned. */
export function unknownIds(operations: readonly Operation[]): string[] {
  const created = [...createdBy(operations).keys()];
  const assigned = assignedBy(operations);
  return operations.flatMap(told).flatMap(({ where, value, fails }) =>
    fails
      ? []
      : [...properties(value)].flatMap(([key, id]) => {
          if (typeof id !== 'string' || id === '') return [];
          if (dataSourceKeys.includes(key) && !created.includes(id)) return [`${where}: no call created ${key} ${id}`];
          if (key === 'task_id' && !assigned.includes(id)) return [`${where}: no call assigned ${key} ${id}`];
          return [];
        }),
  );
}

/** Operations whose first task is another than that of the first init, so that the story would break off. */
export function lostTasks(operations: readonly Operation[]): string[] {
  const [storyTask] = assignedBy(operations);
  return operations
    .filter(({ parameters }) =>
      parameters.some(({ name, examples }) => name === 'task_id' && examples[0]?.value !== storyTask),
    )
    .map(({ id }) => `${id} does not begin with the task of the story`);
}

/** Projects, instances and applications beside the one of the story. */
export function secondConstants(operations: readonly Operation[]): string[] {
  const first = new Map<string, Json>();
  return operations.flatMap(told).flatMap(({ where, value }) =>
    [...properties(value)].flatMap(([key, id]) => {
      const [fact] = Object.entries(constantKeys).find(([, keys]) => keys.includes(key)) ?? [];
      if (!fact) return [];
      if (!first.has(fact)) first.set(fact, id);
      return first.get(fact) === id ? [] : [`${where}: another ${fact} than in the rest of the story`];
    }),
  );
}

/** Names, types and applications beside a data source's ID that are not those it was created with. */
export function wrongNames(operations: readonly Operation[]): string[] {
  const created = createdBy(operations);
  return operations.flatMap(told).flatMap(({ where, value }) =>
    [...items(value), ...entries(value).map(([, child]) => child), value].flatMap((element) =>
      ['source', 'target'].flatMap((side) => {
        const source = created.get(String(at(element, `${side}_datasource_id`)));
        return ['datasource_name', 'datasource_type', 'app_id', 'instance_id']
          .filter((fact) => source && ![undefined, at(source, fact)].includes(at(element, `${side}_${fact}`)))
          .map((fact) => `${where}: ${side}_${fact} is not that of the data source`);
      }),
    ),
  );
}

/** Tables in examples of parameters that no mapping of the story has. */
export function tableFaults(operations: readonly Operation[]): string[] {
  const mapped = operations.flatMap(allExamples).flatMap(({ value }) => [...properties(value)]);
  const tables = (side: string) => mapped.filter(([key]) => key === `${side}_table`).map(([, table]) => String(table));
  const known: Record<string, readonly string[]> = {
    source_table: tables('source'),
    target_table: tables('target'),
    table_name: [...tables('source'), ...tables('target')].flatMap((table) => [table, table.split('.').at(-1)!]),
  };
  return operations.flatMap(({ id, parameters }) =>
    parameters.flatMap(({ name, examples }) =>
      examples
        .filter(({ value }) => known[name]?.includes(String(value)) === false)
        .map(({ value }) => `${id} asks for ${String(value)}, a table that the story does not map`),
    ),
  );
}

/** Column pairs that name a column, type or length that the table beside them does not have, and counts that are too small. */
export function mappingFaults(operations: readonly Operation[]): string[] {
  const pairs = operations
    .flatMap(allExamples)
    .flatMap(({ source, value }) =>
      [...items(value), value].filter((element) => at(element, 'mappings')).map((element) => ({ source, element })),
    );
  return pairs.flatMap(({ source, element }) => {
    const mappings = items(at(element, 'mappings'));
    const few = Number(at(element, 'mappings_total_count')) < mappings.length;
    const strangers = mappings.flatMap((mapping) =>
      ['source', 'target'].flatMap((side) =>
        items(at(mapping, 'mapping'))
          .filter((pair) => !items(at(mapping, `${side}_columns`)).some((column) => isColumnOf(pair, side, column)))
          .map(
            (pair) =>
              `${source}: ${String(at(pair, `${side}_column`))} is no column of ${String(at(mapping, `${side}_table`))}`,
          ),
      ),
    );
    return few ? [`${source} counts fewer mappings than it shows`, ...strangers] : strangers;
  });
}

function isColumnOf(pair: Json, side: string, column: Json): boolean {
  return (
    at(pair, `${side}_column`) === at(column, 'field_name') &&
    at(pair, `${side}_column_type`) === at(column, 'field_type') &&
    at(pair, `${side}_column_length`) === at(column, 'field_length')
  );
}

/** What an operation tells of the story; the vendor's own examples stand beside it. */
function told({ id, bodies = [], answers, parameters }: Operation): Told[] {
  const failures = new Set(answers.filter(isFailure).flatMap(({ examples }) => examples.map(({ key }) => key)));
  const successes = answers.filter((answer) => !isFailure(answer)).flatMap(({ examples }) => examples);
  return [
    ...bodies
      .filter(({ key }) => !key.startsWith('vendor-'))
      .map(({ key, value }) => ({ where: `${id}, ${key}`, value, fails: failures.has(key) })),
    ...parameters.flatMap(({ name, examples }) =>
      examples.map(({ key, value }) => ({
        where: `${id}, ${name} ${key}`,
        value: { [name]: value },
        fails: failures.has(key),
      })),
    ),
    ...successes.map(({ key, value }) => ({ where: `${id}, ${key}`, value, fails: false })),
  ];
}

function createdBy(operations: readonly Operation[]): Map<string, Json> {
  return new Map(
    successesOf(operations, 'createDatasourceInfo').map(({ value }) => [String(at(value, 'datasource_id')), value]),
  );
}

function assignedBy(operations: readonly Operation[]): string[] {
  return successesOf(operations, 'installMultiTasks').flatMap(({ value }) =>
    items(value).map((element) => String(at(element, 'task_id'))),
  );
}

function successesOf(operations: readonly Operation[], id: string): Example[] {
  return operations
    .filter((operation) => operation.id === id)
    .flatMap(({ answers }) => answers.filter((answer) => !isFailure(answer)).flatMap(({ examples }) => examples));
}
