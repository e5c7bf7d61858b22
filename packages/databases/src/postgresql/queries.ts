/**
 * One query for each kind of fact. All read pg_catalog alone, and run on PostgreSQL 10 and later. The tables are listed once, rights
 * included; what follows asks for the tables that were found, by their oids: tables and types that another session drops meanwhile
 * are still there for a transaction that began before, but not for functions that look at the catalog as it is now.
 */

/** What the server does not know any more, since it was dropped after the transaction began, is judged by its own list of rights. */
const allowed = (now: string, kind: 'r' | 'n', acl: string, owner: string, privilege: string) => `coalesce(${now},
      (select rolsuper from pg_roles where rolname = current_user)
      or exists (select from pg_roles where rolname = 'pg_read_all_data' and pg_has_role(oid, 'usage'))
      or exists (select from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) as given
        where given.privilege_type = '${privilege}' and (given.grantee = 0 or pg_has_role(given.grantee, 'usage'))))`;

/**
 * Ordinary, partitioned and foreign tables that the user may read as a whole: nothing temporary, nothing of the system's. A partition
 * is left out where a table above it is there, which stands for it. Without the check of rights pg_catalog would show tables that no
 * task can read.
 */
const found = `
  with recursive readable as (
    select c.oid, n.nspname, c.relname, c.relkind, c.relispartition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and ${allowed("has_schema_privilege(n.oid, 'usage')", 'n', 'n.nspacl', 'n.nspowner', 'USAGE')}
      and ${allowed("has_table_privilege(c.oid, 'select')", 'r', 'c.relacl', 'c.relowner', 'SELECT')}
  ), covered(oid) as (
    select i.inhrelid from pg_inherits i join readable r on r.oid = i.inhparent where r.relkind = 'p'
    union select i.inhrelid from pg_inherits i join covered above on above.oid = i.inhparent
  ), found as (
    select oid, nspname, relname from readable where not relispartition or oid not in (select oid from covered)
  )`;

/** One state of the catalog for all queries, and names that mean what they say. The limit is in milliseconds. */
export function beginReading(limit: number): string {
  return `begin transaction isolation level repeatable read read only;
    set local search_path = pg_catalog, pg_temp; set local statement_timeout = ${Math.ceil(limit)}`;
}

export const endReading = 'commit';
export const abandonReading = 'rollback';

/** Table, schema, name. */
export const tablesQuery = `${found} select oid, nspname, relname from found order by nspname, relname`;

/** Tables by their oids. */
const listed = (oids: Iterable<string>) => `unnest('{${[...oids].join()}}'::oid[]) as r(oid)`;
const columnsOf = (oids: Iterable<string>) =>
  `pg_attribute a join ${listed(oids)} on r.oid = a.attrelid and a.attnum > 0 and not a.attisdropped`;

/** Type, name, kind, inner type, inner modifier, not null: the types of all columns, and what domains and arrays among them are made of. */
export const typesQuery = (oids: Iterable<string>) => `
  with recursive used(oid) as (
    select distinct a.atttypid from ${columnsOf(oids)}
    union
    select case when t.typtype = 'd' then t.typbasetype else t.typelem end
    from used join pg_type t on t.oid = used.oid
    where t.typtype = 'd' or (t.typcategory = 'A' and t.typelem <> 0)
  )
  select t.oid, t.typname,
    case when t.typtype = 'e' then 'enum' when t.typtype = 'd' then 'domain' when t.typcategory = 'A' and t.typelem <> 0 then 'array' else 'plain' end,
    case when t.typtype = 'd' then t.typbasetype else t.typelem end, t.typtypmod, t.typnotnull
  from used join pg_type t on t.oid = used.oid`;

/**
 * Table, name, type, modifier, not null, the type as declared. Types outside pg_catalog are written with their schema, which is cut
 * off; one that was dropped meanwhile is `???` to the server, and its name stands for it.
 */
export const columnsQuery = (oids: Iterable<string>) => `
  select a.attrelid, a.attname, a.atttypid, a.atttypmod, a.attnotnull,
    case when tn.nspname = 'pg_catalog' then format_type(a.atttypid, a.atttypmod)
      when format_type(a.atttypid, a.atttypmod) not like '?%' then substr(format_type(a.atttypid, a.atttypmod), length(quote_ident(tn.nspname)) + 2)
      else quote_ident(coalesce(element.typname, t.typname)) || case when element.oid is null then '' else '[]' end end
  from ${columnsOf(oids)} join pg_type t on t.oid = a.atttypid join pg_namespace tn on tn.oid = t.typnamespace
    left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
  order by a.attrelid, a.attnum`;

/**
 * Table, key, table referred to or 0, column, column referred to or null: primary and foreign keys. A key that leads to a partitioned
 * table is kept for each of its partitions, too: those are left out.
 */
export const keysQuery = (oids: Iterable<string>) => `
  select r.oid, k.oid, k.confrelid, a.attname, b.attname
  from pg_constraint k join ${listed(oids)} on r.oid = k.conrelid
    cross join lateral unnest(k.conkey, k.confkey) with ordinality as part(number, ref_number, place)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.number
    left join pg_attribute b on b.attrelid = k.confrelid and b.attnum = part.ref_number
  where k.contype in ('p', 'f') and not exists (
    select from pg_class partition join pg_inherits i on i.inhrelid = partition.oid
      join pg_constraint whole on whole.confrelid = i.inhparent and whole.contype = 'f'
    where partition.oid = k.confrelid and partition.relispartition and whole.conrelid = k.conrelid and whole.conkey = k.conkey)
  order by r.oid, k.oid, part.place`;

/** Kind, name in hexadecimal bytes of the database's own encoding: what holds these bytes, hexadecimal too, in its name. */
export const namesWithBytesQuery = (bytes: string) => `${found}, named(place, kind, name) as (
    select 1, 'schema', nspname::text from found
    union select 2, 'table', nspname::text || '.' || relname::text from found
    union select 3, 'column', nspname::text || '.' || relname::text || '.' || attname::text
      from found join pg_attribute on attrelid = found.oid and attnum > 0 and not attisdropped
    union select 4, 'type', typname::text
      from found join pg_attribute on attrelid = found.oid join pg_type on pg_type.oid = atttypid
  ), written(place, kind, bytes) as (
    select place, kind, convert_to(name, getdatabaseencoding()::name) from named
  )
  select kind, encode(bytes, 'hex') from written where position('\\x${bytes}'::bytea in bytes) > 0 order by place, bytes`;
