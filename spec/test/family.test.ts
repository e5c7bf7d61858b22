/** Every operation and every field of the vendor's tables stands in the contract. */
import { expect, test } from 'vitest';
import { at, type Contract, entries, items, readContract, withText } from './contract.ts';
import { fieldFacts, type OperationFact, operationFacts } from './family-facts.ts';
import { operations } from './operations.ts';

const contract = readContract();
const instance = '/v2/{project_id}/fdi/instances/{instance_id}';

interface Fact {
  readonly name: string;
  readonly required: boolean;
}

const facts = (text = ''): Fact[] =>
  text.split(' ').flatMap((word) => (word ? [{ name: word.replace('!', ''), required: word.endsWith('!') }] : []));

/** What the contract lacks of the vendor's tables of operations. */
function operationFaults(files: Contract): string[] {
  const known = operations(files);
  return operationFacts.flatMap((fact) => {
    const item = at(
      files.get('openapi.yaml')?.value,
      'paths',
      fact.path.startsWith('/v2') ? fact.path : instance + fact.path,
    );
    const written = at(files.get(String(at(item, '$ref')))?.value, fact.method);
    if (at(written, 'operationId') !== fact.id) return [`${fact.method} ${fact.path} is not ${fact.id}`];
    const operation = known.find(({ id }) => id === fact.id)!;
    const statuses = operation.answers.map(({ status }) => status);
    return [
      ...[fact.success, ...fact.errors.split(' ')]
        .filter((status) => status !== '' && !statuses.includes(status))
        .map((status) => `${fact.id} does not answer ${status}`),
      ...(statuses.filter((status) => status < '300').join() === fact.success
        ? []
        : [`${fact.id} has another success`]),
      ...queryFaults(files, fact, items(at(written, 'parameters'))),
    ];
  });
}

function queryFaults(files: Contract, { id, query }: OperationFact, parameters: unknown[]): string[] {
  const written = parameters.map((parameter) => {
    const ref = (parameter as { $ref: string }).$ref.replace('../', '');
    return files.get(ref)?.value;
  });
  const inQuery = written.filter((parameter) => at(parameter, 'in') === 'query');
  const missing = facts(query).filter(
    ({ name, required }) =>
      !inQuery.some((parameter) => at(parameter, 'name') === name && (!required || at(parameter, 'required') === true)),
  );
  return missing.map(({ name }) => `${id} does not take ${name} as it should`);
}

interface Fields {
  readonly known: readonly string[];
  readonly required: readonly string[];
}

/** The fields of a schema, those of what it is made of included; of alternatives those that all of them have. */
function fieldsOf(files: Contract, schema: string): Fields {
  const value = files.get(`schemas/${schema}.yaml`)?.value;
  const behind = (keyword: string): Fields[] =>
    items(at(value, keyword)).map((part) => fieldsOf(files, String(at(part, '$ref')).replace('.yaml', '')));
  const [first, ...others] = behind('oneOf');
  const inAll = (list: keyof Fields) =>
    (first?.[list] ?? []).filter((name) => others.every((other) => other[list].includes(name)));
  const parts = behind('allOf');
  return {
    known: [
      ...entries(at(value, 'properties')).map(([name]) => name),
      ...parts.flatMap(({ known }) => known),
      ...inAll('known'),
    ],
    required: [
      ...items(at(value, 'required')).map(String),
      ...parts.flatMap(({ required }) => required),
      ...inAll('required'),
    ],
  };
}

/** What the contract lacks of the vendor's tables of fields. */
function fieldFaults(files: Contract): string[] {
  return Object.entries(fieldFacts).flatMap(([schema, fields]) => {
    const { known, required } = fieldsOf(files, schema);
    return facts(fields).flatMap((fact) => [
      ...(known.includes(fact.name) ? [] : [`${schema} has no ${fact.name}`]),
      ...(fact.required && !required.includes(fact.name) ? [`${schema} does not require ${fact.name}`] : []),
    ]);
  });
}

test('all 24 operations, with their methods, paths, parameters and statuses', () => {
  expect(operationFacts).toHaveLength(24);
  expect(operations(contract).length).toBeGreaterThanOrEqual(24);
  expect(operationFaults(contract)).toEqual([]);
});

test('all fields of what they take and answer', () => {
  expect(fieldFaults(contract)).toEqual([]);
  const bodies = operations(contract)
    .filter(({ id }) => operationFacts.some((fact) => fact.id === id))
    .flatMap(({ bodySchema }) => bodySchema ?? []);
  expect(bodies.filter((schema) => !(schema in fieldFacts))).toEqual([]);
});

test('what is missing or different is found', () => {
  const renamed = withText(contract, 'schemas/BriefTaskRespBean.yaml', '  ext_type:', '  kind:');
  expect(fieldFaults(renamed)).toEqual(['BriefTaskRespBean has no ext_type']);
  const loose = withText(contract, 'schemas/MultiTaskUpdateBody.yaml', ', repulling_snapshot]', ']');
  expect(fieldFaults(loose)).toEqual(['MultiTaskUpdateBody does not require repulling_snapshot']);
  expect(operationFaults(withText(contract, 'paths/task-run.yaml', 'post:', 'put:'))).toEqual([
    'post /tasks/{task_id}/run is not runTask',
  ]);
  expect(operationFaults(withText(contract, 'paths/multi-tasks.yaml', '"200":', '"201":'))).toEqual([
    'createMultiTasks does not answer 200',
    'createMultiTasks has another success',
  ]);
  expect(operationFaults(withText(contract, 'parameters/Position.yaml', 'required: true', 'required: false'))).toEqual([
    'listDatasourceTables does not take position as it should',
    'listDatasourceColumns does not take position as it should',
  ]);
  expect(
    operationFaults(withText(contract, 'paths/tasks.yaml', '    - $ref: ../parameters/TaskTagFilter.yaml\n', '')),
  ).toEqual(['listTasks does not take task_tag as it should']);
});
