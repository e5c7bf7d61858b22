/** The parts of an OpenAPI document that are read here, and how a reference in it is followed. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly [section: string]: unknown;
  };
  readonly 'x-pattern-words'?: Readonly<Record<string, string>>;
  readonly 'x-max-header-bytes'?: number;
  readonly 'x-max-target-characters'?: number;
  readonly 'x-max-body-bytes'?: number;
}

/** One operation as it is written; its parts may be references. */
export interface OpenApiOperation {
  readonly operationId?: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-query-schema'?: object;
}

/** A JSON schema, as far as anything but the validator looks into one. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly allOf?: readonly unknown[];
}

interface Reference {
  readonly $ref: string;
}

/** What a JSON pointer leads to, references followed to their end; and the pointer to that very place. */
export interface Place<T> {
  readonly pointer: string;
  readonly value: T;
}

/** @param pointer of which the last step alone may lead to a reference */
export function placeAt<T>(document: object, pointer: string): Place<T> {
  let value: unknown = document;
  for (const key of pointer.split('/').slice(1)) value = (value as Record<string, unknown> | undefined)?.[keyOf(key)];
  return isReference(value) ? placeOf(document, value) : { pointer, value: value as T };
}

/** The value that `node` is, or to which it refers. */
export function follow<T>(document: object, node: unknown): T {
  return isReference(node) ? placeOf<T>(document, node).value : (node as T);
}

function placeOf<T>(document: object, { $ref }: Reference): Place<T> {
  const place = placeAt<T>(document, decodeURIComponent($ref.slice(1)));
  if (place.value === undefined) throw new Error(`The document has nothing at ${$ref}.`);
  return place;
}

/** One step of a JSON pointer. */
export const pointerStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const keyOf = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function isReference(node: unknown): node is Reference {
  return typeof node === 'object' && node !== null && '$ref' in node;
}
