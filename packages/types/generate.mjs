// Writes src/openapi.gen.ts from the contract: the types, and tables of what programs need of it while they run.
// With --check it writes nothing and fails when the file in git is not what the contract gives.
// The only place that needs TypeScript 5: openapi-typescript drives its JavaScript API, which TypeScript 7 does not have.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { parse } from 'yaml';

const bundle = fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.json'));
const contract = JSON.parse(await readFile(bundle, 'utf8'));
const errors = parse(await readFile(fileURLToPath(import.meta.resolve('@roma-fdi/spec/errors.yaml')), 'utf8'));

const ast = await openapiTS(pathToFileURL(bundle), {
  // A property that has a default is still optional in a request.
  defaultNonNullable: false,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  silent: true,
});

/** Under exactOptionalPropertyTypes too, a value that is undefined is the same as an absent one: JSON and URLs drop it. */
const optional = (node) => {
  const inner = ts.visitEachChild(node, optional, undefined);
  const { questionToken, modifiers, name, type } = inner;
  if (!ts.isPropertySignature(inner) || !questionToken || type.kind === ts.SyntaxKind.NeverKeyword) return inner;
  // No value: whether an operation takes a body is told by it.
  if (name.text === 'requestBody') return inner;
  const orUndefined = ts.factory.createUnionTypeNode([
    ...(ts.isUnionTypeNode(type) ? type.types : [type]),
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
  ]);
  return ts.factory.updatePropertySignature(inner, modifiers, name, questionToken, orUndefined);
};
const types = ast.map(optional);

const routes = {};
const timeouts = {};
const answerShapes = {};
const limits = {};
const idPatterns = {};
const repeatable = {};
for (const [path, item] of Object.entries(contract.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const { operationId, parameters, responses } = operation;
    const seconds = operation['x-client-timeout-seconds'] ?? contract['x-client-timeout-seconds'];
    const [, success] = Object.entries(responses).find(([status]) => status < 300);
    routes[operationId] = { method: method.toUpperCase(), path };
    timeouts[operationId] = seconds * 1000;
    repeatable[operationId] = method === 'post' ? (operation['x-repeatable'] ?? false) : true;
    answerShapes[operationId] = success.content ? shapeOf(success.content['application/json'].schema) : null;
    const schemas = parameters.map(follow).map(({ name, schema }) => [name, schema]);
    for (const { name, in: place, schema } of parameters.map(follow))
      if (place === 'path') idPatterns[name] = schema.pattern;
    addLimits(operationId, schemas, ['maxLength', 'maximum']);
  }
}
for (const [name, schema] of Object.entries(contract.components.schemas)) {
  // A schema that is made of parts states its own properties in one of them.
  const own = [schema, ...(schema.allOf ?? [])].flatMap(({ properties = {} }) => Object.entries(properties));
  addLimits(name, own, ['maxItems', 'x-max-items', 'x-max-length']);
}

const [failureHeader] = Object.values(contract.components.responses)
  .flatMap(({ headers }) => Object.entries(headers))
  .find(([, { $ref }]) => $ref === '#/components/headers/XFailure');
const failures = {};
for (const [name, { summary, value, ...rest }] of Object.entries(errors)) {
  failures[name] = {
    status: rest['x-status'],
    code: value.error_code,
    message: value.error_msg,
    meaning: summary,
    cause: rest['x-cause'],
    remedy: rest['x-remedy'],
    action: rest['x-action'],
  };
}

/** What a reference of the bundled document stands for; anything else as it is. */
function follow(node) {
  if (!node.$ref) return node;
  const [, ...keys] = node.$ref.split('/');
  return follow(keys.reduce((place, key) => place[key], contract));
}

/**
 * The part of a schema that code relies on: required fields, lists, and whole numbers, which may be too large for JavaScript.
 * Undefined where none of it is left, unless the value itself is needed.
 */
function shapeOf(node, needed = true) {
  const schema = follow(node);
  if (schema.type === 'array') {
    const items = shapeOf(schema.items, false);
    return { type: 'array', ...(items && { items }) };
  }
  if (schema.type === 'object' || schema.allOf) {
    const whole = [...(schema.allOf ?? []).map(follow), schema];
    const required = whole.flatMap((part) => part.required ?? []);
    const properties = {};
    for (const [name, property] of whole.flatMap((part) => Object.entries(part.properties ?? {}))) {
      const shape = shapeOf(property, required.includes(name));
      if (shape) properties[name] = shape;
    }
    if (!needed && Object.keys(properties).length === 0) return undefined;
    return { type: 'object', ...(required.length > 0 && { required }), properties };
  }
  return needed || schema.type === 'integer' ? { type: schema.type } : undefined;
}

/** Adds what these schemas state under the keywords, by the name of the operation or type that they belong to. */
function addLimits(owner, schemas, keywords) {
  const stated = schemas.flatMap(([name, schema]) =>
    keywords.filter((keyword) => keyword in schema).map((keyword) => [name, schema[keyword]]),
  );
  if (stated.length > 0) limits[owner] = Object.fromEntries(stated);
}

const literal = (value) => JSON.stringify(value, null, 2).replace(/"(\w+)":/g, '$1:');
/** The same with each short list and object on one line. */
const compact = (value) =>
  literal(value).replace(/([{[])\s+([^{}[\]]{1,80}?)\s+([}\]])/g, (_, ...[open, inside, close]) =>
    [open, inside.replace(/\s+/g, ' '), close].join(' '),
  );
const text = `// Generated from spec/ by \`npm run generate\`. Do not edit.
${astToString(types)}
/** Method and path of each operation, by its operationId. */
export const routes = ${literal(routes)} as const;

/** How long a caller waits for the whole answer of each operation, unless it says otherwise. Milliseconds. */
export const timeouts = ${literal(timeouts)} as const;

/** The part of an answer's JSON schema that code relies on. A field that is not required may be absent. */
export type AnswerShape =
  | { readonly type: 'string' | 'integer' | 'number' }
  | { readonly type: 'array'; readonly items?: AnswerShape }
  | {
      readonly type: 'object';
      readonly required?: readonly string[];
      readonly properties: { readonly [name: string]: AnswerShape };
    };

/** The shape of each operation's successful answer; null for one without a body. */
export const answerShapes: { readonly [Id in keyof operations]: AnswerShape | null } = ${compact(answerShapes)};

/**
 * Largest sizes that the contract states: entries of lists, characters of texts, values of numbers. By the type's name, or by the
 * operation's for its parameters. What bounds the fields of a request's body is the validator's.
 */
export const limits = ${compact(limits)} as const;

/**
 * Whether a call may be sent again where nobody knows what became of the first: once more is then the same as once. A name stands for
 * a property of the body that must be given for that.
 */
export const repeatable = ${literal(repeatable)} as const;

/** Regular expressions of the IDs in paths, by the names of their parameters. */
export const idPatterns = ${literal(idPatterns)} as const;

/** Where the API is served: URL templates with the values that their variables take. */
export const servers = ${literal(contract.servers)} as const;

/** Every failure that the contract knows, by its name: status, code, a general message, what it means, why, and what to do. */
export const failures = ${literal(failures)} as const;

/** Header of a failing answer in which a self-hosted server, and the mock, name the failure as the table above does. */
export const failureHeader = ${literal(failureHeader)};
`;

const target = new URL('src/openapi.gen.ts', import.meta.url);
if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    console.error(
      'packages/types/src/openapi.gen.ts does not fit the contract in spec/.\nRun `npm run generate` and commit the result with the change of spec/.',
    );
    process.exit(1);
  }
} else {
  await writeFile(target, text);
  console.log('Wrote packages/types/src/openapi.gen.ts: commit it with the change of spec/.');
}
