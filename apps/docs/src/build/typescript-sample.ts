/** The sample of an operation in TypeScript, for @roma-fdi/client. */
import type { ClientCall } from './client-calls.ts';
import { literal } from './literal.ts';
import type { OperationExample } from './operation-example.ts';

/** Path parameters that belong to the client as a whole. */
const ofClient = ['project_id', 'instance_id'];

/** A whole module: it makes the client, calls the operation with the example's values and prints what matters. */
export function typescriptSample(call: ClientCall, example: OperationExample, url: string): string {
  const { path, values, body } = example;
  const { method, query = [], answer } = call;
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  const args = names.filter((name) => !ofClient.includes(name)).map((name) => literal(values[name]));
  if (body !== undefined) args.push(literal(body));
  else if (query.length > 0) args.push(literal(Object.fromEntries(query.map((name) => [name, values[name]]))));
  const invocation = `await fdi.${method}(${args.join(', ')});`;
  return `import { createFdiClient } from '@roma-fdi/client';

const {
  FDI_URL = ${literal(url)},
  FDI_TOKEN = '',
} = process.env;

const fdi = createFdiClient({
  baseUrl: FDI_URL,
  projectId: ${literal(values['project_id'])},
  instanceId: ${literal(values['instance_id'])},
  credentials: FDI_TOKEN,
});

${answer ? `const ${answer.name} = ${invocation}\nconsole.log(${answer.print});` : invocation}
`;
}
