/** Holds the contract's files against the vendor's tables of the whole family, one fault for each that is missing or different. */
import { at, type Contract, entries, items } from './contract.ts';
import { fieldFacts, type OperationFact, operationFacts } from './family-facts.ts';
import { operations } from './operations.ts';

const instance = '/v2/{project_id}/fdi/instances/{instance_id}';

interface Fact {
  readonly name: string;
  readonly required: boolean;
}

const facts = (text = ''): Fact[] =>
  text.split(' ').flatMap((word) => (word ? [{ name: word.replace('!', ''), required: word.endsWith('!') }] : []));

/** What the contract lacks of the vendor's tables of operations. */
export function operationFaults(files: Contract): string[] {
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
export function fieldFaults(files: Contract): string[] {
  return Object.entries(fieldFacts).flatMap(([schema, fields]) => {
    const { known, required } = fieldsOf(files, schema);
    return facts(fields).flatMap((fact) => [
      ...(known.includes(fact.name) ? [] : [`${schema} has no ${fact.name}`]),
      ...(fact.required && !required.includes(fact.name) ? [`${schema} does not require ${fact.name}`] : []),
    ]);
  });
}
