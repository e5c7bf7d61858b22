/** The rules of the examples: every place has one, each is used, and together they tell one story. */
import { at, type Contract, entries, items, type Json, properties } from './contract.ts';
import { type Example, isFailure, type Operation } from './operations.ts';

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

/** Bodies, answers and parameters without an example. */
export function missingExamples(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, bodies, answers, parameters }) => [
    ...(bodies?.length === 0 ? [`${id} has no example of its body`] : []),
    ...answers
      .filter(({ hasBody, examples }) => hasBody && examples.length === 0)
      .map(({ status }) => `${id} has no example of its answer ${status}`),
    ...parameters.filter(({ examples }) => examples.length === 0).map(({ name }) => `${id} has no example of ${name}`),
  ]);
}

/** Examples that are stored and never referred to, and bodies that are written out beside the stored ones. */
export function storageFaults(contract: Contract, operations: readonly Operation[]): string[] {
  const used = new Set(operations.flatMap(allExamples).map(({ source }) => source));
  const stored = [...contract]
    .filter(([path]) => path.startsWith('examples/'))
    .flatMap(([path, { value }]) => entries(value).map(([name]) => `${path}#/${name}`));
  const bodies = operations.flatMap(({ bodies, answers }) => [
    ...(bodies ?? []),
    ...answers.flatMap((a) => a.examples),
  ]);
  return [
    ...stored.filter((source) => !used.has(source)).map((source) => `${source} is used nowhere`),
    ...bodies
      .filter(({ source }) => !/^(examples\/\w+|errors)\.yaml#\//.test(source))
      .map(({ source, key }) => `${source} writes out the example ${key}: store it in examples/`),
  ];
}

/** Examples of bodies, and of IDs in the path, that no answer belongs to. */
export function pairFaults(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, bodies, answers, parameters }) => {
    const answered = new Set(answers.flatMap(({ examples }) => examples.map(({ key }) => key)));
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    // The first ID in the path is the one that exists: it gets the answer that stands first.
    const asked = [...(bodies ?? []), ...inPath.flatMap(({ examples }) => examples.slice(1))];
    return asked
      .filter(({ key }) => !key.startsWith('vendor-') && !answered.has(key))
      .map(({ key }) => `${id} has no answer to its example ${key}`);
  });
}

/** Failures under a status that is not theirs, and failures in an order that would make a mock answer with a special one. */
export function failureFaults(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, answers }) =>
    answers
      .filter(isFailure)
      .flatMap(({ status, examples }) => [
        ...examples
          .filter(({ stored }) => String(at(stored, 'x-status')) !== status)
          .map(
            ({ source, stored }) =>
              `${id} shows ${source} under ${status}, but it comes with ${String(at(stored, 'x-status'))}`,
          ),
        ...(status === '400' && !examples[0]?.source.endsWith('#/InvalidParameters')
          ? [`${id} does not show the general failure first under 400`]
          : []),
        ...(examples[0]?.key.startsWith('vendor-') ? [`${id} shows the vendor's example first under ${status}`] : []),
      ]),
  );
}

/** Data sources, tasks, projects, instances and applications that are not those of the story. */
export function idFaults(operations: readonly Operation[]): string[] {
  const created = new Map(
    successes(operations, 'createDatasourceInfo').map(({ value }) => [String(at(value, 'datasource_id')), value]),
  );
  const assigned = successes(operations, 'installMultiTasks').flatMap(({ value }) =>
    items(value).map((element) => String(at(element, 'task_id'))),
  );
  const [storyTask] = assigned;
  const constants = new Map<string, Json>();
  const faults: string[] = [];

  for (const operation of operations) {
    for (const [place, value, mayBeUnknown] of told(operation)) {
      const where = `${operation.id}, ${place}`;
      for (const [key, id] of [...properties(value), ...elements(value)]) {
        if (typeof id !== 'string' || id === '') continue;
        if (dataSourceKeys.includes(key) && !created.has(id) && !mayBeUnknown)
          faults.push(`${where}: no call created ${key} ${id}`);
        if (key === 'task_id' && !assigned.includes(id) && !mayBeUnknown)
          faults.push(`${where}: no call assigned ${key} ${id}`);
        const [fact] = Object.entries(constantKeys).find(([, keys]) => keys.includes(key)) ?? [];
        if (!fact) continue;
        if ((constants.get(fact) ?? id) !== id) faults.push(`${where}: another ${fact} than in the rest of the story`);
        constants.set(fact, constants.get(fact) ?? id);
      }
      faults.push(...sideFaults(value, created).map((fault) => `${where}: ${fault}`));
    }
    const tasks = operation.parameters.find(({ name }) => name === 'task_id')?.examples;
    if (tasks && tasks[0]?.value !== storyTask)
      faults.push(`${operation.id} does not begin with the task of the story`);
  }
  return faults;
}

/** Tables in examples of parameters that no mapping of the story has. */
export function tableFaults(operations: readonly Operation[]): string[] {
  const mapped = operations.flatMap(allExamples).flatMap(({ value }) => [...properties(value), ...elements(value)]);
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

/** The examples of an operation that belong to the story; those that lead to a failure may name what does not exist. */
function* told({ bodies = [], answers, parameters }: Operation): Generator<[string, Json, boolean]> {
  const fails = new Set(answers.filter(isFailure).flatMap(({ examples }) => examples.map(({ key }) => key)));
  for (const { key, value } of bodies) if (!key.startsWith('vendor-')) yield [key, value, fails.has(key)];
  for (const { name, examples } of parameters)
    for (const { key, value } of examples) yield [`${name} ${key}`, { [name]: value }, fails.has(key)];
  for (const answer of answers)
    if (!isFailure(answer)) for (const { key, value } of answer.examples) yield [key, value, false];
}

/** A name, type or application beside a data source's ID that is not the one it was created with. */
function sideFaults(value: Json, created: ReadonlyMap<string, Json>): string[] {
  return [...items(value), ...entries(value).map(([, child]) => child), value].flatMap((element) =>
    ['source', 'target'].flatMap((side) =>
      ['datasource_name', 'datasource_type', 'app_id', 'instance_id'].flatMap((fact) => {
        const said = at(element, `${side}_${fact}`);
        const source = created.get(String(at(element, `${side}_datasource_id`)));
        return said !== undefined && source && at(source, fact) !== said
          ? [`${side}_${fact} is not that of the data source`]
          : [];
      }),
    ),
  );
}

function elements(value: Json): [string, Json][] {
  return items(value).flatMap(entries);
}

function successes(operations: readonly Operation[], id: string): Example[] {
  return operations
    .filter((operation) => operation.id === id)
    .flatMap(({ answers }) => answers.filter((answer) => !isFailure(answer)).flatMap(({ examples }) => examples));
}

function allExamples({ bodies = [], answers, parameters }: Operation): Example[] {
  return [...bodies, ...answers.flatMap((a) => a.examples), ...parameters.flatMap((p) => p.examples)];
}
