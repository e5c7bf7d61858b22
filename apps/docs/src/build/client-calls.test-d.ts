/** What the compiler must refuse in the table of client calls. */
import { clientCalls } from './client-calls.ts';

type Calls = typeof clientCalls;

const { deleteTask: _, ...withoutOne } = clientCalls;
// @ts-expect-error An operation has no call.
export const incomplete: Calls = withoutOne;

export const foreignParameter: Calls = {
  ...clientCalls,
  // @ts-expect-error The operation has no such parameter.
  showTask: { method: 'tasks.show', path: ['datasource_id'], query: [] },
};
