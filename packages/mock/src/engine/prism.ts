/** Prism's own engine: it judges requests and answers against the contract, and makes answers from it. */

import type { Fault } from '@roma-fdi/types';
import { createInstance, getHttpOperationsFromSpec, resetJSONSchemaGenerator } from '@stoplight/prism-http';
import { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { Contract } from '../contract/contract.ts';
import type { Operation } from '../contract/operations.ts';
import type { Call } from '../front/call.ts';
import faker from './faker.ts';
import { type Diagnostic, toFaults } from './prism-faults.ts';
import { quiet } from './quiet-logger.ts';

/** Which of the documented answers is wanted. */
export interface Wanted {
  status: number;
  /** Key of an example; without one, the first example of the status. */
  example?: string | undefined;
  /** Given, the answer is made up from the schema; the same seed makes the same answer. */
  seed?: string | undefined;
}

export interface Made {
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Undefined for an answer without a body. */
  body: unknown;
}

export interface GivenAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed; undefined for none. */
  body: unknown;
}

export interface Engine {
  /** What is wrong with the parameters and the body of a request. */
  judgeRequest(call: Call): Fault[];
  /** What is wrong with an answer of a documented status. */
  judgeAnswer(operation: Operation, answer: GivenAnswer): Fault[];
  /** Makes a documented answer to a call. */
  answer(call: Call, wanted: Wanted): Promise<Made>;
}

const SETTINGS = {
  isProxy: false as const,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
};

/** Loads the contract into Prism. */
export async function createEngine(contract: Contract): Promise<Engine> {
  // Prism writes into the document while it resolves references.
  const resources = await getHttpOperationsFromSpec(withSafeIntegers(structuredClone(contract.document)));
  const byId = new Map(resources.map((resource) => [resource.iid, resource]));
  const prism = createInstance({ ...SETTINGS, mock: { dynamic: false } }, { logger: quiet });
  const resourceOf = ({ id }: Operation) => {
    const resource = byId.get(id);
    if (!resource) throw new Error(`Prism did not find the operation ${id}.`);
    return resource;
  };
  return {
    judgeRequest(call) {
      // The front has judged type and length; Prism would throw at a type that it cannot parse.
      const { 'content-type': _type, 'content-length': _length, ...headers } = call.headers;
      const element = { ...requestOf(call), headers: headers as Record<string, string>, body: call.body };
      return faultsOf(validateInput({ resource: resourceOf(call.operation), element }));
    },
    judgeAnswer(operation, { status, headers, body }) {
      return faultsOf(
        validateOutput({ resource: resourceOf(operation), element: { statusCode: status, headers, body } }),
      );
    },
    async answer(call, { status, example, seed }) {
      if (seed !== undefined) capFaker();
      const mock = {
        code: status,
        dynamic: seed !== undefined,
        ...(example !== undefined && { exampleKey: example }),
        ...(seed !== undefined && { seed }),
      };
      const result = await prism.request(requestOf(call), [resourceOf(call.operation)], { ...SETTINGS, mock })();
      if (result._tag === 'Left') throw result.left;
      const { headers = {}, body } = result.right.output;
      return { headers: lowerCase(headers), body };
    },
  };
}

/** JSON.parse rounds what is larger without a word, and Ajv takes 1e23 for an int64. */
function withSafeIntegers<T>(node: T): T {
  if (typeof node !== 'object' || node === null) return node;
  Object.values(node).forEach(withSafeIntegers);
  if ('format' in node && node.format === 'int64') {
    Object.assign(node, { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER, ...node });
  }
  return node;
}

type PrismMethod = 'get' | 'post' | 'put' | 'delete';

/** The path is written anew: Prism compares the parts between the parameters as they were sent, whatever is escaped in them. */
function requestOf({ operation, pathParameters, query }: Call) {
  const path = operation.template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(pathParameters[name] ?? ''),
  );
  return { method: operation.method.toLowerCase() as PrismMethod, url: { path, query: Object.fromEntries(query) } };
}

function faultsOf(verdict: { _tag: 'Left'; left: readonly Diagnostic[] } | { _tag: 'Right' }): Fault[] {
  return verdict._tag === 'Left' ? toFaults(verdict.left) : [];
}

/** Without a cap, nested arrays of up to a thousand entries fill the memory; without the rest, lists are empty or odd. */
function capFaker(): void {
  resetJSONSchemaGenerator();
  faker.JSONSchemaFaker.option({ minItems: 1, maxItems: 3, fillProperties: false });
}

function lowerCase(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
