/** Holds the bundled document against the facts of the vendor's page, one fault for each that is missing or different. */
import { createHash } from 'node:crypto';
import { at, entries, items, type Json, ownPart, properties } from './contract.ts';
import { type SeedRow, type SeedTable, seedOperation } from './seed-facts.ts';

const jsonTypes: Record<string, { type: string; format?: string }> = {
  String: { type: 'string' },
  Long: { type: 'integer', format: 'int64' },
  Integer: { type: 'integer' },
  Boolean: { type: 'boolean' },
  'ext_info object': { type: 'object' },
};

const limitWords = ['maxItems', 'minItems', 'maxLength', 'minLength', 'maximum', 'minimum', 'pattern'];

/** The same sentence in other capitals or with other punctuation has the same fingerprint. */
export function fingerprint(sentence: string): string {
  const words = sentence.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  return createHash('sha256').update(words.trim()).digest('hex').slice(0, 12);
}

/** What one table of the page says and the document does not. */
export function tableFaults(bundle: Json, table: SeedTable): string[] {
  const found = fieldsOf(bundle, table);
  return table.rows.flatMap((row) => {
    const field = found.get(row.name);
    const where = `Table ${table.table} (${table.title}), ${row.name}`;
    if (!field) return [`${where}: is missing`];
    const twins = [...found].filter(([name, other]) => name !== row.name && other.description === field.description);
    return [
      ...typeFaults(field.schema, row, isRequestBody(table)),
      ...(row.mandatory === undefined || row.mandatory === field.required ? [] : [`mandatory is ${field.required}`]),
      ...(field.description.trim() === '' ? ['has no description'] : []),
      ...(fingerprint(field.description) === row.sentence ? ["has the vendor's own sentence"] : []),
      ...twins.map(([name]) => `has the description of ${name}`),
    ].map((fault) => `${where}: ${fault}`);
  });
}

/** What the page says of the operation as a whole and the document does not: statuses, body, answer, the two limits. */
export function operationFaults(bundle: Json): string[] {
  const operation = at(bundle, 'paths', seedOperation.url, seedOperation.method);
  const schemas = at(bundle, 'components', 'schemas');
  const body = at(operation, 'requestBody', 'content', 'application/json', 'schema', '$ref');
  const answer = at(operation, 'responses', '200', 'content', 'application/json', 'schema');
  const missing = seedOperation.statuses.filter((status) => at(operation, 'responses', status) === undefined);
  const lists = entries(at(ownPart(at(schemas, seedOperation.answer)), 'properties'));
  const limits = lists.flatMap(([name, list]) =>
    at(list, 'maxItems') === undefined ? [] : [[name, at(list, 'maxItems')]],
  );
  return [
    ...missing.map((status) => `status ${status} is missing`),
    ...(body === schemaRef(seedOperation.body) ? [] : [`the body is no ${seedOperation.body}`]),
    ...(at(answer, 'type') === 'array' && at(answer, 'items', '$ref') === schemaRef(seedOperation.answer)
      ? []
      : [`the answer is no list of ${seedOperation.answer}`]),
    ...(JSON.stringify(Object.fromEntries(limits)) === JSON.stringify(seedOperation.limits)
      ? []
      : [`the lists that are cut are ${JSON.stringify(limits)}`]),
    ...answerSchemas(bundle, seedOperation.answer).flatMap((name) =>
      [...properties(at(schemas, name))]
        .filter(([word, value]) => limitWords.includes(word) && !isKnownLimit(name, word, value))
        .map(([word]) => `${name} limits answers by ${word}`),
    ),
  ];
}

/** The two lists that the page cuts; that counts and times are not negative; and that a percentage is one. */
function isKnownLimit(schema: string, word: string, value: Json): boolean {
  if (word === 'maxItems') return schema === seedOperation.answer;
  if (word === 'maximum') return schema === 'MultiTaskMappingElement' && value === 100;
  return word === 'minimum' && value === 0;
}

interface Field {
  readonly schema: Json;
  readonly description: string;
  readonly required: boolean;
}

function fieldsOf(bundle: Json, { place }: SeedTable): Map<string, Field> {
  if ('in' in place) return place.in === 'header' ? tokenHeader(bundle) : pathParameters(bundle);
  const operation = at(bundle, 'paths', seedOperation.url, seedOperation.method);
  const schema =
    'status' in place
      ? at(follow(bundle, at(operation, 'responses', place.status)), 'content', 'application/json', 'schema')
      : at(bundle, 'components', 'schemas', place.schema);
  const fields = schemaFields(bundle, schema);
  const property = 'schema' in place ? place.property : undefined;
  return property ? schemaFields(bundle, fields.get(property)?.schema) : fields;
}

/** A schema's own properties and those of its parts; each with the description that a reader sees. */
function schemaFields(bundle: Json, value: Json | undefined): Map<string, Field> {
  const schema = follow(bundle, value);
  const own = entries(at(schema, 'properties')).map(([name, property]): [string, Field] => {
    const resolved = follow(bundle, property) ?? null;
    const required = items(at(schema, 'required')).includes(name);
    return [name, { schema: resolved, description: String(at(resolved, 'description') ?? ''), required }];
  });
  return new Map([...items(at(schema, 'allOf')).flatMap((part) => [...schemaFields(bundle, part)]), ...own]);
}

function pathParameters(bundle: Json): Map<string, Field> {
  const listed = items(at(bundle, 'paths', seedOperation.url, seedOperation.method, 'parameters'));
  const inPath = listed.map((value) => follow(bundle, value)).filter((parameter) => at(parameter, 'in') === 'path');
  return new Map(inPath.map((parameter) => [String(at(parameter, 'name')), parameterField(parameter)]));
}

function parameterField(parameter: Json | undefined): Field {
  return {
    schema: at(parameter, 'schema') ?? null,
    description: String(at(parameter, 'description') ?? ''),
    required: at(parameter, 'required') === true,
  };
}

/** The token is no parameter but a way to authenticate: mandatory in so far as no call goes without one or the other. */
function tokenHeader(bundle: Json): Map<string, Field> {
  const ways = items(at(bundle, 'security')).flatMap((way) => entries(way).map(([name]) => name));
  const schemes = ways.map((name) => at(bundle, 'components', 'securitySchemes', name));
  const inHeader = schemes.filter((scheme) => at(scheme, 'type') === 'apiKey' && at(scheme, 'in') === 'header');
  return new Map(
    inHeader.map((scheme) => [
      String(at(scheme, 'name')),
      { schema: { type: 'string' }, description: String(at(scheme, 'description') ?? ''), required: ways.length > 0 },
    ]),
  );
}

function typeFaults(schema: Json, row: SeedRow, nullable: boolean): string[] {
  const [, element] = /^Array of (\w+) objects$/.exec(row.type) ?? [];
  const expected = element ? { type: 'array' } : jsonTypes[row.type];
  if (!expected) throw new Error(`The seed's type ${row.type} has no JSON type.`);
  const types = [at(schema, 'type') ?? []].flat();
  const want = nullable ? [expected.type, 'null'] : [expected.type];
  return [
    ...(JSON.stringify(types) === JSON.stringify(want) ? [] : [`has type ${types.join(', ')} for ${row.type}`]),
    ...(expected.format && at(schema, 'format') !== expected.format ? [`has no format ${expected.format}`] : []),
    ...(element && at(schema, 'items', '$ref') !== schemaRef(element) ? [`is no list of ${element}`] : []),
    ...(row.values && JSON.stringify(at(schema, 'enum')) !== JSON.stringify(row.values) ? ['has other values'] : []),
  ];
}

/** Null, absent and empty mean the same in the body of init, at both its depths. */
function isRequestBody({ place }: SeedTable): boolean {
  return 'schema' in place && place.schema === seedOperation.body;
}

/** A schema and all that it refers to. */
function answerSchemas(bundle: Json, name: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const refs = [...properties(at(bundle, 'components', 'schemas', name))].filter(([key]) => key === '$ref');
  return [name, ...refs.flatMap(([, ref]) => answerSchemas(bundle, String(ref).split('/').at(-1)!, seen))];
}

function schemaRef(name: string): string {
  return `#/components/schemas/${name}`;
}

function follow(bundle: Json, value: Json | undefined): Json | undefined {
  const ref = at(value, '$ref');
  return typeof ref === 'string' ? follow(bundle, at(bundle, ...ref.slice(2).split('/'))) : value;
}
