/** Decides whether an answer fits the contract, strictly or as a client of the cloud reads it. */

import { describeFaults, type Fault, type FaultDescription } from '@roma-fdi/types';
import type { DocumentedAnswer, Operation } from '../contract/operations.ts';
import type { Engine } from '../engine/prism.ts';
import type { UpstreamAnswer } from './forward.ts';
import { namesTwice } from './names-twice.ts';

/** What is wrong with an answer; empty where it keeps the contract. */
export function judgeAnswer(
  engine: Engine,
  operation: Operation,
  answer: UpstreamAnswer,
  strict: boolean,
): FaultDescription[] {
  const documented = operation.answers.get(answer.status);
  if (!documented) {
    const statuses = [...operation.answers.keys()].join(', ');
    // Gateways have errors of their own; an unknown success, though, nobody can read.
    return !strict && answer.status >= 400 && answer.status < 600
      ? []
      : [{ place: 'Status', expected: `must be documented, one of ${statuses}; it is ${answer.status}` }];
  }
  const body = readBody(answer, documented);
  if ('place' in body) return [body];
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  const value = strict ? body.value : withoutNulls(body.value);
  const faults = engine.judgeAnswer(operation, { status: answer.status, headers, body: value });
  return describeFaults(strict ? faults : faults.filter((fault) => !isTolerated(fault)));
}

function readBody(
  { headers, bytes }: UpstreamAnswer,
  documented: DocumentedAnswer,
): { value: unknown } | FaultDescription {
  const repeated = documented.headers.find((name) => Array.isArray(headers[name]));
  if (repeated) return { place: `Header [${repeated}]`, expected: 'must be given once' };
  if (!documented.content) {
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

/** The cloud promises no header, and may know words that its documents do not. */
function isTolerated({ in: place, keyword }: Fault): boolean {
  return keyword === 'enum' || (place === 'header' && keyword === 'required');
}

/** Far beyond what the contract nests; what lies deeper is left as it is. */
const MAX_DEPTH = 64;

function withoutNulls(value: unknown, depth = MAX_DEPTH): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, withoutNulls(inner, depth - 1)]])),
  );
}
