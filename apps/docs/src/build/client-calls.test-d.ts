/** What the compiler must refuse in the table of client calls. */
import { clientCalls } from './client-calls.ts';

type Calls = typeof clientCalls;

const { deleteTask: _, ...withoutOne } = clientCalls;
// @ts-expect-error An operation has no call.
export const incomplete: Calls = withoutOne;

export const foreignParameter: Calls = {
  ...clientCalls,
  // @ts-expect-error The operation has no such parameter.
  listTasks: { method: 'tasks.list', query: ['datasource_id'] },
  // @ts-expect-error The operation has no parameter in its query.
  showTask: { method: 'tasks.show', query: ['limit'] },
};
