/** `fdi.map`: from two databases to the mappings between them, in one step. */
import { type DatasourceInfo, installMultiTasks } from '@roma-fdi/types';
import type { DataSourceRsp, MultiTaskMappingElement, MultiTaskMappingsPage } from '../answers/answer-types.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import { checkOptionNames } from '../option-names.ts';
import type { CallOptions } from '../options.ts';
import type { Settings } from '../settings.ts';
import type { CompositeTasks } from './composite-tasks.ts';
import type { DataSources } from './data-sources.ts';
import { underOneDeadline } from './one-deadline.ts';
import { readAll } from './pages.ts';
import { newTaskId } from './task-id.ts';

/** Options of `fdi.map`. */
export interface MapOptions extends CallOptions {
  /**
   * ID of the task to make, or of one to add the pair to.
   * @default with `baseUrl` one of the client's making, so that the call may be sent again; with `region` the one that the cloud gives
   */
  taskId?: string | undefined;
}

/** What `fdi.map` found or made. */
export interface MapResult {
  /** ID of the composite task: a draft until `compositeTasks.create` names it. */
  readonly taskId: string;
  readonly source: DataSourceRsp;
  readonly target: DataSourceRsp;
  /** All table mappings of the pair, in the order in which they were made. */
  readonly mappings: readonly MultiTaskMappingElement[];
  /** Its schema mappings. */
  readonly schemaMappings: NonNullable<MultiTaskMappingsPage['schema_mappings']>;
}

/** A data source by its ID, or what to register it with where there is none of its name. */
export type MapEnd = string | DatasourceInfo;

/** Finds or registers both data sources, maps them in a task, and reads all mappings. */
export type MapDataSources = (source: MapEnd, target: MapEnd, options?: MapOptions) => Promise<MapResult>;

interface Groups {
  readonly compositeTasks: CompositeTasks;
  readonly dataSources: DataSources;
}

/** As many as the vendor's cloud gives in a page. */
const pageSize = 1000;

const names: ReadonlySet<string> = new Set<keyof MapOptions>(['taskId', 'signal', 'timeout', 'maxRetries', 'headers']);

export function createMap(
  { compositeTasks, dataSources }: Groups,
  timeoutOf: Settings['timeout'],
  hasOwnIds: boolean,
): MapDataSources {
  return async (source, target, options = {}) => {
    checkOptionNames('map', options, names);
    const { taskId, ...shared } = options;
    return underOneDeadline(timeoutOf(installMultiTasks.timeout, shared.timeout), shared, async (next) => {
      const end = (name: string, given: MapEnd) => {
        if (typeof given === 'string') return dataSources.show(given, next());
        if (typeof given === 'object' && given !== null) return dataSources.findOrCreate(given, next());
        throw new InvalidCallError(`${name} must be the ID of a data source, or what to register one with.`);
      };
      // One after the other: they may be the same.
      const ends = { source: await end('source', source), target: await end('target', target) };
      const pair = {
        source_datasource_id: ends.source.datasource_id,
        target_datasource_id: ends.target.datasource_id,
      };
      const task_id = taskId || (hasOwnIds ? newTaskId() : undefined);
      const [element] = await compositeTasks.init({ task_id, ...pair, auto_mapping: true }, next());
      const made = element?.task_id ?? task_id ?? '';
      let schemaMappings: MapResult['schemaMappings'] = [];
      const mappings = await readAll(
        async (offset) => {
          const page = await compositeTasks.mappings.list(made, { ...pair, limit: pageSize, offset }, next());
          schemaMappings = page.schema_mappings ?? [];
          return { items: page.mappings ?? [], total: page.mappings_total_count };
        },
        ({ id }) => id,
      );
      return { taskId: made, ...ends, mappings, schemaMappings };
    });
  };
}
