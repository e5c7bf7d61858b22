/** The parts of an OpenAPI document that the mock reads, and how a reference in it is followed. */
export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, OpenApiOperation>>;
  components?: Record<string, Record<string, unknown>>;
  security?: Record<string, string[]>[];
  'x-max-header-bytes'?: number;
  'x-max-target-characters'?: number;
  'x-max-body-bytes'?: number;
}

/** One operation as it is written; its parts may be references. */
export interface OpenApiOperation {
  operationId: string;
  parameters?: unknown[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
  security?: Record<string, string[]>[];
}

/** A JSON schema, as far as the mock looks into one itself. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  default?: unknown;
  properties?: Record<string, unknown>;
  allOf?: unknown[];
}

/** Follows the references that `node` is, within the document; `undefined` stays so. */
export function follow<T>(document: OpenApiDocument, node: unknown): T {
  let at = node;
  while (isReference(at)) {
    at = at.$ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[unescapePointer(key)], document);
  }
  return at as T;
}

function isReference(node: unknown): node is { $ref: string } {
  return typeof node === 'object' && node !== null && '$ref' in node;
}

function unescapePointer(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
