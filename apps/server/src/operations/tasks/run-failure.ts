/** Says in the contract's words why a task was not started or stopped. */
import { Failure } from '@roma-fdi/contract';
import { failures } from '@roma-fdi/types';
import type { NotRun } from '../../runs/runs.ts';

export const runFailure = (notRun: NotRun): Failure => new Failure(notRun.failure, runMessage(notRun));

export function runMessage({ failure, why }: NotRun): string {
  const { message } = failures[failure];
  return why === undefined ? message : `${message.replace(/\.$/, '')}: ${why}`;
}
