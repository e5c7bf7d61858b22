/** Holds requests, and in tests answers too, to the schemas of the bundled document itself. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OperationId, TypedRequest } from '../operations/operations.ts';
import type { Contract, Operation } from './document.ts';
import { type Fault, faultsOf, type Place } from './fault.ts';
import { typed } from './typed-parameters.ts';

/** A request as it came: everything that stands in a URL is text. */
export interface RawRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Undefined where there is none. */
  readonly body: unknown;
}

export type CheckedRequest =
  | { readonly fits: true; readonly request: TypedRequest }
  | { readonly fits: false; readonly faults: readonly Fault[] };

export interface Validator {
  checkRequest(id: OperationId, request: RawRequest): CheckedRequest;
  /** What is wrong with an answer, in a sentence; undefined where it keeps the contract. */
  checkAnswer(id: OperationId, status: number, body: unknown): string | undefined;
}

const documentId = 'contract.json';

export function createValidator(contract: Contract): Validator {
  // Every fault is collected, since the answer counts them; bodies are small. The document is no schema, hence not strict.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false, verbose: true });
  formats.default(ajv);
  ajv.addSchema({ $id: documentId, ...contract.document });
  const at = (pointer: string): object => ({ $ref: `${documentId}#${encodeURI(pointer)}` });

  const checks = new Map(
    contract.operations.map((operation) => [
      operation.operationId,
      {
        operation,
        path: ajv.compile(parametersSchema(operation, 'path', at)),
        query: ajv.compile(parametersSchema(operation, 'query', at)),
        body: operation.body && ajv.compile(at(operation.body.pointer)),
        answers: new Map<number, ValidateFunction | undefined>(
          [...operation.answers].map(([status, pointer]) => [status, pointer ? ajv.compile(at(pointer)) : undefined]),
        ),
      },
    ]),
  );
  const checksOf = (id: OperationId) => {
    const found = checks.get(id);
    if (!found) throw new Error(`The contract has no operation ${id}.`);
    return found;
  };

  return {
    checkRequest(id, raw) {
      const { operation, path, query, body } = checksOf(id);
      const request: TypedRequest = {
        path: raw.path,
        query: typed(
          raw.query,
          operation.parameters.map(({ parameter }) => parameter),
        ),
        body: raw.body,
      };
      const faults = [...failed(path, request.path, 'path'), ...failed(query, request.query, 'query')];
      if (request.body !== undefined) {
        if (body) faults.push(...failed(body, request.body, 'body'));
      } else if (operation.body?.required) {
        faults.push({ place: 'The body', expected: 'is required' });
      }
      return faults.length === 0 ? { fits: true, request } : { fits: false, faults };
    },

    checkAnswer(id, status, answer) {
      const { answers } = checksOf(id);
      if (!answers.has(status)) return `${id} does not document the status ${status}.`;
      const check = answers.get(status);
      if (!check) return answer === undefined ? undefined : `${id} documents no body for the status ${status}.`;
      if (check(answer)) return undefined;
      return `${id} ${status}: ${ajv.errorsText(check.errors, { dataVar: 'answer' })}`;
    },
  };
}

function failed(check: ValidateFunction, value: unknown, place: Place): readonly Fault[] {
  return check(value) ? [] : faultsOf(check.errors as ErrorObject[], place);
}

function parametersSchema(operation: Operation, place: 'path' | 'query', at: (pointer: string) => object): object {
  const own = operation.parameters.filter(({ parameter }) => parameter.in === place);
  return {
    type: 'object',
    properties: Object.fromEntries(own.map(({ parameter, pointer }) => [parameter.name, at(pointer)])),
    required: own.filter(({ parameter }) => parameter.required).map(({ parameter }) => parameter.name),
  };
}
