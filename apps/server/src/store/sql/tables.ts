/** The tables as Kysely sees them; their definition is in the migrations of each dialect. */
import type { Generated, Kysely } from '#kysely';
import type { ExecuteStatus } from '../records.ts';

/** `key` counts upwards and is never used twice: it is the order of creation. */
interface Keyed {
  key: Generated<number>;
}

interface DataSourceTable extends Keyed {
  id: string;
  project_id: string;
  instance_id: string;
  name: string;
  /** The name as searches compare it. */
  folded_name: string;
  type: string;
  app_id: string | null;
  content: string;
  sealed_secret: string | null;
  description: string | null;
  create_time: number;
  update_time: number;
}

interface TaskTable extends Keyed {
  project_id: string;
  instance_id: string;
  id: string;
  server_id: string | null;
  /** Null for a draft. */
  name: string | null;
  folded_name: string | null;
  description: string | null;
  tag: string | null;
  operation_types: string | null;
  source_app_id: string | null;
  target_app_id: string | null;
  /** What the next start of the task is to do besides going on: 1 to take existing rows over as well. */
  repulling_snapshot: Generated<number>;
  /** From where the next start reads the changes of the source, in UTC epoch milliseconds; null for where it stands. */
  reset_from: number | null;
  execute_status: Generated<ExecuteStatus>;
  created: number;
  modified: number;
}

interface PairTable extends Keyed {
  task_key: number;
  source_key: number;
  target_key: number;
  /** Null for the vendor's usual names. */
  source_group: string | null;
  target_group: string | null;
  /** Kept with every change of the pair's mappings: counting 10,000 of them costs more than all the rest of an answer. */
  mapping_count: Generated<number>;
}

interface MappingTable extends Keyed {
  id: string;
  pair_key: number;
  source_schema: string;
  source_table: string;
  target_schema: string;
  target_table: string;
  percent: number;
  status: string;
  updated_time: number;
  source_columns: string;
  target_columns: string;
  column_pairs: string;
  /** Column pairs, and source columns that are in none. */
  mapped: number;
  unmapped: number;
  /** 1 where a person made, changed or confirmed it: automatic mapping heeds it. */
  decided: Generated<number>;
  /** Why it was proposed, as `writeReasons` has it; null where it was not, or was changed by hand since. */
  reasons: string | null;
}

interface SchemaMappingTable extends Keyed {
  id: string;
  pair_key: number;
  source_schema: string;
  target_schema: string;
  status: string;
  updated_time: number;
}

/** Automatic proposals that somebody deleted: they are not made again. */
interface RefusedProposalTable {
  pair_key: number;
  source_schema: string;
  source_table: string;
  target_schema: string;
  target_table: string;
}

/** Column pairs that are not to be proposed, in tables that may be mapped. */
interface RefusedColumnTable extends RefusedProposalTable {
  source_column: string;
  target_column: string;
}

/** What the latest automatic mapping left unmapped. What was mapped since is still here, and is not answered. */
interface UnmappedTableTable {
  pair_key: number;
  side: 'source' | 'target';
  schema_name: string;
  table_name: string;
  reason: string;
  nearest_schema: string | null;
  nearest_table: string | null;
  /** In thousandths. */
  nearest_score: number | null;
}

export interface Tables {
  data_sources: DataSourceTable;
  tasks: TaskTable;
  pairs: PairTable;
  mappings: MappingTable;
  schema_mappings: SchemaMappingTable;
  refused_proposals: RefusedProposalTable;
  refused_columns: RefusedColumnTable;
  unmapped_tables: UnmappedTableTable;
}

/** The database, or the transaction that is open in it. */
export type Database = Kysely<Tables>;

/** What a call works with. */
export interface Work {
  readonly db: Database;
  /** The time of the call, in UTC epoch milliseconds. */
  readonly now: number;
}
