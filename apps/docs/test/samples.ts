/** The samples as the site shows them, each with the request that it must send and the answers that it may get. */
import { type OperationId, operationOf, readContract } from '@roma-fdi/contract';
import { withCodeSamples } from '../src/build/code-samples.ts';
import { contract } from '../src/build/contract.ts';
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
  /** The status of success; every operation has one. */
  success: number;
  /** The example answers of success; empty where a success has no body. */
  answers: unknown[];
}

interface Described {
  summary: string;
  tags: [string];
}

/** Every operation of the contract. */
export async function readSamples(): Promise<Sampled[]> {
  return Object.entries(withCodeSamples(contract).paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, shown]) => {
      const { summary, tags } = shown as unknown as Described;
      const [typescript, curl] = shown['x-codeSamples']!;
      const operation = operationOf(readContract(), shown.operationId);
      const [success, ...others] = [...operation.answers.keys()].filter((status) => status < 300);
      if (success === undefined || others.length > 0)
        throw new Error(`${shown.operationId} has several ways to succeed.`);
      return {
        operationId: operation.operationId,
        summary,
        tag: tags[0],
        method: method.toUpperCase(),
        path,
        body: operationExample(operation).body,
        typescript: typescript!.source,
        curl: curl!.source,
        success,
        answers: [...operation.answers.get(success)!.examples.values()],
      };
    }),
  );
}
