/** What the server's operations ask of a store, whatever database is behind it. */
import type {
  DataSource,
  Located,
  ProposedMapping,
  SchemaMapping,
  Scope,
  TableMapping,
  Task,
  TaskPair,
  TaskWithPairs,
} from './records.ts';

/**
 * Every method is one transaction: done wholly or not at all, and once it has answered, it survives a killed process.
 * Every method rejects with a `StoreError` (kind `unavailable`, `closed` or `failed`) where the store itself cannot answer.
 */
export interface Store {
  createDataSource(input: NewDataSource): Promise<CreateDataSourceResult>;
  listDataSources(query: DataSourceQuery): Promise<DataSourcePage>;
  findDataSource(query: Located): Promise<DataSource | undefined>;
  deleteDataSource(query: Located): Promise<DeleteDataSourceResult>;

  /** Makes what is not there yet and changes nothing that is: safe to repeat, and from many callers at once. */
  initTask(input: InitTask): Promise<InitTaskResult>;
  findTask(query: Located): Promise<TaskWithPairs | undefined>;
  /** Deletes the task with its pairs and mappings. */
  deleteTask(query: Located): Promise<DeleteTaskResult>;
  listMappings(query: MappingQuery): Promise<ListMappingsResult>;

  /** Waits for the calls in flight, then lets go of the database. Calling it again waits for the same end. */
  close(): Promise<void>;
}

/** The caller makes the id (`newId()`), since the secret is sealed to it before the store sees it. */
export type NewDataSource = Omit<DataSource, 'createTime' | 'updateTime'>;

export type CreateDataSourceResult =
  | { readonly status: 'created'; readonly dataSource: DataSource }
  | { readonly status: 'name-taken' };

export interface DataSourceQuery extends Scope {
  /** Part of the name, in any case; `%` and `_` stand for themselves. */
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly appId?: string | undefined;
  /** By time of creation; default `desc`, the newest first. */
  readonly sort?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface DataSourcePage {
  /** How many fit the query, on all pages. */
  readonly total: number;
  readonly entities: readonly DataSource[];
}

export type DeleteDataSourceResult =
  | { readonly status: 'deleted' }
  | { readonly status: 'not-found' }
  /** `taskIds` names the first ten tasks, oldest first; `total` counts all. */
  | { readonly status: 'in-use'; readonly taskIds: readonly string[]; readonly total: number };

/** Ids of the two data sources of a pair. */
export interface PairIds {
  readonly source: string;
  readonly target: string;
}

export interface InitTask extends Scope {
  /** null makes a new task; an id that is unknown makes one under that id. */
  readonly taskId: string | null;
  /** A non-empty one replaces the task's; null or `''` leaves it. */
  readonly serverId: string | null;
  /** The pair to add, where the task does not have it; the answer then holds that pair, else all pairs of the task. */
  readonly pair?: PairIds | undefined;
  /**
   * What the matcher found, for each pair, in the order to keep. Table pairs that are mapped already stay as they are;
   * proposals for a pair that the task does not have (it was deleted in the meantime) are dropped.
   */
  readonly proposals?: readonly PairProposals[] | undefined;
}

export interface PairProposals extends PairIds {
  readonly mappings: readonly ProposedMapping[];
}

/** A pair with the beginning of its mappings: the first 10 of each kind, as created. */
export interface PairMappings<Mapping = TableMapping> extends TaskPair {
  readonly mappings: readonly Mapping[];
  readonly schemaMappings: readonly SchemaMapping[];
  /** How many table mappings the pair has in all. */
  readonly mappingCount: number;
}

export type InitTaskResult<Mapping = TableMapping> =
  | {
      readonly status: 'done';
      /** Whether this call made the task. */
      readonly created: boolean;
      readonly task: Task;
      /** Empty where the task has no pair. */
      readonly pairs: readonly PairMappings<Mapping>[];
    }
  /** No such data source in that project and instance (any more); nothing was stored. */
  | { readonly status: 'unknown-source' }
  | { readonly status: 'unknown-target' };

export type DeleteTaskResult = { readonly status: 'deleted' } | { readonly status: 'not-found' };

export interface MappingQuery extends Scope {
  readonly taskId: string;
  /** Ids of the pair's data sources. */
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  /** A table by its wire name `schema.table` or its bare name, compared exactly. */
  readonly sourceTable?: string | undefined;
  readonly targetTable?: string | undefined;
  /** The same for either side. */
  readonly tableName?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

export type ListMappingsResult<Mapping = TableMapping> =
  | {
      readonly status: 'page';
      readonly task: Task;
      /** Undefined where the task has no pair at all: then the page is empty. */
      readonly pair: TaskPair | undefined;
      readonly mappings: readonly Mapping[];
      /** How many mappings of the pair fit the query, on all pages. */
      readonly total: number;
      /** The first 1,000 of the pair. */
      readonly schemaMappings: readonly SchemaMapping[];
    }
  | { readonly status: 'no-task' }
  /** The task has pairs, but none with the data sources of the query. */
  | { readonly status: 'no-pair' }
  /** Several pairs fit the query; it must name one. */
  | { readonly status: 'several-pairs'; readonly pairs: readonly TaskPair[] };

export interface OpenStoreOptions {
  /** The database file, made with its folders where it is missing; `:memory:` keeps everything in memory and forgets it. */
  readonly path: string;
  /** The time in UTC epoch milliseconds; default the system's clock. */
  readonly now?: () => number;
  /** Makes the ids of tasks and mappings; default 32 random hex digits. */
  readonly newId?: () => string;
}
