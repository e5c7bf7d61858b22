/** The samples as the site shows them, each with the request that it must send and the answers that it may get. */
import { withCodeSamples } from '../src/build/code-samples.ts';
import { type Example, type OperationId, type Reference, readContract, resolve } from '../src/build/contract.ts';
import { operationExample } from '../src/build/operation-example.ts';

export interface Sampled {
  operationId: OperationId;
  summary: string;
  tag: string;
  method: string;
  path: string;
  body: unknown;
  typescript: string;
  curl: string;
  /** The example answers of success; empty where a success has no body. */
  answers: unknown[];
}

interface Described {
  summary: string;
  tags: [string];
  responses: Record<string, { content?: Record<string, { examples: Record<string, Example | Reference> }> }>;
}

/** Every operation of the contract. */
export async function readSamples(): Promise<Sampled[]> {
  const contract = await readContract();
  return Object.entries(withCodeSamples(contract).paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { summary, tags, responses } = operation as unknown as Described;
      const [typescript, curl] = operation['x-codeSamples']!;
      const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const examples = successes.flatMap(([, { content }]) =>
        Object.values(content?.['application/json']?.examples ?? {}),
      );
      return {
        operationId: operation.operationId,
        summary,
        tag: tags[0],
        method: method.toUpperCase(),
        path,
        body: operationExample(contract, path, method).body,
        typescript: typescript!.source,
        curl: curl!.source,
        answers: examples.map((example) => resolve<Example>(contract, example).value),
      };
    }),
  );
}
