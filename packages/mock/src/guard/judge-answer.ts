/** Decides whether an answer fits the contract, strictly or as a client of the cloud reads it. */
import {
  answerOf,
  type DocumentedAnswer,
  type FaultDescription,
  type Operation,
  type Validator,
} from '@roma-fdi/contract';
import type { UpstreamAnswer } from './forward.ts';
import { namesTwice } from './names-twice.ts';

/** What is wrong with an answer; empty where it keeps the contract. */
export function judgeAnswer(
  validator: Validator,
  operation: Operation,
  answer: UpstreamAnswer,
  strict: boolean,
): FaultDescription[] {
  const documented = answerOf(operation, answer.status);
  const body = documented ? readBody(answer, documented) : { value: undefined };
  if ('place' in body) return [body];
  return validator.judgeAnswer(operation, { ...answer, body: body.value }, strict);
}

function readBody(
  { headers, bytes }: UpstreamAnswer,
  documented: DocumentedAnswer,
): { value: unknown } | FaultDescription {
  const repeated = documented.headers.find(({ name }) => Array.isArray(headers[name]));
  if (repeated) return { place: `Header [${repeated.name}]`, expected: 'must be given once' };
  if (documented.pointer === undefined) {
    return bytes.length === 0 ? { value: undefined } : { place: 'The body', expected: 'must be empty' };
  }
  if (!isJson(headers['content-type'])) {
    return { place: 'Header [content-type]', expected: 'must be application/json, in UTF-8' };
  }
  // None was asked for, and a client would decode what is not encoded.
  if (String(headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    return { place: 'Header [content-encoding]', expected: 'must be absent' };
  }
  return parse(bytes);
}

function isJson(type: string | string[] | undefined): boolean {
  if (typeof type !== 'string') return false;
  const [essence, ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  return (
    essence === 'application/json' &&
    parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-8"?$/.test(parameter))
  );
}

/** A mark at the beginning that tells the order of bytes is left in the text, where it is no JSON. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parse(bytes: Buffer): { value: unknown } | FaultDescription {
  try {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    return namesTwice(text, value) ? { place: 'The body', expected: 'must name each property once' } : { value };
  } catch {
    return { place: 'The body', expected: 'must be valid JSON in UTF-8' };
  }
}
