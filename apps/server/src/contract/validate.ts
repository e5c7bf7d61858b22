/** Holds requests, and in tests answers too, to the schemas of the bundled document itself. */
import { type Fault, faultMessage } from '@roma-fdi/types';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OperationId, TypedRequest } from '../operations/operations.ts';
import type { Contract, Operation, Parameter } from './document.ts';
import { typed } from './typed-parameters.ts';

/** A request as it came: everything that stands in a URL is text. */
export interface RawRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Undefined where there is none; anything else where the operation takes none and one came. */
  readonly body: unknown;
}

export type CheckedRequest =
  | { readonly fits: true; readonly request: TypedRequest }
  /** The message names the place of the first fault and what was expected there, and never repeats the value. */
  | { readonly fits: false; readonly message: string };

export interface Validator {
  checkRequest(id: OperationId, request: RawRequest): CheckedRequest;
  /** What is wrong with an answer, in a sentence; undefined where it keeps the contract. */
  checkAnswer(id: OperationId, status: number, body: unknown): string | undefined;
}

const documentId = 'contract.json';

export function createValidator(contract: Contract): Validator {
  // Every fault is collected, since the answer counts them; bodies are small. The document is no schema, hence not strict.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema({ $id: documentId, ...contract.document });
  const at = (pointer: string): object => ({ $ref: `${documentId}#${encodeURI(pointer)}` });

  const checks = new Map(
    contract.operations.map((operation) => [
      operation.operationId,
      {
        parameters: operation.parameters.map(({ parameter }) => parameter),
        needsBody: operation.body?.required ?? false,
        path: ajv.compile(parametersSchema(operation, 'path', at)),
        query: ajv.compile(parametersSchema(operation, 'query', at)),
        body: operation.body && ajv.compile(at(operation.body.pointer)),
        answers: operation.answers,
      },
    ]),
  );
  const checksOf = (id: OperationId) => {
    const found = checks.get(id);
    if (!found) throw new Error(`The contract has no operation ${id}.`);
    return found;
  };

  return {
    checkRequest(id, { path, query, body }) {
      const checksOfThis = checksOf(id);
      const request: TypedRequest = { path, query: typed(query, checksOfThis.parameters), body };
      const faults = [
        ...faultsOf('path', checksOfThis.path, path),
        ...faultsOf('query', checksOfThis.query, request.query),
        ...repeated(query),
        ...(body === undefined || !checksOfThis.body
          ? faultsOfPresence(body !== undefined, checksOfThis)
          : faultsOf('body', checksOfThis.body, body)),
      ];
      return faults.length === 0 ? { fits: true, request } : { fits: false, message: faultMessage(faults) };
    },

    checkAnswer(id, status, answer) {
      const { answers } = checksOf(id);
      if (!answers.has(status)) return `${id} does not document the status ${status}.`;
      const pointer = answers.get(status);
      if (!pointer) return answer === undefined ? undefined : `${id} documents no body for the status ${status}.`;
      // Only tests ask: what nobody asks for is not compiled.
      const check = ajv.getSchema(`${documentId}#${encodeURI(pointer)}`)!;
      if (check(answer)) return undefined;
      return `${id} ${status}: ${ajv.errorsText(check.errors, { dataVar: 'answer' })}`;
    },
  };
}

function faultsOf(place: Fault['in'], check: ValidateFunction, value: unknown): Fault[] {
  return check(value) ? [] : (check.errors ?? []).map((error) => ({ ...error, in: place }));
}

function repeated(query: RawRequest['query']): Fault[] {
  return Object.entries(query)
    .filter(([, value]) => typeof value !== 'string')
    .map(([name]) => ({ in: 'query', keyword: 'duplicate', instancePath: `/${pointerKey(name)}`, params: {} }));
}

/** Where there is no body to check, or none belongs. */
function faultsOfPresence(present: boolean, { needsBody }: { needsBody: boolean }): Fault[] {
  if (present) return [{ in: 'body', keyword: 'empty', instancePath: '', params: {} }];
  return needsBody ? [{ in: 'body', keyword: 'required', instancePath: '', params: {} }] : [];
}

const pointerKey = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function parametersSchema(operation: Operation, place: Parameter['in'], at: (pointer: string) => object): object {
  const own = operation.parameters.filter(({ parameter }) => parameter.in === place);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(own.map(({ parameter, pointer }) => [parameter.name, at(pointer)])),
    required: own.filter(({ parameter }) => parameter.required).map(({ parameter }) => parameter.name),
  };
}
