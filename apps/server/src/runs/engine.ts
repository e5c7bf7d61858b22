/** What runs tasks. A server has one engine, or none. */
import type { TaskWithPairs } from '../store/records.ts';

export interface Engine {
  /** Why the task cannot be started; undefined where it runs from now on. */
  start(task: TaskWithPairs, signal: AbortSignal): Promise<string | undefined>;
  /** Why the task cannot be stopped; undefined where it does not run any more. */
  stop(task: TaskWithPairs, signal: AbortSignal): Promise<string | undefined>;
}
