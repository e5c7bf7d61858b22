import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { needs, takesLong } from '../../../test/programs.ts';
import { type CatalogColumn, type CatalogTable, type ReadCatalogOptions, readCatalog } from '../src/index.ts';
import { between } from './between.ts';
import { stubDriverEnvironment } from './driver-environment.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { selfSigned } from './self-signed.ts';

const certificate = selfSigned('localhost');
let starting: Promise<PostgresServer> | undefined;
let server: PostgresServer;
let databases = 0;

beforeEach(async (context) => {
  starting ??= startPostgres(needs(context, 'postgres'), certificate);
  server = await starting;
});

afterAll(async () => (await starting)?.stop());

async function client(database: string): Promise<Client> {
  const { host, port, user, password } = server;
  const opened = new Client({ host, port, user, password, database });
  await opened.connect();
  onTestFinished(() => opened.end());
  return opened;
}

/** A fresh database with the given content, and a connection to it. */
async function database(sql = '', encoding = 'UTF8'): Promise<{ name: string; owner: Client }> {
  const name = `test_${++databases}`;
  await (await client('postgres')).query(`create database ${name} template template0 encoding '${encoding}'`);
  const owner = await client(name);
  await owner.query(sql);
  return { name, owner };
}

/** How many clients but the owner are connected to its database; the server's own workers come and go there too. */
async function readings(owner: Client): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as others from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`);
  return rows[0].others;
}

interface More extends Partial<Pick<ReadCatalogOptions, 'signal' | 'maxTables' | 'maxColumns' | 'queryTimeout'>> {
  readonly host?: string;
  readonly port?: number;
  readonly ssl?: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

function read(name: string, more: More = {}) {
  const { host = server.host, port = server.port, ssl, database = name, ...others } = more;
  const { user = server.user, password = server.password, ...limits } = others;
  const settings = { host, port, database_name: database, user_name: user, password, ssl };
  const place = { addresses: [server.host], port };
  const signal = new AbortController().signal;
  return readCatalog({ type: 'POSTGRESQL', settings, place, signal, maxTables: 100, ...limits });
}

const tableNames = async (name: string, more?: More) =>
  (await read(name, more)).tables.map((table) => `${table.schema}.${table.name}`);

describe('a PostgreSQL catalog', () => {
  test('holds the facts of every column, key and reference, and is a catalog file as it is', async () => {
    const { name } = await database(`
      create schema sales;
      create table customer (id bigint primary key, email varchar(120) not null, balance numeric(10,2));
      create table sales."order" (no int, customer_id bigint not null references customer, primary key (customer_id, no));
      create table sales.line (id int, c bigint, n int, foreign key (c, n) references sales."order" (customer_id, no));
    `);
    const catalog = await read(name);
    expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog);
    const column = (
      name: string,
      type: string,
      base_type: string,
      length: string | null,
      nullable: boolean,
      field_type: string,
      field_length: string,
    ) => ({ name, type, base_type, length, nullable, field_type, field_length });
    expect(catalog).toEqual({
      dialect: 'postgres',
      tables: [
        {
          schema: 'public',
          name: 'customer',
          columns: [
            column('id', 'bigint', 'bigint', null, false, 'INT8', '0'),
            column('email', 'character varying(120)', 'character varying', '120', false, 'VARCHAR', '120'),
            column('balance', 'numeric(10,2)', 'numeric', '10,2', true, 'NUMERIC', '10'),
          ],
          primary_key: ['id'],
          foreign_keys: [],
        },
        {
          schema: 'sales',
          name: 'line',
          columns: [
            column('id', 'integer', 'integer', null, true, 'INT4', '0'),
            column('c', 'bigint', 'bigint', null, true, 'INT8', '0'),
            column('n', 'integer', 'integer', null, true, 'INT4', '0'),
          ],
          primary_key: [],
          foreign_keys: [
            { columns: ['c', 'n'], ref_schema: 'sales', ref_table: 'order', ref_columns: ['customer_id', 'no'] },
          ],
        },
        {
          schema: 'sales',
          name: 'order',
          columns: [
            column('no', 'integer', 'integer', null, false, 'INT4', '0'),
            column('customer_id', 'bigint', 'bigint', null, false, 'INT8', '0'),
          ],
          primary_key: ['customer_id', 'no'],
          foreign_keys: [
            { columns: ['customer_id'], ref_schema: 'public', ref_table: 'customer', ref_columns: ['id'] },
          ],
        },
      ],
    });
  });

  test('writes every kind of type as the wire wants it', async () => {
    const types: [declared: string, type: string, base: string, wire: string][] = [
      ['smallint', 'smallint', 'smallint', 'INT2 0'],
      ['serial', 'integer', 'integer', 'INT4 0'],
      ['real', 'real', 'real', 'FLOAT4 0'],
      ['double precision', 'double precision', 'double precision', 'FLOAT8 0'],
      ['numeric', 'numeric', 'numeric', 'NUMERIC 0'],
      ['numeric(1000)', 'numeric(1000,0)', 'numeric', 'NUMERIC 1000'],
      ['boolean', 'boolean', 'boolean', 'BOOL 0'],
      ['varchar', 'character varying', 'character varying', 'VARCHAR 0'],
      ['char', 'character(1)', 'character', 'BPCHAR 1'],
      ['char(5)', 'character(5)', 'character', 'BPCHAR 5'],
      ['bpchar', 'bpchar', 'bpchar', 'BPCHAR 0'],
      ['text', 'text', 'text', 'TEXT 0'],
      ['bytea', 'bytea', 'bytea', 'BYTEA 0'],
      ['date', 'date', 'date', 'DATE 0'],
      ['timestamp', 'timestamp without time zone', 'timestamp without time zone', 'TIMESTAMP(6) 0'],
      ['timestamp(0)', 'timestamp(0) without time zone', 'timestamp without time zone', 'TIMESTAMP(0) 0'],
      ['timestamptz(3)', 'timestamp(3) with time zone', 'timestamp with time zone', 'TIMESTAMPTZ(3) 0'],
      ['time(2)', 'time(2) without time zone', 'time without time zone', 'TIME(2) 0'],
      ['timetz', 'time with time zone', 'time with time zone', 'TIMETZ(6) 0'],
      ['interval day to second(3)', 'interval day to second(3)', 'interval day to second', 'INTERVAL 0'],
      ['bit(3)', 'bit(3)', 'bit', 'BIT 3'],
      ['varbit(9)', 'bit varying(9)', 'bit varying', 'VARBIT 9'],
      ['varbit', 'bit varying', 'bit varying', 'VARBIT 0'],
      ['jsonb', 'jsonb', 'jsonb', 'JSONB 0'],
      ['uuid', 'uuid', 'uuid', 'UUID 0'],
      ['int4range', 'int4range', 'int4range', 'INT4RANGE 0'],
      ['int[][]', 'integer[]', 'integer[]', 'INT4[] 0'],
      ['varchar(7)[]', 'character varying(7)[]', 'character varying[]', 'VARCHAR[] 7'],
      ['mood', 'mood', 'mood', 'ENUM 0'],
      ['mood[]', 'mood[]', 'mood[]', 'ENUM[] 0'],
      ['email', 'email', 'email', 'VARCHAR 120'],
      ['work_email[]', 'work_email[]', 'work_email[]', 'VARCHAR[] 120'],
      ['far."Odd Type"', '"Odd Type"', '"odd type"', 'ODD TYPE 0'],
    ];
    const { name } = await database(`
      create type mood as enum ('good', 'bad'); create domain email as varchar(120); create domain work_email as email;
      create schema far; create type far."Odd Type" as (a int);
      create table t (${types.map(([declared], at) => `c${at} ${declared}`).join()});
    `);
    const found = (await read(name)).tables[0]?.columns ?? [];
    const row = (column: CatalogColumn, at: number) => [
      types[at]?.[0],
      column.type,
      column.base_type,
      `${column.field_type} ${column.field_length}`,
    ];
    expect(found.map(row)).toEqual(types);
  });

  test('calls a column nullable only where neither it nor its domain forbids NULL', async (context) => {
    takesLong(context);
    const { name } = await database(`
      create domain filled as int not null; create domain brimful as filled; create table t (a int, b int not null, c filled, d brimful);
    `);
    expect((await read(name)).tables[0]?.columns.map((column) => column.nullable)).toEqual([true, false, false, false]);
  });

  test('has tables alone: a partitioned one without its partitions, no view, nothing temporary, nothing of the system', async () => {
    const { name, owner } = await database(`
      create table plain (a int); create table none (); create unlogged table hasty (a int);
      create view v as select 1 as one; create materialized view m as select 1 as one; create sequence s; create index on plain (a);
      create table parted (a int primary key) partition by range (a); create table parted_1 partition of parted for values from (0) to (9);
      create table refers (a int references parted);
      create extension postgres_fdw; create server far foreign data wrapper postgres_fdw; create foreign table abroad (a int) server far;
    `);
    await owner.query('create temp table passing (a int)');
    const { tables } = await read(name);
    expect(tables.map((table) => table.name)).toEqual(['abroad', 'hasty', 'none', 'parted', 'plain', 'refers']);
    expect(tables.at(2)?.columns).toEqual([]);
    expect(tables.at(-1)?.foreign_keys).toEqual([
      { columns: ['a'], ref_schema: 'public', ref_table: 'parted', ref_columns: ['a'] },
    ]);
  });

  test('has the tables of extensions, and each table of an inheritance with all its columns', async (context) => {
    takesLong(context);
    const { name } = await database(`
      create table parent (id int, v text); create table child (extra int) inherits (parent); create table bare () inherits (parent);
      create table owned (a int); create extension citext; alter extension citext add table owned;
    `);
    const { tables } = await read(name);
    expect(tables.map((table) => [table.name, table.columns.map((column) => column.name)])).toEqual([
      ['bare', ['id', 'v']],
      ['child', ['id', 'v', 'extra']],
      ['owned', ['a']],
      ['parent', ['id', 'v']],
    ]);
  });

  test('lists the partitions themselves where no table above them may be read', async (context) => {
    takesLong(context);
    const { name } = await database(`
      create schema closed; create table closed.events (id int primary key) partition by range (id);
      create table events_1 partition of closed.events for values from (0) to (9);
      create table logs (id int) partition by range (id); create table logs_1 partition of logs for values from (0) to (9);
      create table sales (id int, d int) partition by range (id);
      create table sales_1 partition of sales for values from (0) to (9) partition by range (d);
      create table sales_1_1 partition of sales_1 for values from (0) to (9);
      create table sales_2 partition of sales for values from (9) to (19) partition by range (d);
      create table sales_2_1 partition of sales_2 for values from (0) to (9);
      create table whole (id int, d int) partition by range (id);
      create table whole_1 partition of whole for values from (0) to (9) partition by range (d);
      create table whole_1_1 partition of whole_1 for values from (0) to (9);
      create table refers (id int references closed.events);
      create role lister login password 'l'; grant select on closed.events, events_1, logs_1, sales_1, sales_1_1, sales_2_1, whole, whole_1_1, refers to lister;
    `);
    const { tables } = await read(name, { user: 'lister', password: 'l' });
    expect(tables.map((table) => table.name)).toEqual([
      'events_1',
      'logs_1',
      'refers',
      'sales_1',
      'sales_2_1',
      'whole',
    ]);
    expect(tables.find((table) => table.name === 'events_1')?.primary_key).toEqual(['id']);
    expect(tables.find((table) => table.name === 'refers')?.foreign_keys).toEqual([]);
  });

  test('leaves out dropped columns and keeps generated ones', async (context) => {
    takesLong(context);
    const { name } = await database(`
      create table t (a int, gone int, b int generated always as (a * 2) stored, c int); alter table t drop column gone;
    `);
    expect((await read(name)).tables[0]?.columns.map((column) => column.name)).toEqual(['a', 'b', 'c']);
  });

  test('has only what the user may read, and no reference to the rest', async () => {
    const { name } = await database(`
      create table seen (id int primary key, h int); create table hidden (id int primary key); alter table seen add foreign key (h) references hidden;
      create table in_part (a int, b int); create schema closed; create table closed.inside (a int);
      create role reader login password 'reading'; grant select on seen to reader; grant select (a) on in_part to reader; grant select on closed.inside to reader;
    `);
    const { tables } = await read(name, { user: 'reader', password: 'reading' });
    expect(tables.map((table) => table.name)).toEqual(['seen']);
    expect(tables[0]?.foreign_keys).toEqual([]);
  });

  test("keeps names character for character, and is not led astray by objects that are named like the system's", async () => {
    const odd = [
      'a b',
      "it's",
      'say "hi"',
      'Caffè',
      '😀',
      'a.b',
      '; drop table x --',
      'line\nbreak',
      'pg_class',
      'x'.repeat(63),
    ].sort();
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const { name, owner } = await database(`
      ${odd.map((text) => `create table ${quote(text)} (${quote(text)} int);`).join('')}
      create function public.format_type(oid, int) returns text language sql as $$ select 'led astray' $$;
    `);
    await owner.query(`alter database ${name} set search_path = public, pg_catalog`);
    const { tables } = await read(name);
    expect(tables.map((table) => table.name).sort()).toEqual(odd);
    for (const table of tables)
      expect(table.columns.map(({ name, type }) => [name, type])).toEqual([[table.name, 'integer']]);
  });

  test('of as many tables as allowed is read, of one more refused with both numbers', async (context) => {
    takesLong(context);
    const { name } = await database('create table a (x int); create table b (x int); create table c (x int)');
    expect(await tableNames(name, { maxTables: 3 })).toHaveLength(3);
    await expect(read(name, { maxTables: 2 })).rejects.toMatchObject({ kind: 'too-many-tables', count: 3, limit: 2 });
    await expect(read(name, { maxColumns: 2 })).rejects.toMatchObject({ kind: 'too-many-columns', count: 3, limit: 2 });
  });

  test('of an empty database has no tables, and leaves no connection behind', async (context) => {
    takesLong(context);
    const { name, owner } = await database();
    expect(await read(name)).toEqual({ dialect: 'postgres', tables: [] });
    await expect.poll(() => readings(owner)).toBe(0);
  });
});

describe('names in another encoding than UTF-8', () => {
  /** Runs a statement in which `%s` is that one byte. */
  const withByte = (statement: string, byte: number) =>
    `do $$ begin execute format($s$${statement}$s$, chr(${byte})); end $$;`;

  test('are translated where the database says which it is', async (context) => {
    takesLong(context);
    const { name } = await database(withByte('create table "caf%1$s" ("%1$s" int)', 0xe9), 'LATIN1');
    const [table] = (await read(name)).tables;
    expect([table?.name, table?.columns[0]?.name]).toEqual(['café', 'é']);
  });

  test.for([
    ['schema', 'create schema "s%1$s"; create table "s%1$s".t (a int)', 0xe9, 'SQL_ASCII', 'schema .*: "s\\\\xE9"'],
    ['table', 'create table "caf%1$s" (a int)', 0xe9, 'SQL_ASCII', 'table .*: "public\\.caf\\\\xE9"'],
    ['column', 'create table t ("a%1$s" int)', 0xff, 'SQL_ASCII', 'column .*: "public\\.t\\.a\\\\xFF"'],
    [
      'type',
      'create type "m%1$s" as enum (\'x\'); create table t (a "m%1$s")',
      0xe9,
      'SQL_ASCII',
      'type .*: "m\\\\xE9"',
    ],
    [
      'table in an encoding with holes',
      'create table "t%1$s" (a int)',
      0x81,
      'WIN1252',
      'table .*: "public\\.t\\\\x81"',
    ],
  ] as const)('that cannot be written in it are reported by name: a %s', async ([what, ...facts], context) => {
    if (what !== 'table') takesLong(context);
    const [statement, byte, encoding, message] = facts;
    const { name } = await database(`create table plain (a int); ${withByte(statement, byte)}`, encoding);
    await expect(read(name)).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringMatching(new RegExp(`^The database "${name}" .* has a ${message}.*Rename it`)),
    });
  });

  test('hold nobody up who may not read them', async (context) => {
    takesLong(context);
    const { name } = await database(
      `create table plain (a int); ${withByte('create table "caf%1$s" (a int)', 0xe9)}
       create role plainly login password 'p'; grant select on plain to plainly`,
      'SQL_ASCII',
    );
    expect(await tableNames(name, { user: 'plainly', password: 'p' })).toEqual(['public.plain']);
  });
});

describe('a table that is replaced while it is read', () => {
  /** Holds a reading up in the question that asks for rights, once its transaction has begun; the statements end the hold. */
  async function whileListed(name: string, owner: Client, sql: string, more?: More) {
    const observer = await client(name);
    await owner.query('begin; lock table pg_catalog.pg_inherits in access exclusive mode');
    const reading = read(name, more);
    const held = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await observer.query(held)).rowCount).toBe(1);
    await owner.query(`${sql}; commit`);
    return (await reading).tables;
  }

  const content = `
    create type mood as enum ('a'); create schema moved; create table moved.t (a int);
    create table customers (id int primary key, name varchar(20), kind mood, kinds mood[]); create table orders (id int references customers)`;
  const replacement = `
    create type mood_new as enum ('a'); create table customers_new (id int primary key, name varchar(20), kind mood_new, email text);
    drop table customers cascade; drop type mood; alter type mood_new rename to mood; alter table customers_new rename to customers;
    drop schema moved cascade`;
  const expected = [
    ['moved', 't', ['a integer INT4']],
    [
      'public',
      'customers',
      ['id integer INT4', 'name character varying(20) VARCHAR', 'kind mood ENUM', 'kinds mood[] ENUM[]'],
    ],
    ['public', 'orders', ['id integer INT4']],
  ];

  const shown = ({ schema, name, columns }: CatalogTable) => [
    schema,
    name,
    columns.map((column) => `${column.name} ${column.type} ${column.field_type}`),
  ];

  test.for(['while tables are listed', 'typbasetype', 'format_type', 'pg_constraint'])(
    'is whole, as it was at one moment: %s',
    async (when, context) => {
      takesLong(context);
      const { name, owner } = await database(content);
      const tables = await (when.includes(' ')
        ? whileListed(name, owner, replacement)
        : read(name, { port: await between(server, [when, () => owner.query(replacement)]) }).then(
            ({ tables }) => tables,
          ));
      expect(tables.map(shown)).toEqual(expected);
      expect(tables[1]?.primary_key).toEqual(['id']);
      expect(tables[2]?.foreign_keys).toHaveLength(1);
      const now = (await read(name)).tables;
      expect(now.map(({ name, columns }) => [name, columns.length])).toEqual([
        ['customers', 4],
        ['orders', 1],
      ]);
    },
  );

  test('is seen by those who could read it before alone', async (context) => {
    takesLong(context);
    const { name, owner } = await database(`
      create table granted (a int); create table kept (a int); create table of_all (a int); create schema shut; create table shut.t (a int);
      create role grouped; create role witness login password 'w' in role grouped;
      grant select on granted to grouped; grant select on of_all to public; grant select on shut.t to witness`);
    const sql = 'drop table granted, kept, of_all; drop schema shut cascade';
    const tables = await whileListed(name, owner, sql, { user: 'witness', password: 'w' });
    expect(tables.map((table) => table.name)).toEqual(['granted', 'of_all']);
  });
});

describe('an encrypted reading', () => {
  test('checks the certificate against the name of the server', async () => {
    const { name } = await database('create table a (b int)');
    const untrusted = read(name, { host: 'localhost', ssl: true });
    await expect(untrusted).rejects.toMatchObject({ kind: 'refused' });
    const file = join(mkdtempSync(join(tmpdir(), 'roma-fdi-certificate-')), 'ca.pem');
    writeFileSync(file, certificate.cert);
    vi.stubEnv('NODE_EXTRA_CA_CERTS', file);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(dirname(file), { recursive: true });
    });
    expect(await tableNames(name, { host: 'localhost', ssl: true })).toEqual(['public.a']);
    await expect(read(name, { host: 'elsewhere.example', ssl: true })).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('certificate'),
    });
  });
});

test('the environment reaches no reading: whatever a driver reads there is set, and the catalog is the same', async (context) => {
  takesLong(context);
  const { name } = await database('create table a (b int); create schema s; create table s.t (c text)');
  const before = await read(name);
  expect(stubDriverEnvironment()).toEqual(expect.arrayContaining(['PGSSLMODE', 'NODE_PG_FORCE_NATIVE']));
  expect(await read(name)).toEqual(before);
  expect(before.tables).toHaveLength(2);
});

describe('what PostgreSQL refuses is told without its words', () => {
  /** Outside CI one of what the server refuses and one of what is not even asked. */
  const usual = ['a wrong password', 'a user that smuggles a parameter in'];
  test.for([
    ['a wrong password', { password: 'wrong-secret' }, 'refused', 'user name or the password'],
    ['an unknown user', { user: 'nobody-here' }, 'refused', 'user name or the password'],
    ['no password', { password: '' }, 'refused', 'login'],
    ['an unknown database', { database: 'no"such\ndb' }, 'missing', 'does not exist'],
    ['an empty user', { user: '' }, 'refused', 'user name'],
    ['an empty database', { database: '' }, 'refused', 'database name'],
    ['a user that smuggles a parameter in', { user: 'tester\0options\0-c search_path=x' }, 'refused', 'NUL'],
  ] as const)('%s', async ([what, more, kind, words], context) => {
    if (!usual.includes(what)) takesLong(context);
    vi.stubEnv('PGUSER', server.user).stubEnv('PGPASSWORD', server.password).stubEnv('PGDATABASE', 'postgres');
    onTestFinished(() => void vi.unstubAllEnvs());
    const error: Error = await read('postgres', more).then(
      () => expect.unreachable('it was let in'),
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ name: 'CatalogError', kind, message: expect.stringContaining(words) });
    expect(error.message).toMatch(/^.{20,250}$/);
    expect(error.message).not.toMatch(/wrong-secret|authentication failed|role|FATAL/);
  });

  test('a user without the right to connect', async (context) => {
    takesLong(context);
    const { name } = await database("create role outsider login password 'o'");
    const admin = await client('postgres');
    await admin.query(`revoke connect on database ${name} from public`);
    await expect(read(name, { user: 'outsider', password: 'o' })).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('a reading that the server holds up', () => {
  /** Nobody can read the catalog's columns until the lock is given back. */
  async function held() {
    const { name, owner } = await database('create table a (b int)');
    const backend = (await owner.query('select pg_backend_pid() as pid')).rows[0].pid;
    return {
      name,
      owner,
      backend,
      lock: () => owner.query('begin; lock table pg_catalog.pg_constraint in access exclusive mode'),
    };
  }

  test('ends with the limit of one query, here and on the server', async () => {
    const { name, lock } = await held();
    await lock();
    await expect(read(name, { queryTimeout: 500 })).rejects.toMatchObject({ kind: 'too-slow' });
    // The owner sees one state of the server as long as its transaction lasts.
    const observer = await client(name);
    await expect.poll(() => readings(observer)).toBe(1);
  });

  test("ends with the caller's signal", async () => {
    const { name, lock } = await held();
    await lock();
    await expect(read(name, { signal: AbortSignal.timeout(1000) })).rejects.toMatchObject({ kind: 'too-slow' });
  });

  test('ends when an operator ends its connection', async (context) => {
    takesLong(context);
    const { name, backend, lock } = await held();
    await lock();
    const operator = await client('postgres');
    const reading = expect(read(name)).rejects.toMatchObject({ kind: 'unreachable' });
    const terminate = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = '${name}' and pid <> ${backend} and wait_event_type = 'Lock' and backend_type = 'client backend'`;
    await expect.poll(async () => (await operator.query(terminate)).rowCount).toBe(1);
    await reading;
  });
});
