/** The sample of an operation in TypeScript, for @roma-fdi/client. */
import type { ClientCall } from './client-calls.ts';
import { literal } from './literal.ts';
import type { OperationExample } from './operation-example.ts';

/** A whole module: it makes the client, calls the operation with the example's values and prints what matters. */
export function typescriptSample(call: ClientCall, example: OperationExample, url: string): string {
  const { values, body } = example;
  const options = Object.fromEntries(call.query.map((name) => [name, values[name]]));
  const args = call.path.map((name) => literal(values[name]));
  if (body !== undefined) args.push(literal(body));
  else if (call.query.length > 0) args.push(literal(options));
  const invocation = `await fdi.${call.method}(${args.join(', ')});`;
  const { answer } = call;
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
