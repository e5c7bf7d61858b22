/** The contract, ready for use: its operations, how a path finds them, and the limit on headers. */
import bundled from '@roma-fdi/spec/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from './document.ts';
import { type Operation, readOperations } from './operations.ts';
import { createRouter, type Route } from './routes.ts';

export interface Contract {
  document: OpenApiDocument;
  operations: readonly Operation[];
  /** Finds the operations of a path, given as decoded segments. */
  route(segments: readonly string[]): Route | undefined;
  /** Bytes that request line and headers may have in all. */
  headerLimit: number;
  /** Characters that path and query may have together. */
  targetLimit: number;
}

const DEFAULT_HEADER_LIMIT = 65_536;
const DEFAULT_TARGET_LIMIT = 8_192;

/** Reads a bundled OpenAPI document; without one, the contract of this package. */
export function readContract(document: object = bundled): Contract {
  const openapi = document as OpenApiDocument;
  if (typeof openapi.openapi !== 'string' || !openapi.paths) {
    throw new TypeError(
      'The document is not an OpenAPI document: give the parsed and bundled object, with `openapi` and `paths`.',
    );
  }
  const operations = readOperations(openapi);
  return {
    document: openapi,
    operations,
    route: createRouter(operations),
    headerLimit: openapi['x-max-header-bytes'] ?? DEFAULT_HEADER_LIMIT,
    targetLimit: openapi['x-max-target-characters'] ?? DEFAULT_TARGET_LIMIT,
  };
}

/** The operation with an ID; throws where the contract has none, listing those that it has. */
export function operationOf(contract: Contract, operationId: string): Operation {
  const operation = contract.operations.find(({ id }) => id === operationId);
  if (operation) return operation;
  const known = contract.operations.map(({ id }) => id).join(', ');
  throw new RangeError(`The contract has no operation ${operationId}; it has ${known}.`);
}
