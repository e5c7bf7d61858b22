/** The tables as Kysely sees them; their definition is in the migrations of each dialect. */
import type { Generated, Kysely } from 'kysely';

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
  created: number;
  modified: number;
}

interface PairTable extends Keyed {
  task_key: number;
  source_key: number;
  target_key: number;
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
}

interface SchemaMappingTable extends Keyed {
  id: string;
  pair_key: number;
  source_schema: string;
  target_schema: string;
  status: string;
  updated_time: number;
}

export interface Tables {
  data_sources: DataSourceTable;
  tasks: TaskTable;
  pairs: PairTable;
  mappings: MappingTable;
  schema_mappings: SchemaMappingTable;
}

/** The database, or the transaction that is open in it. */
export type Database = Kysely<Tables>;

/** What a call works with. */
export interface Work {
  readonly db: Database;
  /** The time of the call, in UTC epoch milliseconds. */
  readonly now: number;
}
