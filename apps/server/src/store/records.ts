/** What the store keeps, in the store's own words; the wire's names are given in `wire/`. */
import type { BriefTaskRespBean } from '@roma-fdi/types';
import type { ColumnCounts, ColumnTexts, MappedColumns } from './columns.ts';

/** Where something lives: every look-up is inside one project and instance. */
export interface Scope {
  readonly project: string;
  readonly instance: string;
}

/** One task or one data source. */
export interface Located extends Scope {
  readonly id: string;
}

/** A registered data source; its id is unique over all projects. Times are UTC epoch milliseconds. */
export interface DataSource extends Located {
  /** Unique within project and instance. */
  readonly name: string;
  readonly type: string;
  readonly appId: string | null;
  /** How to reach it, without secrets. */
  readonly content: Readonly<Record<string, unknown>>;
  /** The sealed secrets, opaque to the store. */
  readonly sealedSecret: string | null;
  readonly description: string | null;
  readonly createTime: number;
  readonly updateTime: number;
}

/** The facts of a data source that an answer about a task repeats. */
export type DataSourceFacts = Pick<DataSource, 'id' | 'name' | 'type' | 'instance' | 'appId'>;

/** How the latest run of a task stands. */
export type ExecuteStatus = NonNullable<BriefTaskRespBean['execute_status']>;

/** What a task has from the call that creates it. */
export interface TaskFacts {
  readonly description: string | null;
  readonly tag: string | null;
  /** Which changes of the source are passed on, as JSON text; null for a draft. */
  readonly operationTypes: string | null;
  /** Those of the first pair where the caller names none. */
  readonly sourceAppId: string | null;
  readonly targetAppId: string | null;
}

/** A composite task. */
export interface Task extends TaskFacts {
  /** Unique within project and instance. */
  readonly id: string;
  readonly serverId: string | null;
  /** Unique within project and instance; null while the task is a draft, which no list has. */
  readonly name: string | null;
  readonly executeStatus: ExecuteStatus;
  readonly created: number;
  /** Last change of the task, its pairs or its mappings; a call that changed nothing leaves it. */
  readonly modified: number;
}

/** Ids of the two data sources of a pair. */
export interface PairIds {
  readonly source: string;
  readonly target: string;
}

/** A source and a target of a task. */
export interface TaskPair {
  readonly source: DataSourceFacts;
  readonly target: DataSourceFacts;
  /** Names of the groups that the tables form; null for the vendor's usual ones. */
  readonly sourceGroup: string | null;
  readonly targetGroup: string | null;
}

/** A task with its pairs, in the order in which they were added. */
export interface TaskWithPairs extends Task {
  readonly pairs: readonly TaskPair[];
}

/** The two tables of a mapping: identity is schema and table, never a joined string. */
export interface TablePair {
  readonly sourceSchema: string;
  readonly sourceTable: string;
  readonly targetSchema: string;
  readonly targetTable: string;
}

/** A table mapping that the matcher proposes. */
export interface ProposedMapping extends TablePair, MappedColumns {
  /** 0 to 100. */
  readonly percent: number;
  /** As `writeReasons` has them; null where nobody knows why. */
  readonly reasons: string | null;
}

/** What the matcher makes of two databases. */
export interface Proposals {
  /** In the order to keep, as `writeProposals` gives them. */
  readonly batches: readonly string[];
  /** The tables for which it proposes nothing, as `writeUnmapped` gives them. */
  readonly unmapped: readonly string[];
  /** Whether all tables of both databases were matched, and not some that were chosen. */
  readonly whole: boolean;
}

export interface PairProposals extends PairIds, Proposals {}

interface MappingFacts extends TablePair {
  readonly id: string;
  readonly percent: number;
  readonly status: string;
  readonly updatedTime: number;
}

/** A table mapping of a pair, its columns as text: they are expanded only where a row is answered. */
export interface TableMapping extends MappingFacts, ColumnTexts {}

/** A table mapping of which the columns are counted. */
export interface MappingSummary extends MappingFacts, ColumnCounts {}

/** A table mapping as a list asked for it. */
export type ListedMapping = (TableMapping | MappingSummary) & {
  /** As `writeReasons` has them; null where there are none, absent where nobody asked for them. */
  readonly reasons?: string | null;
};

/** The two sides of a pair, of a mapping, and of matching. */
export type Side = 'source' | 'target';

/** A table that is in no mapping, and why. */
export interface UnmappedTable {
  readonly schema: string;
  readonly table: string;
  readonly reason: string;
  /** The most similar table of the other side, with its score in thousandths; null where none resembles it. */
  readonly nearest: { readonly schema: string; readonly table: string; readonly score: number } | null;
}

/** A source schema and the target schema into which at least one of its tables is mapped. */
export interface SchemaMapping extends Pick<TablePair, 'sourceSchema' | 'targetSchema'> {
  readonly id: string;
  readonly status: string;
  readonly updatedTime: number;
}
