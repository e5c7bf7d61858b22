/** The mappings of composite tasks: read, made and changed by hand, and proposed automatically. One function an operation: imported alone, a bundle holds no other. */
import type {
  MultiTaskAutoMappingForm,
  MultiTaskDecisions,
  MultiTaskMappingCreateBody,
  operations,
} from '@roma-fdi/types';
import * as contract from '@roma-fdi/types';
import type {
  MappingIdRsp,
  MultiTaskDecisionsRsp,
  MultiTaskInitElement,
  MultiTaskMappingsPage,
} from '../answers/answer-types.ts';
import type { CallOptions } from '../options.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';

/** Filters and paging of a task's mappings. */
export type MappingsQuery = NonNullable<operations['listMultiTaskMappings']['parameters']['query']>;

/** One page of the mappings of one pair of data sources: `compositeTasks.mappings.list`. */
export function listMultiTaskMappings(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string }; readonly query?: MappingsQuery | undefined },
  options?: CallOptions,
): AnswerPromise<MultiTaskMappingsPage> {
  return fdi.call(contract.listMultiTaskMappings, input, options);
}

/** Maps two tables and their columns by hand: `compositeTasks.mappings.create`. */
export function createMultiTaskMappings(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string }; readonly body: MultiTaskMappingCreateBody },
  options?: CallOptions,
): AnswerPromise<MappingIdRsp> {
  return fdi.call(contract.createMultiTaskMappings, input, options);
}

/** Replaces a mapping, whole: `compositeTasks.mappings.update`. */
export function updateMultiTaskMappings(
  fdi: Connection,
  input: {
    readonly path: { readonly task_id: string; readonly mapping_id: string };
    readonly body: MultiTaskMappingCreateBody;
  },
  options?: CallOptions,
): AnswerPromise<MappingIdRsp> {
  return fdi.call(contract.updateMultiTaskMappings, input, options);
}

/** Removes a mapping: `compositeTasks.mappings.delete`. */
export function deleteMultiTaskMapping(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string; readonly mapping_id: string } },
  options?: CallOptions,
): AnswerPromise<MappingIdRsp> {
  return fdi.call(contract.deleteMultiTaskMapping, input, options);
}

/** Applies decisions on mappings, all of it or nothing; self-hosted servers only: `compositeTasks.mappings.applyDecisions`. */
export function applyMultiTaskDecisions(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string }; readonly body: MultiTaskDecisions },
  options?: CallOptions,
): AnswerPromise<MultiTaskDecisionsRsp> {
  return fdi.call(contract.applyMultiTaskDecisions, input, options);
}

/** Proposes mappings by prefix, suffix and ranges of tables: `compositeTasks.mappings.createAutomatically`. */
export function createMultiTaskMappingsAutomatically(
  fdi: Connection,
  input: { readonly form: MultiTaskAutoMappingForm },
  options?: CallOptions,
): AnswerPromise<MultiTaskInitElement[]> {
  return fdi.call(contract.createMultiTaskMappingsAutomatically, input, options);
}
