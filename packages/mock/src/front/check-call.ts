/** Decides whether a request fits the contract; the last check before the operation. */
import type { Validator } from '@roma-fdi/contract';
import type { Call } from './call.ts';

const none: ReadonlySet<string> = new Set();

/** Throws InvalidParameters, naming the place of the first fault; `others` are query parameters to let pass. */
export function checkCall(validator: Validator, call: Call, others = none): void {
  const { operation, pathParameters, headers, bytes } = call;
  const query = !Object.keys(call.query).some((name) => others.has(name))
    ? call.query
    : Object.fromEntries(Object.entries(call.query).filter(([name]) => !others.has(name)));
  // A body where none belongs is not even parsed.
  const body = operation.body || bytes.length === 0 ? call.body : bytes;
  validator.checkRequest(operation, { path: pathParameters, query, headers, body });
}
