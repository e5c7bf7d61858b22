/** The one reader of the bundled document. */
/// <reference path="./openapi-json.d.ts" />
import bundled from '@roma-fdi/spec/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from './document.ts';
import { type Operation, readOperations } from './operations.ts';
import { createRouter, type Router } from './router.ts';

export interface Contract {
  readonly document: OpenApiDocument;
  readonly operations: readonly Operation[];
  readonly route: Router;
  /** Of request line and headers in all. */
  readonly maxHeaderBytes: number;
  /** Of path and query together. */
  readonly maxTargetCharacters: number;
  /** The fields of a data source's content that answers may show; all others are secret. */
  readonly openContentFields: ReadonlySet<string>;
}

const defaultHeaderBytes = 65_536;
const defaultTargetCharacters = 8_192;

/** Reads a bundled OpenAPI document; without one, the contract itself. */
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
    maxHeaderBytes: openapi['x-max-header-bytes'] ?? defaultHeaderBytes,
    maxTargetCharacters: openapi['x-max-target-characters'] ?? defaultTargetCharacters,
    openContentFields: new Set(Object.keys(openapi.components?.schemas?.['Content']?.properties ?? {})),
  };
}

/** The operation with an ID; throws where the contract has none, listing those that it has. */
export function operationOf({ operations }: Contract, id: string): Operation {
  const operation = operations.find(({ operationId }) => operationId === id);
  if (operation) return operation;
  const known = operations.map(({ operationId }) => operationId).join(', ');
  throw new RangeError(`The contract has no operation ${id}; it has ${known}.`);
}
