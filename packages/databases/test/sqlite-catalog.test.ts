import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import type { Catalog } from '../src/index.ts';
import { stubDriverEnvironment } from './driver-environment.ts';
import { readSqlite, sqliteFile } from './sqlite-folder.ts';

const read = (path: string, maxTables = 1000): Promise<Catalog> =>
  readSqlite({ path, maxTables, signal: new AbortController().signal });

const names = async (sql: string) => (await read(sqliteFile(sql))).tables.map((table) => table.name);

describe('an SQLite catalog', () => {
  test('holds the facts of every column, key and reference', async () => {
    const path = sqliteFile(`
      create table customer (id integer primary key, email varchar(120) not null, balance decimal(10,2), note);
      create table "order" (customer_id int not null references customer, no int not null, at datetime(3), primary key (no, customer_id));
    `);
    expect(await read(path)).toEqual({
      dialect: 'sqlite',
      tables: [
        {
          schema: 'main',
          name: 'customer',
          columns: [
            {
              name: 'id',
              type: 'INTEGER',
              base_type: 'integer',
              length: null,
              nullable: false,
              field_type: 'INTEGER',
              field_length: '0',
            },
            {
              name: 'email',
              type: 'varchar(120)',
              base_type: 'varchar',
              length: '120',
              nullable: false,
              field_type: 'VARCHAR',
              field_length: '120',
            },
            {
              name: 'balance',
              type: 'decimal(10,2)',
              base_type: 'decimal',
              length: '10,2',
              nullable: true,
              field_type: 'DECIMAL',
              field_length: '10',
            },
            {
              name: 'note',
              type: '',
              base_type: '',
              length: null,
              nullable: true,
              field_type: 'BLOB',
              field_length: '0',
            },
          ],
          primary_key: ['id'],
          foreign_keys: [],
        },
        {
          schema: 'main',
          name: 'order',
          columns: [
            {
              name: 'customer_id',
              type: 'INT',
              base_type: 'int',
              length: null,
              nullable: false,
              field_type: 'INT',
              field_length: '0',
            },
            {
              name: 'no',
              type: 'INT',
              base_type: 'int',
              length: null,
              nullable: false,
              field_type: 'INT',
              field_length: '0',
            },
            {
              name: 'at',
              type: 'datetime(3)',
              base_type: 'datetime',
              length: '3',
              nullable: true,
              field_type: 'DATETIME(3)',
              field_length: '0',
            },
          ],
          primary_key: ['no', 'customer_id'],
          foreign_keys: [{ columns: ['customer_id'], ref_schema: 'main', ref_table: 'customer', ref_columns: ['id'] }],
        },
      ],
    });
  });

  test('is a catalog file once it is written as JSON: nothing is lost on the way', async () => {
    const catalog = await read(sqliteFile('create table a (b int)'));
    expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog);
  });

  test('of an empty database has no tables', async () => {
    expect(await read(sqliteFile('create table a (b); drop table a; vacuum'))).toEqual({
      dialect: 'sqlite',
      tables: [],
    });
  });

  test('has tables alone: no view, no index, no virtual table and nothing behind one, no internal table', async () => {
    const sql = `
      create table a (id integer primary key autoincrement, b text unique); create index i on a (b); create view v as select * from a;
      create virtual table words using fts5 (title, body); create virtual table box using rtree (id, x0, x1); analyze;
      create table "sqliteX" (a); create temp table t (a);
    `;
    expect(await names(sql)).toEqual(['a', 'sqliteX']);
  });

  test('keeps tables that only begin like a virtual one, and leaves out those behind it whatever its name', async () => {
    const sql = `
      create virtual table "a b" using fts4 (x); create table "a b_notes" (y); create virtual table [c] using rtree (id, x0, x1);
      create table c_data (y); create virtual table d using "fts5" (x, prefix = '2'); create table using_rtree_node (y);
    `;
    expect(await names(sql)).toEqual(['a b_notes', 'c_data', 'using_rtree_node']);
  });

  test('is not led astray by tables and views that are named like what it is asked with', async () => {
    const sql = `
      create table pragma_table_xinfo (a); create view pragma_table_list as select 1 as name; create table pragma_foreign_key_list (b);
    `;
    expect(await names(sql)).toEqual(['pragma_foreign_key_list', 'pragma_table_xinfo']);
  });

  test('runs and expands nothing of the file: no view, trigger, default, check, index or generated column', async () => {
    const endless = '(with recursive c(x) as (select 1 union all select x + 1 from c) select x from c where x < 0)';
    const functions = ['table_list', 'table_info', 'table_xinfo', 'foreign_key_list', 'index_list', 'encoding'];
    const views = functions.map((name) => `create view pragma_${name} as select * from ${endless};`);
    const sql = `
      ${views.join('')} create view master as select * from ${endless}; create table "main" (a); create table "temp" (a); create table sqlitemaster (a);
      create table t (a int default (upper('x')) check (lower(a) <> 'x'), b int generated always as (a + 1) virtual, c collate nocase, primary key (a));
      create table u (a references t); create index i on u (a + 1) where a > 2;
      create trigger r after insert on t begin insert into u select * from ${endless}; end;
    `;
    const { tables } = await read(sqliteFile(sql));
    expect(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)])).toEqual([
      ['main', ['a']],
      ['sqlitemaster', ['a']],
      ['t', ['a', 'b', 'c']],
      ['temp', ['a']],
      ['u', ['a']],
    ]);
    expect(tables.at(-1)?.foreign_keys).toEqual([
      { columns: ['a'], ref_schema: 'main', ref_table: 't', ref_columns: ['a'] },
    ]);
  });

  test.for([
    'pragma_table_list',
    'pragma_table_info',
    'pragma_table_xinfo',
    'pragma_foreign_key_list',
    'pragma_index_list',
  ])(
    'has its tables although a virtual one is called %s, or an ordinary one with the columns of the answer',
    async (name, context) => {
      // Outside CI the first that is asked, and one that is asked for each table.
      if (!/table_(list|xinfo)/.test(name)) takesLong(context);
      const columns = 'schema, name, type, wr, cid, "notnull", dflt_value, pk, hidden';
      expect(await names(`create table a (b); create virtual table ${name} using fts5 (name)`)).toEqual(['a']);
      expect(
        await names(`create table a (b); create table ${name} (${columns}); insert into ${name} (name) values ('x')`),
      ).toEqual(['a', name]);
    },
  );

  test.for([
    ['a view in place of a table', `'table', 't', 't', 2, 'CREATE VIEW t AS SELECT 1 AS x'`],
    ['a table of another name', `'table', 't', 't', 2, 'CREATE TABLE other (x)'`],
    ['a table made from a query', `'table', 't', 't', 2, 'CREATE TABLE t AS SELECT 1 AS x'`],
    ['a second schema table', `'table', 'sqlite_master', 'sqlite_master', 2, 'CREATE TABLE sqlite_master (x)'`],
    ['words that are no statement', `'table', 't', 't', 2, 'DROP TABLE a'`],
  ] as const)('of a file whose schema was written by hand is refused: %s', async ([what, row], context) => {
    if (!/^(a view|words)/.test(what)) takesLong(context);
    const path = sqliteFile(
      `create table a (b); pragma writable_schema = on; insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values (${row})`,
    );
    await expect(read(path)).rejects.toMatchObject({ kind: 'unreadable', message: '"x.db" is damaged.' });
  });

  test('is read in no time although its views would take for ever to expand', async () => {
    const deep = Array.from({ length: 40 }, (_, at) =>
      at === 0
        ? 'create view v0 as select 1 as a;'
        : `create view v${at} as select x.a from v${at - 1} x, v${at - 1} y;`,
    );
    expect(await names(`create table a (b); ${deep.join('')}`)).toEqual(['a']);
  });

  test('tells a key that is the rowid from one that only looks like it', async () => {
    const path = sqliteFile(`
      create table a (description integer primary key, without text); create table b (id integer primary key desc);
      create table c (id integer primary key) strict, without rowid;
    `);
    const { tables } = await read(path);
    expect(tables.map(({ columns }) => columns[0]?.nullable)).toEqual([false, true, false]);
  });

  test('is read although the file has a virtual table of an unknown module and a view of nothing', async (context) => {
    takesLong(context);
    const sql = `
      create table a (b); create table gone (c); create view v as select * from gone; drop table gone; pragma writable_schema = on;
      insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values ('table', 'odd', 'odd', 0, 'CREATE VIRTUAL TABLE odd USING nosuch(a)');
    `;
    expect(await names(sql)).toEqual(['a']);
  });

  test('keeps names character for character', async () => {
    const odd = [
      'a b',
      "it's",
      'say "hi"',
      '[x]',
      'caffè',
      '😀',
      'a.b',
      'a%b_',
      '; drop table x --',
      'ÄÖ',
      'line\nbreak',
    ];
    const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
    const { tables } = await read(
      sqliteFile(odd.map((name) => `create table ${quote(name)} (${quote(name)} int);`).join('')),
    );
    expect(tables.map((table) => table.name)).toEqual([...odd].sort());
    for (const table of tables) expect(table.columns.map((column) => column.name)).toEqual([table.name]);
  });

  test('has generated columns, and the keys of a table without a rowid', async () => {
    const path = sqliteFile(`
      create table g (a int, b int generated always as (a * 2), c int generated always as (a * 3) stored);
      create table w (a text, b integer, c, primary key (b, a)) without rowid;
      create table k (id integer primary key) without rowid;
    `);
    const [g, k, w] = (await read(path)).tables;
    expect(g?.columns.map((column) => column.name)).toEqual(['a', 'b', 'c']);
    expect(g?.columns.map((column) => column.field_type)).toEqual(['INT', 'INT', 'INT']);
    expect(k?.columns.map((column) => column.nullable)).toEqual([false]);
    expect(w?.primary_key).toEqual(['b', 'a']);
    expect(w?.columns.map((column) => column.nullable)).toEqual([false, false, true]);
  });

  test('calls a key of another type than INTEGER nullable, as SQLite does', async (context) => {
    takesLong(context);
    const [table] = (await read(sqliteFile('create table a (id text primary key)'))).tables;
    expect(table?.columns[0]?.nullable).toBe(true);
  });

  test('has references in the order of declaration, spelled as the tables spell their names', async () => {
    const path = sqliteFile(`
      create table Parent (A int, B int, primary key (B, A));
      create table child (x int, y int, z int references PARENT (a), self int references CHILD (X), foreign key (X, Y) references parent);
    `);
    const child = (await read(path)).tables.find((table) => table.name === 'child');
    expect(child?.foreign_keys).toEqual([
      { columns: ['z'], ref_schema: 'main', ref_table: 'Parent', ref_columns: ['A'] },
      { columns: ['self'], ref_schema: 'main', ref_table: 'child', ref_columns: ['x'] },
      { columns: ['x', 'y'], ref_schema: 'main', ref_table: 'Parent', ref_columns: ['B', 'A'] },
    ]);
  });

  test('leaves out references that lead nowhere', async () => {
    const path = sqliteFile(`
      create table bare (a int);
      create table child (x int references absent, y int references bare, z int references bare (nowhere));
    `);
    const child = (await read(path)).tables.find((table) => table.name === 'child');
    expect(child?.foreign_keys).toEqual([]);
  });

  test('has the types that their authors meant, whether they are in quotes, in brackets or beside a comment', async () => {
    const path = sqliteFile(`
      create table t (a [nvarchar](50), b "varchar"(20) not null, c \`int\`, d [decimal](10,2), e "double precision", f INT /* note, (5) */ UNSIGNED,
        g INTEGER COMMENT '1 = owner (x)', h [datetime](3), i "timestamp"(6), j 'text', k int, l int(7), constraint "p" primary key (a, b));
      create table r ("id" "INTEGER" primary key, "n" [int] [unsigned]); alter table r add column [last] [char](3);
    `);
    const [r, t] = (await read(path)).tables;
    expect(t?.columns.map(({ type, field_type, field_length }) => `${type} | ${field_type} ${field_length}`)).toEqual([
      'nvarchar(50) | NVARCHAR 50',
      'varchar(20) | VARCHAR 20',
      'int | INT 0',
      'decimal(10,2) | DECIMAL 10',
      'double precision | DOUBLE PRECISION 0',
      'INT UNSIGNED | INT UNSIGNED 0',
      'INTEGER | INTEGER 0',
      'datetime(3) | DATETIME(3) 0',
      'timestamp(6) | TIMESTAMP(6) 0',
      'text | TEXT 0',
      'INT | INT 0',
      'int(7) | INT 7',
    ]);
    expect(r?.columns.map(({ field_type, nullable }) => [field_type, nullable])).toEqual([
      ['INTEGER', false],
      ['INT UNSIGNED', true],
      ['CHAR', true],
    ]);
  });

  test.for([
    ['table', [0xe9], 'create table "caf?" (a); create table "caf!" (a)', '"caf\\xE9"'],
    [
      'table beside a virtual one',
      [0xff, 0xfe],
      'create virtual table v using fts5 (x); create table "?" (a)',
      '"\\xFF\\xFE"',
    ],
    ['column', [0xe9], 'create table a (b); create table t ("x", "caf?" int, "caf!" int)', '"t.caf\\xE9"'],
    ['table in half a character', [0xf0, 0x9f], 'create table "t?" (a)', '"t\\xF0\\x9F"'],
    ['table in half a pair', [0xed, 0xa0, 0x80], 'create table "t?" (a)', '"t\\xED\\xA0\\x80"'],
  ] as const)(
    'of a file with a name that is no UTF-8 is refused by it: a %s',
    async ([what, bytes, sql, name], context) => {
      if (!/^(table|column)$/.test(what)) takesLong(context);
      // Names of as many bytes as they have in the end, which the file is then given.
      const [one, other] = [9, 8].map((digit) => String(digit).repeat(bytes.length)) as [string, string];
      const path = sqliteFile(sql.replaceAll('?', one).replaceAll('!', other));
      const text = readFileSync(path).toString('latin1');
      const given = Buffer.from(bytes).toString('latin1');
      writeFileSync(path, text.replaceAll(one, given).replaceAll(other, given.replace('\xe9', '\xe8')), 'latin1');
      const reading = await read(path).catch((error: Error) => error);
      const [kind] = what.split(' ');
      expect(reading).toMatchObject({
        kind: 'unreadable',
        message: `"x.db" has a ${kind} whose name cannot be written in UTF-8: ${name}. Rename it, then try again.`,
      });
    },
  );

  test('takes the character that stands for such bytes, and any other, in either encoding', async (context) => {
    takesLong(context);
    for (const encoding of ['UTF-8', 'UTF-16le', 'UTF-16be'])
      expect(
        await names(`pragma encoding = '${encoding}'; create table "\u{fffd}" ("\u{fffd}"); create table "é😀" (a)`),
      ).toEqual(['é😀', '\u{fffd}']);
  });

  test('is the same whatever stands in the environment', async (context) => {
    takesLong(context);
    const path = sqliteFile('create table a (b int); create table t (c text)');
    const before = await read(path);
    stubDriverEnvironment();
    expect(await read(path)).toEqual(before);
  });

  test('of more tables than one message carries is whole and sorted', async (context) => {
    takesLong(context);
    const expected = Array.from({ length: 600 }, (_, i) => `t${String(i).padStart(4, '0')}`);
    expect(
      await names(
        expected
          .toReversed()
          .map((name) => `create table ${name} (a);`)
          .join(''),
      ),
    ).toEqual(expected);
  });

  test('of as many columns as allowed is read, of more refused with both numbers', async (context) => {
    takesLong(context);
    const path = sqliteFile('create table a (x, y, z); create table b (x, y); create table c (x)');
    const reading = (maxColumns: number) =>
      readSqlite({ path, maxTables: 9, maxColumns, signal: new AbortController().signal });
    expect((await reading(6)).tables).toHaveLength(3);
    await expect(reading(5)).rejects.toMatchObject({
      kind: 'too-many-columns',
      of: 'columns',
      count: 6,
      limit: 5,
      message: 'The database has 6 columns; at most 5 are read.',
    });
  });

  test('of as many tables as allowed is read, of one more refused with both numbers', async () => {
    const path = sqliteFile('create table a (x); create table b (x); create table c (x);');
    expect((await read(path, 3)).tables).toHaveLength(3);
    await expect(read(path, 2)).rejects.toMatchObject({
      kind: 'too-many-tables',
      count: 3,
      limit: 2,
      message: 'The database has 3 tables; at most 2 are read.',
    });
  });
});
