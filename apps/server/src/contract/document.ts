/** The bundled contract as data, and how to follow its references. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OperationId } from '../operations/operations.ts';

/** What this server reads of a JSON schema; the rest is the validator's. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly operationId: OperationId;
  readonly method: string;
  /** Template with `{parameters}`. */
  readonly path: string;
  readonly parameters: readonly { readonly pointer: string; readonly parameter: Parameter }[];
  readonly body: { readonly pointer: string; readonly required: boolean } | undefined;
  /** In bytes; for an operation without a body, how much is read and thrown away. */
  readonly maxBodyBytes: number;
  /** JSON pointer of the schema of each documented answer; undefined for one without a body. */
  readonly answers: ReadonlyMap<number, string | undefined>;
}

export interface Contract {
  readonly document: object;
  readonly maxHeaderBytes: number;
  /** Of path and query together. */
  readonly maxTargetCharacters: number;
  readonly operations: readonly Operation[];
  /** The fields of a data source's content that answers may show; all others are secret. */
  readonly openContentFields: ReadonlySet<string>;
}

const jsonBody = '/content/application~1json/schema';

export function readContract(): Contract {
  const file = createRequire(import.meta.url).resolve('@roma-fdi/spec/openapi.json');
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries<Record<string, RawOperation>>(document.paths)) {
    for (const [method, raw] of Object.entries(item)) {
      const at = `/paths/${pointerKey(path)}/${method}`;
      operations.push({
        operationId: raw.operationId,
        method: method.toUpperCase(),
        path,
        parameters: (raw.parameters ?? []).map((_, index) => {
          const pointer = follow(document, `${at}/parameters/${index}`);
          return { pointer: `${pointer}/schema`, parameter: lookUp(document, pointer) as Parameter };
        }),
        body: raw.requestBody && {
          pointer: `${at}/requestBody${jsonBody}`,
          required: raw.requestBody.required ?? false,
        },
        maxBodyBytes: raw.requestBody?.['x-max-body-bytes'] ?? document['x-max-body-bytes'],
        answers: new Map(
          Object.keys(raw.responses).map((status) => {
            const pointer = follow(document, `${at}/responses/${status}`);
            const answer = lookUp(document, pointer) as { content?: object };
            return [Number(status), answer.content && `${pointer}${jsonBody}`];
          }),
        ),
      });
    }
  }
  return {
    document,
    maxHeaderBytes: document['x-max-header-bytes'],
    maxTargetCharacters: document['x-max-target-characters'],
    operations,
    openContentFields: new Set(Object.keys(document.components.schemas.Content.properties)),
  };
}

interface RawOperation {
  operationId: OperationId;
  parameters?: unknown[];
  requestBody?: { required?: boolean; 'x-max-body-bytes'?: number };
  responses: Record<string, unknown>;
}

const pointerKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const keyOfPointer = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

function lookUp(document: object, pointer: string): unknown {
  let node: unknown = document;
  for (const key of pointer.split('/').slice(1)) node = (node as Record<string, unknown>)[keyOfPointer(key)];
  return node;
}

/** The pointer that a pointer to a reference stands for, else the pointer itself. */
function follow(document: object, pointer: string): string {
  const node = lookUp(document, pointer) as { $ref?: string };
  return node.$ref ? follow(document, node.$ref.slice(1)) : pointer;
}
