/** Decides whether a request fits the contract; the last check before the operation. */
import type { TypedRequest, Validator } from '@roma-fdi/contract';
import type { Call } from './call.ts';

const none: ReadonlySet<string> = new Set();

/**
 * The request with its parameters as the types that they are declared with.
 *
 * @param others query parameters to let pass
 * @throws {Failure} `InvalidParameters`, which names the place of the first fault
 */
export function checkCall(validator: Validator, call: Call, others = none): TypedRequest {
  const { operation, pathParameters, headers, bytes } = call;
  const query = !Object.keys(call.query).some((name) => others.has(name))
    ? call.query
    : Object.fromEntries(Object.entries(call.query).filter(([name]) => !others.has(name)));
  // A body where none belongs is not even parsed.
  const body = operation.body || bytes.length === 0 ? call.body : bytes;
  return validator.checkRequest(operation, { path: pathParameters, query, headers, body });
}
