/** Whether a task runs: what then changes waits for its end. */
import type { Task } from './records.ts';

export const runningStates: readonly Task['executeStatus'][] = ['RUNNING', 'WAITING'];

export const isRunning = ({ executeStatus }: Pick<Task, 'executeStatus'>): boolean =>
  runningStates.includes(executeStatus);
