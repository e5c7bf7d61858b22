/** One query for each kind of fact. All read pg_catalog alone, and run on PostgreSQL 10 and later. */

/**
 * Ordinary, partitioned and foreign tables that the user may read as a whole: no partition (its parent stands for it),
 * nothing temporary, nothing of the system's. Without the check of rights pg_catalog would show tables that no task can read.
 */
const readable = `
  select c.oid, n.nspname, c.relname
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f') and not c.relispartition and c.relpersistence <> 't'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`;

const columnsOfReadable = `pg_attribute a join (${readable}) r on r.oid = a.attrelid and a.attnum > 0 and not a.attisdropped`;

/** One state of the catalog for all queries, and names that mean what they say. The limit is in milliseconds. */
export function beginReading(limit: number): string {
  return `begin transaction isolation level repeatable read read only;
    set local search_path = pg_catalog, pg_temp; set local statement_timeout = ${Math.ceil(limit)}`;
}

export const endReading = 'commit';

/** Table, schema, name. */
export const tablesQuery = `${readable} order by n.nspname, c.relname`;

/** Type, name, kind, inner type, inner modifier, not null: the types of all columns, and what domains and arrays among them are made of. */
export const typesQuery = `
  with recursive used(oid) as (
    select distinct a.atttypid from ${columnsOfReadable}
    union
    select case when t.typtype = 'd' then t.typbasetype else t.typelem end
    from used join pg_type t on t.oid = used.oid
    where t.typtype = 'd' or (t.typcategory = 'A' and t.typelem <> 0)
  )
  select t.oid, t.typname,
    case when t.typtype = 'e' then 'enum' when t.typtype = 'd' then 'domain' when t.typcategory = 'A' and t.typelem <> 0 then 'array' else 'plain' end,
    case when t.typtype = 'd' then t.typbasetype else t.typelem end, t.typtypmod, t.typnotnull
  from used join pg_type t on t.oid = used.oid`;

/** Table, name, type, modifier, not null, the type as declared. Types outside pg_catalog are written with their schema, which is cut off. */
export const columnsQuery = `
  select a.attrelid, a.attname, a.atttypid, a.atttypmod, a.attnotnull,
    case when tn.nspname = 'pg_catalog' then format_type(a.atttypid, a.atttypmod)
      else substr(format_type(a.atttypid, a.atttypmod), length(quote_ident(tn.nspname)) + 2) end
  from ${columnsOfReadable} join pg_type t on t.oid = a.atttypid join pg_namespace tn on tn.oid = t.typnamespace
  order by a.attrelid, a.attnum`;

/** Table, key, table referred to or 0, column, column referred to or null: primary and foreign keys. */
export const keysQuery = `
  select r.oid, k.oid, k.confrelid, a.attname, b.attname
  from pg_constraint k join (${readable}) r on r.oid = k.conrelid
    cross join lateral unnest(k.conkey, k.confkey) with ordinality as part(number, ref_number, place)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.number
    left join pg_attribute b on b.attrelid = k.confrelid and b.attnum = part.ref_number
  where k.contype in ('p', 'f')
  order by r.oid, k.oid, part.place`;
