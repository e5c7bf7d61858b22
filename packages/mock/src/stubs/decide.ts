/** Turns what a stub was given into an answer of the contract, and refuses what is none. */
import {
  answerOf,
  type DocumentedAnswer,
  Failure,
  type FaultDescription,
  failureBody,
  type Operation,
  type Validator,
} from '@roma-fdi/contract';
import { documentedStatuses, offered } from '../engine/choose-answer.ts';
import type { Wanted } from '../engine/prism.ts';
import { type Fault, isFault } from '../faults/fault.ts';
import type { Answer } from '../front/call.ts';
import { judgeAnswer } from '../guard/judge-answer.ts';

/** An answer that is decided upon; what is left is to make it. */
export interface Decided {
  /** The documented answer that it is, or whose headers it has; undefined where it is `answer` alone, or the usual one. */
  readonly wanted?: Wanted;
  /** What stands in place of the documented answer's own headers and body. */
  readonly own?: Own;
  /** An answer that needs no more making. */
  readonly answer?: Answer;
  /** What goes wrong while it is sent. */
  readonly fault?: Fault<unknown>;
}

export interface Own {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** Given, it replaces the documented body and with it the failure's name. */
  readonly payload?: string;
}

const jsonType = 'application/json';

/** What is wrong with an answer, where it says nothing of the contract: it is of no form that a stub takes. */
const forms =
  'an answer is the name of an example, the name of a failure, a documented status, { status, headers, body }, a fault, or a function that gives one of these';

/**
 * @param given what a stub was set with, or what its function gave
 * @throws {TypeError} where it is of no form that a stub takes
 * @throws {RangeError} where the operation documents no such thing; the message lists what it has, or names the place in the body
 */
export function decide(validator: Validator, operation: Operation, given: unknown): Decided {
  if (isFault(given)) return decideFault(validator, operation, given);
  if (typeof given === 'string') return { wanted: named(operation, given) };
  if (typeof given === 'number') return { wanted: { status: documented(operation, given) } };
  if (typeof given === 'object' && given !== null) return decideParts(validator, operation, given);
  throw new TypeError(`${operation.operationId} was given ${kindOf(given)}: ${forms}.`);
}

function decideFault(validator: Validator, operation: Operation, fault: Fault<unknown>): Decided {
  if (fault.kind === 'throttle') {
    const headers = { 'retry-after': String(fault.retryAfter) };
    return { answer: answerOfFailure(new Failure('TooManyRequests', undefined, { headers })), fault };
  }
  if (fault.kind === 'gateway')
    return { answer: { status: fault.status, headers: { 'content-length': '0' }, isForeign: true }, fault };
  if (fault.kind === 'proxyPage') return { answer: proxyPage(), fault };
  return fault.answer === undefined ? { fault } : { ...decide(validator, operation, fault.answer), fault };
}

/** As the failure's own class answers it, whether or not the document has it. */
function answerOfFailure(failure: Failure): Answer {
  return {
    status: failure.status,
    headers: { 'content-type': jsonType, ...failure.headers },
    payload: failureBody(failure),
  };
}

function proxyPage(): Answer {
  const title = '502 Bad Gateway';
  return {
    status: 502,
    headers: { 'content-type': 'text/html' },
    payload: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
    isForeign: true,
  };
}

/** The example of a name, else that of the failure of a name. */
function named(operation: Operation, name: string): Wanted {
  const answers = offered(operation);
  const withExample = answers.filter(([, { examples }]) => examples.has(name));
  const [only] = withExample;
  if (only && withExample.length === 1) return { status: only[0], example: name };
  if (only) {
    const ways = withExample.map(([status, { failures: known }]) => `${known.get(name) ?? '?'} (${status})`);
    throw new RangeError(
      `${operation.operationId} has several examples ${name}: name the failure, ${ways.join(' or ')}.`,
    );
  }
  for (const [status, { failures: known }] of answers)
    for (const [example, failure] of known) if (failure === name) return { status, example };
  throw new RangeError(
    `${operation.operationId} has no example and no failure ${name}; its examples are ${listOf(namesOf(answers))}, its failures ${listOf(failuresOf(answers))}.`,
  );
}

type Answers = readonly (readonly [status: number, answer: DocumentedAnswer])[];

/** Those of good answers: the examples of the others are the failures. */
const namesOf = (answers: Answers): string[] =>
  answers.filter(([status]) => status < 400).flatMap(([, { examples }]) => [...examples.keys()]);

const failuresOf = (answers: Answers): string[] => [
  ...new Set(answers.flatMap(([, { failures: known }]) => [...known.values()])),
];

const listOf = (names: readonly string[]): string => names.join(', ') || 'none';

function documented(operation: Operation, status: number): number {
  if (answerOf(operation, status)) return status;
  throw new RangeError(
    `${operation.operationId} documents no status ${status}; it has ${documentedStatuses(operation)}. To answer it nevertheless, say { status: ${status}, breaksContract: true }.`,
  );
}

const known = ['status', 'headers', 'body', 'breaksContract'];

function decideParts(validator: Validator, operation: Operation, given: object): Decided {
  const { operationId } = operation;
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined || Array.isArray(given))
    throw new TypeError(
      `${operationId} was given an answer with ${Array.isArray(given) ? 'a list' : unknown}: it has ${known.join(', ')}.`,
    );
  const { status, body, breaksContract = false } = given as Partial<Readonly<Record<string, unknown>>>;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError(`${operationId} was given an answer whose status is no whole number from 200 to 599.`);
  const headers = headersOf(operationId, (given as { headers?: unknown }).headers ?? {});
  if (breaksContract !== false && breaksContract !== true)
    throw new TypeError(`${operationId} was given an answer whose breaksContract is neither true nor false.`);
  if (breaksContract) return { answer: lawless(operationId, status, headers, body) };
  const wanted = { status: documented(operation, status) };
  const hasBody = body !== undefined || 'body' in given;
  const payload = jsonOf(operationId, hasBody ? body : exampleOf(operation, status));
  const [first, ...others] = faultsOf(validator, operation, status, headers, payload).filter(
    ({ place }) => hasBody || place.startsWith('Header '),
  );
  if (first) throw new RangeError(broken(operationId, status, first, others.length));
  return { wanted, own: { headers, ...(hasBody && payload !== undefined && { payload }) } };
}

/** What the headers are judged with; where the document has no example, any body. */
function exampleOf(operation: Operation, status: number): unknown {
  const { pointer, examples } = answerOf(operation, status) ?? {};
  return pointer === undefined ? undefined : ([...(examples?.values() ?? [])][0] ?? null);
}

/** As a guard finds them in what is sent. */
function faultsOf(
  validator: Validator,
  operation: Operation,
  status: number,
  headers: Own['headers'],
  payload: string | undefined,
): readonly FaultDescription[] {
  const sent = { status, headers: { 'content-type': jsonType, ...headers }, bytes: Buffer.from(payload ?? '') };
  return judgeAnswer(validator, operation, sent, true).filter(({ place }) => !isMissing(place, headers));
}

/** A header that nobody gave is the documented answer's. */
function isMissing(place: string, headers: object): boolean {
  const [, name] = /^Header \[(.+)\]$/.exec(place) ?? [];
  return name !== undefined && !(name in headers);
}

function broken(
  operationId: string,
  status: number,
  { place, expected }: { readonly place: string; readonly expected: string },
  others: number,
): string {
  const more = others > 0 ? `, and ${others} more` : '';
  return `The answer breaks the contract (${operationId}, ${status}): ${place} ${expected}${more}. Where that is meant, say breaksContract: true.`;
}

function lawless(operationId: string, status: number, headers: Own['headers'], body: unknown): Answer {
  const type = String(headers['content-type'] ?? jsonType);
  if (body === undefined) return { status, headers: { ...headers } };
  const isText = typeof body === 'string' && !/\bjson\b/i.test(type);
  return {
    status,
    headers: { ...headers, 'content-type': type },
    payload: isText ? body : (jsonOf(operationId, body) ?? ''),
  };
}

function jsonOf(operationId: string, body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new TypeError(`${operationId} was given a body that is no JSON: it refers to itself, or has a bigint.`, {
      cause,
    });
  }
}

/** Other values than the true ones are no HTTP: Node refuses some of them when they are sent, and callers wait for what does not come. */
const framing: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding', 'trailer']);

/** Node refuses a header that it cannot send; here its name is told, and never its value. */
function headersOf(operationId: string, given: unknown): Record<string, string | string[]> {
  if (typeof given !== 'object' || given === null)
    throw new TypeError(`${operationId} was given an answer whose headers are no object.`);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (framing.has(name.toLowerCase()))
        throw new TypeError(
          `${operationId} was given an answer with the header "${name}", which the mock itself sets, since it says where the body ends; fault.cutBody() breaks that.`,
        );
      const values: unknown[] = Array.isArray(value) ? value : [value];
      const isRight = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && values.every(isHeaderValue);
      if (!isRight)
        throw new TypeError(`${operationId} was given an answer whose header ${JSON.stringify(name)} cannot be sent.`);
      return [name.toLowerCase(), Array.isArray(value) ? (values as string[]) : (value as string)];
    }),
  );
}

const isHeaderValue = (value: unknown): boolean => typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

function kindOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
