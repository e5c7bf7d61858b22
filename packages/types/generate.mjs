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
const operations = {};
const limits = {};
const idPatterns = {};
/** The code that checks each schema of an answer, by the name of its function. */
const checks = new Map();
const answerExamples = {};
const answerFailures = {};
for (const [path, item] of Object.entries(contract.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const { operationId, parameters, responses } = operation;
    const seconds = operation['x-client-timeout-seconds'] ?? contract['x-client-timeout-seconds'];
    const [, success] = Object.entries(responses).find(([status]) => status < 300);
    routes[operationId] = { method: method.toUpperCase(), path };
    timeouts[operationId] = seconds * 1000;
    operations[operationId] = {
      id: operationId,
      ...routes[operationId],
      timeout: timeouts[operationId],
      repeatable: method === 'post' ? (operation['x-repeatable'] ?? false) : true,
      check: success.content && checkOf(success.content['application/json'].schema, pascal(operationId)),
    };
    for (const { name, in: place, schema } of parameters.map(follow)) {
      // The client puts values into addresses as they are.
      if (['array', 'object'].includes(follow(schema).type))
        throw new Error(`The ${place} parameter ${name} has no one value.`);
    }
    const documented = Object.entries(responses).map(([status, response]) => [status, examplesOf(response)]);
    answerExamples[operationId] = Object.fromEntries(
      documented.map(([status, examples]) => [status, Object.keys(examples)]),
    );
    answerFailures[operationId] = documented.flatMap(([, examples]) => failuresAmong(Object.values(examples)));
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
const failureKinds = Object.fromEntries(
  Object.entries(failures).map(([name, { status, code, action }]) => [name, [status, code, action]]),
);
/** Status and code of the failures that ask for an action; a code that asks for several is left out. */
const failuresOf = (action) => {
  const all = Object.values(failureKinds).map(([status, code, asked]) => ({ failure: `${status} ${code}`, asked }));
  const isSure = ({ failure }) => all.every((other) => other.failure !== failure || other.asked === action);
  return [...new Set(all.filter(isSure).map(({ failure }) => failure))];
};
const passingFailures = failuresOf('try-again');
const { Content, ContentWithSecrets } = contract.components.schemas;
const namesIn = ({ properties = {}, allOf = [] }) => [...Object.keys(properties), ...allOf.flatMap(namesIn)];
/** What a data source takes and no answer shows. */
const secretFields = namesIn(ContentWithSecrets).filter((name) => !(name in Content.properties));
if (secretFields.length === 0) throw new Error('ContentWithSecrets has no field that Content lacks.');
for (const [path, item] of Object.entries(contract.paths)) {
  if (!item.delete) continue;
  const named = Object.values(item.delete.responses).flatMap((response) =>
    Object.values(follow(response).content?.['application/json']?.examples ?? {}).map(({ $ref }) =>
      $ref.split('/').at(-1),
    ),
  );
  const missing = named.filter((name) => failures[name]?.action === 'check-reference');
  operations[item.delete.operationId].gone = {
    id: /\{(\w+)\}$/.exec(path)[1],
    failures: missing.map((name) => failureKinds[name].slice(0, 2).join(' ')),
  };
}
const failureWords = Object.fromEntries(
  Object.entries(failures).map(([name, { meaning, remedy }]) => [name, { meaning, remedy }]),
);
const [pathRoot, ...otherRoots] = new Set(Object.keys(contract.paths).map((path) => path.split('{', 1)[0]));
if (otherRoots.length > 0) throw new Error(`Not all paths begin with ${pathRoot}: ${otherRoots.join(', ')}.`);

/** What a reference of the bundled document stands for; anything else as it is. */
function follow(node) {
  if (!node.$ref) return node;
  const [, ...keys] = node.$ref.split('/');
  return follow(keys.reduce((place, key) => place[key], contract));
}

/** The named examples of a response, as they are written. */
function examplesOf(response) {
  return follow(response).content?.['application/json'].examples ?? {};
}

/** An example that is a failure stands in the bundle as the component of its name. */
function failuresAmong(examples) {
  return examples.map(({ $ref = '' }) => $ref.split('/').at(-1)).filter((name) => name in errors);
}

/**
 * What checks a value of this schema: the name of a function, or the code of one where it is a list. What the answer's type promises is
 * checked and no more: patterns, limits and the values of enumerations are the server's.
 *
 * @param owner names the function of a schema that has no name
 */
function checkOf(node, owner) {
  const schema = follow(node);
  const [type = 'object'] = [schema.type ?? []].flat();
  if (type === 'array')
    return `(value, holder, key, isNeeded) => ${checkCall(node, owner, 'value, holder, key', 'isNeeded')}`;
  if (type !== 'object') return type;
  const name = node.$ref?.split('/').at(-1) ?? owner;
  const check = `check${name}`;
  if (!checks.has(check)) {
    // Its place first, so that a schema may hold itself.
    checks.set(check, undefined);
    checks.set(check, objectCheck(check, schema, name));
  }
  return check;
}

/** The call that checks the value at a place, and whether it must be there. */
function checkCall(node, owner, place, isNeeded) {
  const { type, items } = follow(node);
  const [check, ...item] = type === 'array' ? ['list', checkOf(items, owner)] : [checkOf(node, owner)];
  return `${check}(${[place, ...item, ...(isNeeded ? [isNeeded] : [])].join(', ')})`;
}

function objectCheck(check, schema, name) {
  const { allOf = [] } = schema;
  const parts = allOf.filter(({ $ref }) => $ref).map((part) => checkCall(part, name, 'value, holder, key', 'isNeeded'));
  const fields = [schema, ...allOf.filter(({ $ref }) => !$ref)].flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([field, property]) => {
      // What may be null is absent then.
      const isNeeded = required.includes(field) && ![follow(property).type].flat().includes('null');
      return checkCall(property, name + pascal(field), `value['${field}'], value, '${field}'`, isNeeded);
    }),
  );
  const lines = [...parts, ...fields].map((line) => `  ${line};\n`).join('');
  return `const ${check}: Check = (value, holder, key, isNeeded) => {
  if (!object(value, holder, key, isNeeded)) return;
${lines}};
`;
}

function pascal(name) {
  return name.replace(/(?:^|_)(\w)/g, (_, first) => first.toUpperCase());
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
const constants = Object.entries(operations).map(
  ([id, operation]) => `export const ${id}: Operation<'${id}'> = ${operationLiteral(operation)};`,
);

function operationLiteral({ check, ...facts }) {
  return literal(facts).replace(/\n\}$/, `,\n  check: ${check ?? 'undefined'}\n}`);
}

const union = (names) => (names.length === 0 ? 'never' : names.map((name) => JSON.stringify(name)).join(' | '));
const members = (entries, indent, typeOf) =>
  Object.entries(entries)
    .map(([name, entry]) => `${indent}readonly ${name}: ${typeOf(entry)};\n`)
    .join('');
const text = `// Generated from spec/ by \`npm run generate\`. Do not edit.
import { boolean, type Check, integer, list, number, object, string } from './checks.ts';
import type { Operation } from './operation.ts';
${astToString(types)}
/** Method and path of each operation, by its operationId. */
export const routes = ${literal(routes)} as const;

/** How long a caller waits for the whole answer of each operation, unless it says otherwise. Milliseconds. */
export const timeouts = ${literal(timeouts)} as const;

/**
 * Largest sizes that the contract states: entries of lists, characters of texts, values of numbers. By the type's name, or by the
 * operation's for its parameters. What bounds the fields of a request's body is the validator's.
 */
export const limits = ${compact(limits)} as const;

/** Names of the documented examples of each operation's answers, by status; never for an answer without a body. */
export interface AnswerExamples {
${members(answerExamples, '  ', (statuses) => `{\n${members(statuses, '    ', union)}  }`)}}

/** Names of the failures that each operation documents. */
export interface AnswerFailures {
${members(answerFailures, '  ', union)}}

/** Regular expressions of the IDs in paths, by the names of their parameters. */
export const idPatterns = ${literal(idPatterns)} as const;

/** Where the API is served: URL templates with the values that their variables take. */
export const servers = ${literal(contract.servers)} as const;

/** Every failure that the contract knows, by its name: status, code, a general message, what it means, why, and what to do. */
export const failures = ${literal(failures)} as const;

/** Status, code and action of each failure: what programs go by, without the words for people. */
export const failureKinds = ${compact(failureKinds)} as const;

/** What each failure means and what to do: the words for people, without the rest of the table above. */
export const failureWords = ${literal(failureWords)} as const;

/** Status and code of the failures with which nothing was done, and after which the same call may succeed. */
export const passingFailures: readonly string[] = ${compact(passingFailures)};

/** The fields of a data source's content that are secrets: no answer shows them. */
export const secretFields: readonly string[] = ${compact(secretFields)};

/** What every path of the contract begins with. */
export const pathRoot = ${literal(pathRoot)};

/** Header of a failing answer in which a self-hosted server, and the mock, name the failure as the table above does. */
export const failureHeader = ${literal(failureHeader)};

${[...checks.values()].join('\n')}
${constants.join('\n\n')}
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
