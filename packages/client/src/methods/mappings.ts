/** The mappings of composite tasks: read, made and changed by hand, and proposed automatically. */
import type { MultiTaskAutoMappingForm, MultiTaskDecisions, MultiTaskMappingCreateBody } from '@roma-fdi/types';
import type {
  MappingIdRsp,
  MultiTaskDecisionsRsp,
  MultiTaskInitElement,
  MultiTaskMappingElement,
  MultiTaskMappingsPage,
} from '../answers/answer-types.ts';
import type { MappingsQuery } from '../calls/mappings.ts';
import * as calls from '../calls/mappings.ts';
import type { CallOptions } from '../options.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';
import { iterateWhole, readAll, usualPageSize } from './pages.ts';

/** Operations on the mappings of a composite task. */
export interface Mappings {
  /**
   * One page of the mappings of one pair of data sources, 10 entries unless `limit` says otherwise. A task with several pairs needs
   * `source_datasource_id`, `target_datasource_id` or both. Self-hosted servers alone take `fields: 'summary'` (no columns, up to 10,000
   * entries), `explain` (why each was proposed), `status` and `max_percent`.
   */
  list(taskId: string, query?: MappingsQuery, options?: CallOptions): AnswerPromise<MultiTaskMappingsPage>;
  /**
   * All mappings that fit the query; `limit` is the size of a page (100 by default). All pages are read before the first is given, so the
   * loop may create and delete mappings.
   */
  iterate(
    taskId: string,
    query?: Omit<MappingsQuery, 'offset'>,
    options?: CallOptions,
  ): AsyncGenerator<MultiTaskMappingElement, void, undefined>;
  /** The same as a list. */
  all(taskId: string, query?: Omit<MappingsQuery, 'offset'>, options?: CallOptions): Promise<MultiTaskMappingElement[]>;
  /**
   * Maps a table of the source to a table of the destination by hand, and their columns (`mapping_columns`; the answers call them
   * `mapping`). Both databases are read, and a table or column that is not there is refused with `MappingMismatch`.
   */
  create(taskId: string, body: MultiTaskMappingCreateBody, options?: CallOptions): AnswerPromise<MappingIdRsp>;
  /** Replaces a mapping, whole: what the body leaves out is gone. Its ID stays. Of two callers the later one wins. */
  update(
    taskId: string,
    mappingId: string,
    body: MultiTaskMappingCreateBody,
    options?: CallOptions,
  ): AnswerPromise<MappingIdRsp>;
  /** Removes a mapping. An automatic proposal that was removed is not proposed again for the task. */
  delete(taskId: string, mappingId: string, options?: CallOptions): AnswerPromise<MappingIdRsp>;
  /**
   * Applies decisions on the mappings of one pair of data sources: `accepted` ones are right, `fixed` ones are made by hand, `refused`
   * ones are deleted and not proposed again. All of it or nothing: what does not fit is refused with `MappingMismatch`, which names its
   * place. Self-hosted servers only.
   */
  applyDecisions(taskId: string, body: MultiTaskDecisions, options?: CallOptions): AnswerPromise<MultiTaskDecisionsRsp>;
  /**
   * Reads two databases and proposes mappings, for the tables that the ranges name (`shop.orders,shop.customers`, `shop.*`; all by
   * default) and with the prefix or suffix that names have in the destination. At most 2,000 tables a side. Without a `task_id` a
   * new task is made. One element for each pair that the call touches, with the first of its mappings. Sent as form data; the
   * instance is that of the source.
   */
  createAutomatically(form: MultiTaskAutoMappingForm, options?: CallOptions): AnswerPromise<MultiTaskInitElement[]>;
}

/** The group `fdi.compositeTasks.mappings`. */
export function createMappings(fdi: Connection): Mappings {
  const list: Mappings['list'] = (task_id, query, options) =>
    calls.listMultiTaskMappings(fdi, { path: { task_id }, query }, options);
  const pages = (taskId: string, query?: MappingsQuery, options?: CallOptions) => async (offset: number) => {
    const page = await list(taskId, { limit: usualPageSize, ...query, offset }, options);
    return { items: page.mappings ?? [], total: page.mappings_total_count };
  };
  const idOf = ({ id }: MultiTaskMappingElement) => id;
  return {
    list,
    iterate: (taskId, query, options) => iterateWhole(pages(taskId, query, options), idOf),
    all: (taskId, query, options) => readAll(pages(taskId, query, options), idOf),
    create: (task_id, body, options) => calls.createMultiTaskMappings(fdi, { path: { task_id }, body }, options),
    update: (task_id, mapping_id, body, options) =>
      calls.updateMultiTaskMappings(fdi, { path: { task_id, mapping_id }, body }, options),
    delete: (task_id, mapping_id, options) =>
      calls.deleteMultiTaskMapping(fdi, { path: { task_id, mapping_id } }, options),
    applyDecisions: (task_id, body, options) =>
      calls.applyMultiTaskDecisions(fdi, { path: { task_id }, body }, options),
    createAutomatically: (form, options) => calls.createMultiTaskMappingsAutomatically(fdi, { form }, options),
  };
}
