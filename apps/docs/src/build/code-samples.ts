/** Gives every operation of the contract its samples in TypeScript and cURL, and the text that says how to run them. */
import { type Operation, readOperations } from '@roma-fdi/contract';
import { type ClientCall, clientCalls } from './client-calls.ts';
import type { Contract } from './contract.ts';
import { curlSample } from './curl-sample.ts';
import { operationExample } from './operation-example.ts';
import { selfHostedUrl } from './server-addresses.ts';
import { typescriptSample } from './typescript-sample.ts';

/** The same contract with `x-codeSamples` on every operation and a section about them in its description. */
export function withCodeSamples(contract: Contract): Contract {
  const sampled = structuredClone(contract);
  const url = selfHostedUrl(contract);
  const operations = readOperations(contract);
  for (const operation of operations) {
    const call: ClientCall = clientCalls[operation.operationId];
    const own = operationExample(operation);
    const example = { ...own, values: { ...instanceOf(operations), ...own.values } };
    sampled.paths[operation.path]![operation.method.toLowerCase()]!['x-codeSamples'] = [
      { lang: 'typescript', label: 'TypeScript', source: typescriptSample(call, example, url) },
      { lang: 'shell', label: 'cURL', source: curlSample(example, call.query ?? [], url) },
    ];
  }
  sampled.info.description += `\n${aboutSamples(url)}`;
  return sampled;
}

/** A client is of one instance, also where the path of the call names none: then it is that of the other operations. */
function instanceOf(operations: readonly Operation[]): Record<string, unknown> {
  const instance = operations.flatMap(({ parameters }) => parameters).find(({ name }) => name === 'instance_id');
  return { instance_id: instance?.example };
}

function aboutSamples(url: string): string {
  return `## Running the samples

Every operation shows how it is called: in TypeScript, with \`@roma-fdi/client\`, and as a cURL command. Both read from
the environment where to call and who calls:

\`\`\`sh
export FDI_URL=${url}
export FDI_TOKEN=...
\`\`\`

The IDs in the samples are those of one story that all examples tell. The mock knows them; elsewhere put your own.
`;
}
