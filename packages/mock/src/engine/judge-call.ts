/** Decides whether a request fits the contract; the last check before the operation. */
import { describeFaults, type Fault, faultMessage } from '@roma-fdi/types';
import type { Call } from '../front/call.ts';
import { Failure } from '../front/failure.ts';
import { judgeQuery } from '../front/parameters.ts';
import type { Engine } from './prism.ts';

const NONE: ReadonlySet<string> = new Set();

/** Throws InvalidParameters, naming the place of the first fault; `others` are query parameters to let pass. */
export function checkCall(engine: Engine, call: Call, others = NONE): void {
  const faults = [...judgeQuery(call, others), ...engine.judgeRequest(call), ...judgeBody(call)];
  const [first] = describeFaults(faults);
  if (!first) return;
  throw Object.assign(new Failure('InvalidParameters', faultMessage(faults)), { place: first.place });
}

/** What Prism lets pass: `null` in place of a body, and a body where none belongs. */
function judgeBody({ operation, bytes, body }: Call): Fault[] {
  const at = { in: 'body' as const, instancePath: '' };
  if (!operation.body) return bytes.length > 0 ? [{ ...at, keyword: 'empty', params: {} }] : [];
  return body === null ? [{ ...at, keyword: 'type', params: { type: operation.body.schema.type ?? 'object' } }] : [];
}
