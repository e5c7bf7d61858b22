// Writes src/openapi.gen.ts from the contract: the types, the servers, the route of each operation, and the table of failures.
// With --check it writes nothing and fails when the file in git is not what the contract gives.
// The only place that needs TypeScript 5: openapi-typescript drives its JavaScript API, which TypeScript 7 does not have.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
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

const routes = {};
for (const [path, item] of Object.entries(contract.paths)) {
  for (const [method, { operationId }] of Object.entries(item))
    routes[operationId] = { method: method.toUpperCase(), path };
}

const failures = {};
for (const [name, { summary, value, ...rest }] of Object.entries(errors)) {
  failures[name] = {
    status: rest['x-status'],
    code: value.error_code,
    message: value.error_msg,
    meaning: summary,
    cause: rest['x-cause'],
    remedy: rest['x-remedy'],
  };
}

const literal = (value) => JSON.stringify(value, null, 2).replace(/"(\w+)":/g, '$1:');
const text = `// Generated from spec/ by \`npm run generate\`. Do not edit.
${astToString(ast)}
/** Method and path of each operation, by its operationId. */
export const routes = ${literal(routes)} as const;

/** Where the API is served: URL templates with the values that their variables take. */
export const servers = ${literal(contract.servers)} as const;

/** Every failure that the contract knows, by its name: status, code, a general message, what it means, why, and what to do. */
export const failures = ${literal(failures)} as const;
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
