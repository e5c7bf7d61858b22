/** Composite tasks: initialising one, and reading its mappings. */
import type { MultiTaskInitBody, operations } from '@roma-fdi/types';
import type { MultiTaskInitElement, MultiTaskMappingElement, MultiTaskMappingsPage } from '../answers/answer-types.ts';
import type { CallOptions } from '../options.ts';
import type { Call } from '../wire/call.ts';
import { iteratePages, usualPageSize } from './pages.ts';

/** Filters and paging of a task's mappings. */
export type MappingsQuery = NonNullable<operations['listMultiTaskMappings']['parameters']['query']>;

/** The mappings of a composite task. */
export interface Mappings {
  /**
   * One page of the mappings of one pair of data sources. A task with several pairs needs `source_datasource_id`,
   * `target_datasource_id` or both.
   */
  list(taskId: string, query?: MappingsQuery, options?: CallOptions): Promise<MultiTaskMappingsPage>;
  /**
   * All mappings that fit the query, as many as there are at the first page; `limit` is the size of a page (100 by default). A page is
   * read when it is needed: what is added meanwhile stands behind it.
   */
  iterate(
    taskId: string,
    query?: Omit<MappingsQuery, 'offset'>,
    options?: CallOptions,
  ): AsyncGenerator<MultiTaskMappingElement, void, undefined>;
}

/** Operations on composite tasks. */
export interface CompositeTasks {
  /**
   * Makes a composite task or takes a known one, adds a pair of data sources to it, and with `auto_mapping` proposes the mappings
   * between the two. One element for each pair that the call touches, with the first of its mappings. May be repeated with the
   * same `task_id`; without one, each call makes a new task.
   */
  init(body?: MultiTaskInitBody, options?: CallOptions): Promise<MultiTaskInitElement[]>;
  readonly mappings: Mappings;
}

/** The group `fdi.compositeTasks`. */
export function createCompositeTasks(call: Call): CompositeTasks {
  const list: Mappings['list'] = (task_id, query, options) =>
    call('listMultiTaskMappings', { path: { task_id }, query }, options);
  return {
    init: (body, options) => call('installMultiTasks', { body }, options),
    mappings: {
      list,
      iterate: (taskId, query, options) =>
        iteratePages(async (offset) => {
          const page = await list(taskId, { limit: usualPageSize, ...query, offset }, options);
          return { items: page.mappings ?? [], total: page.mappings_total_count };
        }),
    },
  };
}
