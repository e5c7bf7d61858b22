// Starts every task that bears a label and does not run. Made for a scheduler: one deadline for all of it, an exit code, lines on what was repeated.
// node nightly-job.ts [LABEL]
import { createFdiClient, isFdiError } from '@roma-fdi/client';

const [task_tag = 'nightly-copy'] = process.argv.slice(2);
const { FDI_URL, FDI_PROJECT, FDI_INSTANCE, FDI_TOKEN } = process.env as Record<string, string>;
const fdi = createFdiClient({
  baseUrl: FDI_URL!,
  projectId: FDI_PROJECT!,
  instanceId: FDI_INSTANCE!,
  credentials: FDI_TOKEN!,
  // Nobody waits at night: a service that restarts is given its time.
  maxRetries: 8,
  onRetry: ({ call, wait }) => console.log(`${call.operation} again in ${Math.round(wait)} ms`),
});
const signal = AbortSignal.timeout(10 * 60_000);

try {
  const tasks = await fdi.tasks.all({ task_tag, status: 0 }, { signal });
  const list = tasks.flatMap(({ task_id }) => (task_id ? [{ task_id }] : []));
  // A batch is not sent again where its answer was lost: the next night starts what is left.
  const { success, failure } = list.length > 0 ? await fdi.tasks.batch({ action_id: 'start', list }, { signal }) : {};
  console.log(`${success?.length ?? 0} of ${list.length} tasks started`);
  for (const { task_id, error_msg } of failure ?? []) console.error(`${task_id}: ${error_msg}`);
  if (failure?.length) process.exitCode = 1;
} catch (error) {
  // The message says what to do; anything but an error of the client is a fault of this program, or the deadline.
  console.error(isFdiError(error) ? error.message : error);
  process.exitCode = 1;
}
