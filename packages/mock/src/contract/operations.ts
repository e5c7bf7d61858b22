/** The operations of the contract: what each takes, what it may answer, and its examples by name. */
import { follow, type OpenApiDocument, type OpenApiOperation, type Schema } from './document.ts';

/** Examples by the key under which they stand, in the document's order. */
export type Examples = ReadonlyMap<string, unknown>;

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
  examples: Examples;
  /** The value to use where any will do. */
  example: unknown;
}

export interface DocumentedAnswer {
  content: boolean;
  examples: Examples;
  /** Names of the described headers, in lower case. */
  headers: readonly string[];
}

export interface Operation {
  id: string;
  /** In upper case. */
  method: string;
  /** The path with its parameters in braces. */
  template: string;
  parameters: Parameter[];
  /** What the body may be; absent where the operation takes none. */
  body?: { required: boolean; schema: Schema; examples: Examples };
  /** Bytes that a body may have, also one that the operation will refuse. */
  bodyLimit: number;
  /** By status; without content an answer has no examples and no body. */
  answers: ReadonlyMap<number, DocumentedAnswer>;
}

const MEDIA_TYPE = 'application/json';
const DEFAULT_BODY_LIMIT = 65_536;

/** Reads all operations of a bundled document. */
export function readOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId !== undefined)
      .map(([method, operation]) => readOperation(document, method, template, operation)),
  );
}

function readOperation(
  document: OpenApiDocument,
  method: string,
  template: string,
  operation: OpenApiOperation,
): Operation {
  const body = follow<RequestBody | undefined>(document, operation.requestBody);
  const content = body?.content[MEDIA_TYPE];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    template,
    parameters: (operation.parameters ?? []).map((parameter) => readParameter(document, parameter)),
    ...(body && {
      body: {
        required: body.required ?? false,
        schema: follow<Schema>(document, content?.schema ?? {}),
        examples: readExamples(document, content?.examples),
      },
    }),
    bodyLimit: body?.['x-max-body-bytes'] ?? document['x-max-body-bytes'] ?? DEFAULT_BODY_LIMIT,
    answers: new Map(
      Object.entries(operation.responses).map(([status, node]) => {
        const { content, headers = {} } = follow<Response>(document, node);
        const media = content?.[MEDIA_TYPE];
        const answer = {
          content: media !== undefined,
          examples: readExamples(document, media?.examples),
          headers: Object.keys(headers).map((name) => name.toLowerCase()),
        };
        return [Number(status), answer];
      }),
    ),
  };
}

function readParameter(document: OpenApiDocument, node: unknown): Parameter {
  const parameter = follow<WrittenParameter>(document, node);
  const examples = readExamples(document, parameter.examples);
  return {
    name: parameter.name,
    in: parameter.in,
    schema: follow<Schema>(document, parameter.schema ?? {}),
    examples,
    example: parameter.example ?? [...examples.values()][0],
  };
}

function readExamples(document: OpenApiDocument, examples: Record<string, unknown> = {}): Examples {
  return new Map(
    Object.entries(examples).map(([name, node]) => [name, follow<{ value: unknown }>(document, node).value]),
  );
}

interface MediaType {
  schema?: unknown;
  examples?: Record<string, unknown>;
}
interface RequestBody {
  required?: boolean;
  content: Record<string, MediaType>;
  'x-max-body-bytes'?: number;
}
interface Response {
  content?: Record<string, MediaType>;
  headers?: Record<string, unknown>;
}
interface WrittenParameter {
  name: string;
  in: Parameter['in'];
  schema?: unknown;
  example?: unknown;
  examples?: Record<string, unknown>;
}
