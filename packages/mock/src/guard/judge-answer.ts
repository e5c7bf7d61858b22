/** Decides whether an answer fits the contract, strictly or as a client of the cloud reads it. */

import { describeFaults, type Fault, type FaultDescription } from '@roma-fdi/types';
import type { Operation } from '../contract/operations.ts';
import type { Engine } from '../engine/prism.ts';
import type { UpstreamAnswer } from './forward.ts';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

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
    return !strict && answer.status >= 400
      ? []
      : [{ place: 'Status', expected: `must be documented, one of ${statuses}; it is ${answer.status}` }];
  }
  const body = readBody(answer, documented.content);
  if ('place' in body) return [body];
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  const value = strict ? body.value : withoutNulls(body.value);
  const faults = engine.judgeAnswer(operation, { status: answer.status, headers, body: value });
  return describeFaults(strict ? faults : faults.filter((fault) => !isTolerated(fault)));
}

function readBody({ headers, bytes }: UpstreamAnswer, content: boolean): { value: unknown } | FaultDescription {
  if (!content) return bytes.length === 0 ? { value: undefined } : { place: 'The body', expected: 'must be empty' };
  const type = headers['content-type'];
  if (typeof type !== 'string' || !JSON_TYPE.test(type)) {
    return { place: 'Header [content-type]', expected: 'must be application/json' };
  }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { place: 'The body', expected: 'must be valid JSON in UTF-8' };
  }
}

/** The cloud promises no header, and may know words that its documents do not. */
function isTolerated({ in: place, keyword }: Fault): boolean {
  return keyword === 'enum' || (place === 'header' && keyword === 'required');
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, withoutNulls(inner)]])),
  );
}
