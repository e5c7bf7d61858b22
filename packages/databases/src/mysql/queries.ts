/**
 * One query for each kind of fact, of the database that the session is in. An equality on the schema is what keeps
 * information_schema fast: without it the server opens every table that it has. Names are sorted by their bytes, since those
 * that differ by case alone are equal to the server.
 */

/** Has the server give a query up after so many milliseconds; MariaDB counts seconds, and has another name for it. */
export function limitQueries(milliseconds: number, isMariaDb: boolean): string {
  return isMariaDb
    ? `set session max_statement_time = ${milliseconds / 1000}`
    : `set session max_execution_time = ${Math.ceil(milliseconds)}`;
}

/** The server's version, the database as the server writes its name, and 0 where names of tables differ by case. */
export const serverQuery = 'select version(), database(), @@lower_case_table_names';

/** Name. Tables that hold rows of their own: no view, no sequence. A partitioned table is one table. */
export const tablesQuery = `
  select table_name from information_schema.tables
  where table_schema = database() and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')`;

/** Table, name, type as declared, marks: `n` where NULL is allowed, `r` where the user may read it. */
export const columnsQuery = `
  select table_name, column_name, column_type,
    concat(if(is_nullable = 'YES', 'n', ''), if(find_in_set('select', privileges), 'r', ''))
  from information_schema.columns where table_schema = database()
  order by binary table_name, ordinal_position`;

/** Table: those of the named ones that have columns now. */
export const withColumnsQuery = (names: readonly string[]) => `
  select distinct table_name from information_schema.columns where table_schema = database()
    and binary table_name in (${names.map((name) => `x'${Buffer.from(name).toString('hex')}'`).join()})`;

/** Table: those of which the user may read some columns alone. The server shows just these columns, as if there were no others. */
export const partlyReadableQuery = `
  select distinct own.table_name
  from (select concat('''', replace(current_user(), '@', '''@'''), '''') as name) as me
    join information_schema.column_privileges own on own.grantee = me.name
  where own.table_schema = database() and own.privilege_type = 'SELECT'
    and not exists (select 1 from information_schema.table_privileges of_table where of_table.grantee = me.name
      and of_table.table_schema = own.table_schema and of_table.table_name = own.table_name and of_table.privilege_type = 'SELECT')
    and not exists (select 1 from information_schema.schema_privileges of_schema where of_schema.grantee = me.name
      and database() like of_schema.table_schema and of_schema.privilege_type = 'SELECT')
    and not exists (select 1 from information_schema.user_privileges of_all where of_all.grantee = me.name
      and of_all.privilege_type = 'SELECT')`;

/** A row where some column may hold JSON, which MariaDB keeps in a \`longtext\`. */
export const mayHoldJsonQuery = `
  select 1 from information_schema.columns where table_schema = database() and data_type = 'longtext' limit 1`;

/** Table, column: the check of a JSON column, which the server itself names after the column. To find it the server opens every table. */
export const jsonQuery = `
  select table_name, constraint_name from information_schema.check_constraints
  where constraint_schema = database()
    and check_clause = concat('json_valid(\`', replace(constraint_name, '\`', '\`\`'), '\`)')`;

/** Table, column. Read from the indexes: key_column_usage takes four times as long. */
export const primaryKeysQuery = `
  select table_name, column_name from information_schema.statistics
  where table_schema = database() and index_name = 'PRIMARY'
  order by binary table_name, seq_in_index`;

/** Table, key, column, table referred to, column referred to; a key that leads into another database is left out. */
export const foreignKeysQuery = `
  select table_name, constraint_name, column_name, referenced_table_name, referenced_column_name
  from information_schema.key_column_usage
  where table_schema = database() and referenced_table_schema = database() and referenced_table_name is not null
  order by binary table_name, binary constraint_name, ordinal_position`;
