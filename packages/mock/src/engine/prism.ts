/** Prism's own engine: it makes answers from the contract. */
import { type Contract, type Operation, withSafeIntegers } from '@roma-fdi/contract';
import { createInstance, getHttpOperationsFromSpec, resetJSONSchemaGenerator } from '@stoplight/prism-http';
import type { Call } from '../front/call.ts';
import faker from './faker.ts';
import { quiet } from './quiet-logger.ts';
import { sliceOf } from './slice.ts';

/** Which of the documented answers is wanted. */
export interface Wanted {
  status: number;
  /** Key of an example; without one, the first example of the status. */
  example?: string | undefined;
  /** Given, the answer is made up from the schema; the same seed makes the same answer. */
  seed?: string | undefined;
}

/** As much of a call as Prism looks at. */
export type Asked = Pick<Call, 'operation' | 'pathParameters' | 'query'>;

export interface Made {
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Undefined for an answer without a body. */
  body: unknown;
}

export interface Engine {
  /** Makes a documented answer to a call. */
  answer(call: Asked, wanted: Wanted): Promise<Made>;
}

const settings = {
  isProxy: false as const,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
};

type Resource = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** Loads the contract into Prism, each operation when it is first answered. */
export function createEngine({ document }: Contract): Engine {
  const prism = createInstance({ ...settings, mock: { dynamic: false } }, { logger: quiet });
  const resources = new Map<Operation, Promise<Resource>>();
  const load = async (operation: Operation): Promise<Resource> => {
    // A copy, since Prism writes into the document while it resolves references.
    const found = await getHttpOperationsFromSpec(withSafeIntegers(sliceOf(document, operation)));
    const resource = found.find(({ iid }) => iid === operation.operationId);
    if (!resource) throw new Error(`Prism did not find the operation ${operation.operationId}.`);
    return resource;
  };
  const resourceOf = (operation: Operation): Promise<Resource> => {
    const loading = resources.get(operation) ?? load(operation);
    resources.set(operation, loading);
    return loading;
  };
  /** Prism looks for a status as it is written: it is given the one answer under the status that is wanted. */
  const offering = async ({ operation }: Asked, status: number): Promise<Resource> => {
    const resource = await resourceOf(operation);
    const digit = Math.floor(status / 100);
    const written = [String(status), `${digit}XX`, 'default'];
    const response = written.map((key) => resource.responses.find(({ code }) => code === key)).find(Boolean);
    if (!response) throw new Error(`Prism did not find ${status} of the operation ${operation.operationId}.`);
    return { ...resource, responses: [{ ...response, code: String(status) }] as Resource['responses'] };
  };
  return {
    async answer(call, { status, example, seed }) {
      const offered = await offering(call, status);
      if (seed !== undefined) capFaker();
      const mock = {
        code: status,
        dynamic: seed !== undefined,
        ...(example !== undefined && { exampleKey: example }),
        ...(seed !== undefined && { seed }),
      };
      const result = await prism.request(requestOf(call), [offered], { ...settings, mock })();
      if (result._tag === 'Left') throw result.left;
      const { headers = {}, body } = result.right.output;
      return { headers: lowerCase(headers), body };
    },
  };
}

type PrismMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The path is written anew: Prism compares the parts between the parameters as they were sent, whatever is escaped in them. */
function requestOf({ operation, pathParameters, query }: Asked) {
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(pathParameters[name] ?? ''),
  );
  return { method: operation.method.toLowerCase() as PrismMethod, url: { path, query } };
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
