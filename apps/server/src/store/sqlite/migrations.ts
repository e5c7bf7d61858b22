/** The schema on SQLite, step by step. Never edit a released step: add one. */
import type { Migration } from '../sql/migrate.ts';

export const migrations: readonly Migration[] = [
  {
    name: 'data sources, tasks and their mappings',
    statements: [
      `create table data_sources (
        key integer primary key autoincrement,
        id text not null unique,
        project_id text not null,
        instance_id text not null,
        name text not null,
        folded_name text not null,
        type text not null,
        app_id text,
        content text not null check (json_valid(content)),
        sealed_secret text,
        description text,
        create_time integer not null,
        update_time integer not null,
        unique (project_id, instance_id, name)
      ) strict`,
      `create table tasks (
        key integer primary key autoincrement,
        project_id text not null,
        instance_id text not null,
        id text not null,
        server_id text check (server_id <> ''),
        created integer not null,
        modified integer not null,
        unique (project_id, instance_id, id)
      ) strict`,
      `create table pairs (
        key integer primary key autoincrement,
        task_key integer not null references tasks (key) on delete cascade,
        source_key integer not null references data_sources (key),
        target_key integer not null references data_sources (key),
        mapping_count integer not null default 0,
        unique (task_key, source_key, target_key)
      ) strict`,
      'create index pairs_by_source on pairs (source_key)',
      'create index pairs_by_target on pairs (target_key)',
      `create table mappings (
        key integer primary key autoincrement,
        id text not null unique,
        pair_key integer not null references pairs (key) on delete cascade,
        source_schema text not null,
        source_table text not null,
        target_schema text not null,
        target_table text not null,
        percent integer not null check (percent between 0 and 100),
        status text not null,
        updated_time integer not null,
        source_columns text not null,
        target_columns text not null,
        column_pairs text not null,
        unique (pair_key, source_schema, source_table, target_schema, target_table)
      ) strict`,
      // In SQLite an index ends with the row's key, so this one also gives a pair's mappings in the order of creation.
      'create index mappings_by_pair on mappings (pair_key)',
      `create table schema_mappings (
        key integer primary key autoincrement,
        id text not null unique,
        pair_key integer not null references pairs (key) on delete cascade,
        source_schema text not null,
        target_schema text not null,
        status text not null,
        updated_time integer not null,
        unique (pair_key, source_schema, target_schema)
      ) strict`,
      'create index schema_mappings_by_pair on schema_mappings (pair_key)',
    ],
  },
  {
    // Those sealed until here are bound to the ID of their data source alone. They are bound to where they lead once their key is known.
    name: 'secrets that are bound to where they lead',
    statements: ["update data_sources set sealed_secret = 'unbound.' || sealed_secret where sealed_secret is not null"],
  },
  {
    name: 'created tasks, their runs, and refused proposals',
    statements: [
      'alter table tasks add column name text',
      'alter table tasks add column folded_name text',
      'alter table tasks add column description text',
      'alter table tasks add column tag text',
      'alter table tasks add column operation_types text check (json_valid(operation_types))',
      'alter table tasks add column source_app_id text',
      'alter table tasks add column target_app_id text',
      'alter table tasks add column repulling_snapshot integer not null default 0',
      'alter table tasks add column reset_from integer',
      "alter table tasks add column execute_status text not null default 'UNSTARTED'",
      'alter table pairs add column source_group text',
      'alter table pairs add column target_group text',
      // Drafts have no name, and NULLs are distinct.
      'create unique index tasks_by_name on tasks (project_id, instance_id, name)',
      `create table refused_proposals (
        pair_key integer not null references pairs (key) on delete cascade,
        source_schema text not null,
        source_table text not null,
        target_schema text not null,
        target_table text not null,
        primary key (pair_key, source_schema, source_table, target_schema, target_table)
      ) strict, without rowid`,
    ],
  },
  {
    name: 'an index of large mappings',
    statements: [
      `create index large_mappings on mappings (pair_key) where coalesce(octet_length(source_columns), 0)
        + coalesce(octet_length(target_columns), 0) + coalesce(octet_length(column_pairs), 0) > 8192`,
    ],
  },
  {
    name: 'counts of columns, reasons, and decisions',
    statements: [
      'alter table mappings add column mapped integer not null default 0',
      'alter table mappings add column unmapped integer not null default 0',
      'alter table mappings add column decided integer not null default 0',
      // The last column, so that reading the others passes over it.
      'alter table mappings add column reasons text',
      'update mappings set mapped = json_array_length(column_pairs)',
      'update mappings set unmapped = json_array_length(source_columns) - mapped',
      "update mappings set decided = 1 where status = 'MANUAL'",
      `create table refused_columns (
        pair_key integer not null references pairs (key) on delete cascade,
        source_schema text not null,
        source_table text not null,
        target_schema text not null,
        target_table text not null,
        source_column text not null,
        target_column text not null,
        primary key (pair_key, source_schema, source_table, target_schema, target_table, source_column, target_column)
      ) strict, without rowid`,
      `create table unmapped_tables (
        pair_key integer not null references pairs (key) on delete cascade,
        side text not null,
        schema_name text not null,
        table_name text not null,
        reason text not null,
        nearest_schema text,
        nearest_table text,
        nearest_score integer,
        primary key (pair_key, side, schema_name, table_name)
      ) strict, without rowid`,
    ],
  },
];
