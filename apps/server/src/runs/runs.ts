/** Starts and stops tasks: what may be started, what the engine says, and the state that the store keeps. */
import type { Failure } from '@roma-fdi/contract';
import { isRunning } from '../store/is-running.ts';
import type { PacedStore } from '../store/paced-store.ts';
import type { ExecuteStatus, Located, TaskWithPairs } from '../store/records.ts';
import type { Engine } from './engine.ts';

/** Why a task was not started or stopped, by the failure's name in the contract. */
export interface NotRun {
  readonly failure: Extract<Failure['name'], 'TaskNotFound' | 'TasksRunning' | 'TaskStartFailed' | 'TaskStopFailed'>;
  readonly why?: string;
  /** Undefined where there is no such task. */
  readonly task?: TaskWithPairs;
}

export interface Runs {
  /** The task that runs now; a draft has to be created first. */
  start(query: Located, signal: AbortSignal): Promise<TaskWithPairs | NotRun>;
  /** The task that does not run now, whether it did or not. */
  stop(query: Located, signal: AbortSignal): Promise<TaskWithPairs | NotRun>;
}

export interface RunsParts {
  readonly store: Pick<PacedStore, 'findTask' | 'setExecuteStatus'>;
  readonly engine: Engine;
}

export function createRuns({ store, engine }: RunsParts): Runs {
  async function change(query: Located, executeStatus: ExecuteStatus, task: TaskWithPairs, signal: AbortSignal) {
    const { status } = await store.setExecuteStatus({ ...query, executeStatus }, signal);
    return status === 'not-found' ? notFound : { ...task, executeStatus };
  }
  return {
    async start(query, signal) {
      const task = await store.findTask(query, signal);
      if (!task) return notFound;
      if (isRunning(task)) return { failure: 'TasksRunning', task };
      const why =
        task.name === null ? 'it is a draft; create it with createMultiTasks first.' : await engine.start(task, signal);
      return why === undefined ? change(query, 'RUNNING', task, signal) : { failure: 'TaskStartFailed', why, task };
    },
    async stop(query, signal) {
      const task = await store.findTask(query, signal);
      if (!task) return notFound;
      if (!isRunning(task)) return task;
      const why = await engine.stop(task, signal);
      return why === undefined ? change(query, 'CANCELLED', task, signal) : { failure: 'TaskStopFailed', why, task };
    },
  };
}

export const isNotRun = (outcome: TaskWithPairs | NotRun): outcome is NotRun => 'failure' in outcome;

const notFound: NotRun = { failure: 'TaskNotFound' };
