/** Holds requests and answers to the schemas of the bundled document itself. */

import { failureHeader, failures } from '@roma-fdi/types';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { withChosenAlternatives } from './alternatives.ts';
import { pointerStep } from './document.ts';
import { Failure, isFailureName } from './failure.ts';
import { describeFaults, type Fault, type FaultDescription, faultMessage } from './fault.ts';
import { isTolerated, withoutNulls } from './lenient.ts';
import { answerOf, type Described, type Operation, type Parameter } from './operations.ts';
import type { Contract } from './read-contract.ts';
import { withSafeIntegers } from './safe-integers.ts';
import { type Texts, typed } from './typed-parameters.ts';

/** A request as it came: everything that stands in a URL or a header is text. */
export interface RawRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Texts;
  /** Their names in lower case. */
  readonly headers?: Texts;
  /** Undefined where there is none; anything else where the operation takes none and one came. */
  readonly body: unknown;
}

/** A request that fits the contract, its parameters read as the types that they are declared with. */
export interface TypedRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface GivenAnswer {
  readonly status: number;
  /** Their names in lower case; undefined where nobody has made them yet. */
  readonly headers?: Texts;
  /** Parsed; undefined for none. */
  readonly body: unknown;
}

export interface Validator {
  /**
   * @throws {Failure} `InvalidParameters`, which names the first fault's place and what was expected there, never the value.
   * Of a body of more than 5,000 values the first fault that is found is the only one.
   */
  checkRequest(operation: Operation, request: RawRequest): TypedRequest;
  /**
   * What is wrong with an answer; empty where it keeps the contract. If not `strict`, null counts as absent, unknown words
   * of an enumeration pass, headers may be missing, and so do undocumented statuses of 400 and more.
   */
  judgeAnswer(operation: Operation, answer: GivenAnswer, strict?: boolean): FaultDescription[];
}

const documentId = 'contract.json';
const nameHeader = failureHeader.toLowerCase();

/** Ajv is loaded here, and nothing is compiled before it is used: a server is ready sooner. */
export async function createValidator(contract: Contract): Promise<Validator> {
  // By their defaults: a bundle of a CommonJS module has no other export.
  const patternWords = contract.document['x-pattern-words'] ?? {};
  const faultsOf = (place: Fault['in'], check: ValidateFunction, value: unknown) =>
    findFaults(place, check, value, patternWords);
  const [{ default: ajv2020 }, { default: formats }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv-formats'),
  ]);
  const ajvWith = ({ allErrors = false, enums = true }) =>
    lazy(() => {
      // The document is no schema, hence not strict.
      const made = new ajv2020.Ajv2020({ allErrors, strict: false, validateSchema: false });
      formats.default(made);
      if (!enums) made.removeKeyword('enum').addKeyword('enum');
      return made.addSchema({ $id: documentId, ...withChosenAlternatives(withSafeIntegers(contract.document)) });
    });
  // Every fault is collected, since the answer counts them; of a large body the first alone, since each of its values may have one.
  const toTheEnd = ajvWith({ allErrors: true });
  const toTheFirst = ajvWith({});
  // What is tolerated must not stand before a fault.
  const toTheFirstUntolerated = ajvWith({ enums: false });
  const compile = (schema: object) => lazy(() => toTheEnd().compile(schema));
  // Most bodies are those of many operations.
  const compileBody = once((pointer: string): BodyCheck => {
    const all = compile(at(pointer));
    const first = lazy(() => toTheFirst().compile(at(pointer)));
    const firstUntolerated = lazy(() => toTheFirstUntolerated().compile(at(pointer)));
    return (body, strict) => {
      if (!isLarge(body)) return faultsOf('body', all(), body);
      return faultsOf('body', strict ? first() : firstUntolerated(), body);
    };
  });
  /** @param together a pointer to what all of them must fit besides */
  const closed = (described: readonly Described[], together?: string) =>
    compile({
      ...schemaOf(described),
      additionalProperties: false,
      ...(together !== undefined && { allOf: [at(together)] }),
    });

  const checks = new Map(
    contract.operations.map((operation) => {
      const parameters = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place);
      const [path, query, header] = [parameters('path'), parameters('query'), parameters('header')];
      const ofOperation = {
        path: { described: path, check: closed(path) },
        query: { described: query, check: closed(query, operation.querySchema) },
        header: { described: header, check: compile(schemaOf(header)) },
        body: operation.body && compileBody(operation.body.pointer),
        answers: new Map(
          [...operation.answers.values(), ...operation.otherAnswers.values()].map((answer) => [
            answer,
            {
              header: { described: answer.headers, check: compile(schemaOf(answer.headers)) },
              body: answer.pointer === undefined ? undefined : compileBody(answer.pointer),
            },
          ]),
        ),
      };
      return [operation, ofOperation];
    }),
  );
  const checksOf = (operation: Operation) => {
    const found = checks.get(operation);
    if (!found) throw new Error(`${operation.operationId} is no operation of this contract.`);
    return found;
  };

  return {
    checkRequest(operation, { path: rawPath, query: rawQuery, headers, body }) {
      const own = checksOf(operation);
      const path = typed(rawPath, own.path.described);
      const query = typed(rawQuery, own.query.described);
      const faults = [
        ...faultsOf('path', own.path.check(), path),
        ...faultsOf('query', own.query.check(), query),
        ...repeated(rawQuery),
        ...(headers && own.header.described.length > 0
          ? faultsOf('header', own.header.check(), typed(headers, own.header.described))
          : []),
        ...(body === undefined || !own.body
          ? faultsOfPresence(body !== undefined, operation.body?.required ?? false)
          : own.body(body, true)),
      ];
      const [first] = describeFaults(faults);
      if (first) throw new Failure('InvalidParameters', faultMessage(faults), { place: first.place });
      return { path, query, body };
    },

    judgeAnswer(operation, { status, headers, body }, strict = true) {
      const answer = answerOf(operation, status);
      const documented = answer && checksOf(operation).answers.get(answer);
      if (!documented) {
        const statuses = [...operation.answers.keys()].join(', ');
        // Gateways have errors of their own; an unknown success, though, nobody can read.
        return !strict && status >= 400 && status < 600
          ? []
          : [{ place: 'Status', expected: `must be documented, one of ${statuses}; it is ${status}` }];
      }
      if (!documented.body && body !== undefined) return [{ place: 'The body', expected: 'must be empty' }];
      const { header } = documented;
      const faults = [
        ...(headers ? faultsOf('header', header.check(), typed(headers, header.described)) : []),
        ...(headers && header.described.some(({ name }) => name === nameHeader)
          ? faultsOfName(headers[nameHeader], status, body)
          : []),
        ...(documented.body?.(strict ? body : withoutNulls(body), strict) ?? []),
      ];
      return describeFaults(strict ? faults : faults.filter((fault) => !isTolerated(fault)));
    },
  };
}

type BodyCheck = (body: unknown, strict: boolean) => Fault[];

/** Values in a body up to which all its faults are collected. */
const maxValues = 5_000;

/** Whether a body has more values than are judged to the end; it stops to count there. */
function isLarge(body: unknown): boolean {
  let count = 0;
  const left = [body];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    // A list is not asked for its keys: a long one would make a string of each.
    const inner = Array.isArray(next) ? next : Object.values(next);
    count += inner.length;
    if (count > maxValues) return true;
    for (const value of inner) left.push(value);
  }
  return false;
}

const at = (pointer: string): object => ({ $ref: `${documentId}#${encodeURI(pointer)}` });

function schemaOf(described: readonly Described[]): object {
  return {
    type: 'object',
    properties: Object.fromEntries(described.map(({ name, pointer }) => [name, at(pointer)])),
    required: described.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** @param patternWords what a value must be that a pattern refuses */
function findFaults(
  place: Fault['in'],
  check: ValidateFunction,
  value: unknown,
  patternWords: Readonly<Record<string, string>>,
): Fault[] {
  if (check(value)) return [];
  // That a chosen alternative failed says no more than its own faults do.
  const errors = (check.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  return errors.map(({ params, ...error }) => {
    const words = error.keyword === 'pattern' ? patternWords[params['pattern']] : undefined;
    return { ...error, params: words === undefined ? params : { ...params, words }, in: place };
  });
}

function repeated(query: RawRequest['query']): Fault[] {
  return Object.entries(query)
    .filter(([, value]) => typeof value !== 'string')
    .map(([name]) => ({ in: 'query', keyword: 'duplicate', instancePath: `/${pointerStep(name)}`, params: {} }));
}

/** Where there is no body to check, or none belongs. */
function faultsOfPresence(present: boolean, needed: boolean): Fault[] {
  if (present) return [{ in: 'body', keyword: 'empty', instancePath: '', params: {} }];
  return needed ? [{ in: 'body', keyword: 'required', instancePath: '', params: {} }] : [];
}

/** A name that the contract gives to another failure than that of this status and code. */
function faultsOfName(name: Texts[string] | undefined, status: number, body: unknown): Fault[] {
  if (typeof name !== 'string' || !isFailureName(name)) return [];
  const { status: own, code } = failures[name];
  if (own === status && code === (body as { error_code?: unknown } | null)?.error_code) return [];
  return [{ in: 'header', keyword: 'failure', instancePath: `/${nameHeader}`, params: {} }];
}

function once<T>(make: (pointer: string) => T): (pointer: string) => T {
  const made = new Map<string, T>();
  return (pointer) => {
    const known = made.get(pointer) ?? make(pointer);
    made.set(pointer, known);
    return known;
  };
}

function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
