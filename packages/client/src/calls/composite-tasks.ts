/** Composite tasks: initialising, creating and changing one. One function an operation: imported alone, a bundle holds no other. */
import type { MultiTaskInitBody, MultiTaskRequestBody, MultiTaskResetBody, MultiTaskUpdateBody } from '@roma-fdi/types';
import * as contract from '@roma-fdi/types';
import type { MessageRsp, MultiTaskIdRsp, MultiTaskInitElement } from '../answers/answer-types.ts';
import type { CallOptions } from '../options.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';

/** Makes a composite task or takes a known one, adds a pair of data sources, and proposes mappings: `compositeTasks.init`. */
export function installMultiTasks(
  fdi: Connection,
  input: { readonly body?: MultiTaskInitBody | undefined } = {},
  options?: CallOptions,
): AnswerPromise<MultiTaskInitElement[]> {
  return fdi.call(contract.installMultiTasks, input, options);
}

/** Gives a draft its name, or makes a task without pairs: `compositeTasks.create`. */
export function createMultiTasks(
  fdi: Connection,
  input: { readonly body: MultiTaskRequestBody },
  options?: CallOptions,
): AnswerPromise<MultiTaskIdRsp> {
  return fdi.call(contract.createMultiTasks, input, options);
}

/** Changes which changes a task passes on, its description and its label: `compositeTasks.update`. */
export function updateMultiTasks(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string }; readonly body: MultiTaskUpdateBody },
  options?: CallOptions,
): AnswerPromise<MultiTaskIdRsp> {
  return fdi.call(contract.updateMultiTasks, input, options);
}

/** Says from where a task reads the changes of its source when it starts next: `compositeTasks.resetOffset`. */
export function resetMultiTaskOffset(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string }; readonly body: MultiTaskResetBody },
  options?: CallOptions,
): AnswerPromise<MessageRsp> {
  return fdi.call(contract.resetMultiTaskOffset, input, options);
}
