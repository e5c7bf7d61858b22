import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { needs, takesLong } from '../../../test/programs.ts';
import { type ReadCatalogOptions, readCatalog } from '../src/index.ts';
import { between } from './between.ts';
import { stubDriverEnvironment } from './driver-environment.ts';
import { type MariaDbServer, startMariaDb } from './mariadb-server.ts';
import { selfSigned } from './self-signed.ts';

const certificate = selfSigned('localhost');
let starting: Promise<MariaDbServer> | undefined;
let server: MariaDbServer;
let databases = 0;

beforeEach(async (context) => {
  starting ??= startMariaDb(needs(context, 'mariadb'), certificate);
  server = await starting;
});

afterAll(async () => (await starting)?.stop());

/** A fresh database with the given content. */
async function database(sql = ''): Promise<string> {
  const name = `test_${++databases}`;
  await server.run(`create database ${name}`);
  if (sql !== '') await server.run(sql, name);
  return name;
}

interface More
  extends Partial<Pick<ReadCatalogOptions, 'signal' | 'maxTables' | 'maxColumns' | 'queryTimeout' | 'connectTimeout'>> {
  readonly host?: string;
  readonly port?: number;
  readonly ssl?: boolean;
  readonly user?: string;
  readonly password?: string;
}

function read(name: string, more: More = {}) {
  const {
    host = server.host,
    port = server.port,
    ssl,
    user = server.user,
    password = server.password,
    ...limits
  } = more;
  const settings = { host, port, database_name: name, user_name: user, password, ssl };
  const signal = new AbortController().signal;
  const place = { addresses: [server.host], port };
  return readCatalog({ type: 'MYSQL', settings, place, signal, maxTables: 100, ...limits });
}

const tableNames = async (name: string, more?: More) => (await read(name, more)).tables.map((table) => table.name);

describe('a MariaDB catalog', () => {
  test('holds the facts of every column, key and reference, and is a catalog file as it is', async () => {
    const name = await database(`
      create table customer (id int unsigned auto_increment primary key, email varchar(120) not null,
        balance decimal(10,2), active tinyint(1), kind enum('a','b)'), facts json, made datetime(6));
      create table \`order\` (no int, customer_id int unsigned not null references customer (id), primary key (customer_id, no));
      create table line (id int, c int unsigned, n int, foreign key (c, n) references \`order\` (customer_id, no));
    `);
    const catalog = await read(name);
    expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog);
    const column = (
      name: string,
      type: string,
      base_type: string,
      length: string | null,
      nullable: boolean,
      wire: string,
    ) => {
      const [field_type, field_length] = wire.split('/');
      return { name, type, base_type, length, nullable, field_type, field_length };
    };
    expect(catalog).toEqual({
      dialect: 'mysql',
      tables: [
        {
          schema: name,
          name: 'customer',
          columns: [
            column('id', 'int(10) unsigned', 'int unsigned', '10', false, 'INT UNSIGNED/10'),
            column('email', 'varchar(120)', 'varchar', '120', false, 'VARCHAR/120'),
            column('balance', 'decimal(10,2)', 'decimal', '10,2', true, 'DECIMAL/10'),
            column('active', 'tinyint(1)', 'tinyint', '1', true, 'TINYINT/1'),
            column('kind', "enum('a','b)')", 'enum', null, true, 'ENUM/0'),
            column('facts', 'json', 'json', null, true, 'JSON/0'),
            column('made', 'datetime(6)', 'datetime', '6', true, 'DATETIME(6)/0'),
          ],
          primary_key: ['id'],
          foreign_keys: [],
        },
        {
          schema: name,
          name: 'line',
          columns: [
            column('id', 'int(11)', 'int', '11', true, 'INT/11'),
            column('c', 'int(10) unsigned', 'int unsigned', '10', true, 'INT UNSIGNED/10'),
            column('n', 'int(11)', 'int', '11', true, 'INT/11'),
          ],
          primary_key: [],
          foreign_keys: [
            { columns: ['c', 'n'], ref_schema: name, ref_table: 'order', ref_columns: ['customer_id', 'no'] },
          ],
        },
        {
          schema: name,
          name: 'order',
          columns: [
            column('no', 'int(11)', 'int', '11', false, 'INT/11'),
            column('customer_id', 'int(10) unsigned', 'int unsigned', '10', false, 'INT UNSIGNED/10'),
          ],
          primary_key: ['customer_id', 'no'],
          foreign_keys: [{ columns: ['customer_id'], ref_schema: name, ref_table: 'customer', ref_columns: ['id'] }],
        },
      ],
    });
  });

  test('has tables that hold rows alone, with generated and invisible columns', async (context) => {
    takesLong(context);
    const name = await database(`
      create table plain (a int, b int generated always as (a + 1) virtual, c int invisible);
      create table parted (id int) partition by hash (id) partitions 4;
      create table versioned (id int) with system versioning;
      create view seen as select * from plain; create sequence counted`);
    const { tables } = await read(name);
    expect(tables.map((table) => table.name)).toEqual(['parted', 'plain', 'versioned']);
    expect(tables[1]!.columns.map((column) => column.name)).toEqual(['a', 'b', 'c']);
  });

  test('keeps names that differ by case alone, and every character of a name', async (context) => {
    takesLong(context);
    const odd = 'a`b "c" \\ \u00e4\u{1f600}'.replace('\u{1f600}', '\u4e16');
    const name = await database(
      `create table t (a int, A2 int); create table T (b int); create table \`${odd.replaceAll('`', '``')}\` (\`${odd.replaceAll('`', '``')}\` json)`,
    );
    const { tables } = await read(name);
    expect(tables.map((table) => [table.name, table.columns.map((column) => column.name)])).toEqual([
      ['T', ['b']],
      [odd, [odd]],
      ['t', ['a', 'A2']],
    ]);
    expect(tables[1]!.columns[0]!.field_type).toBe('JSON');
  });

  test('has JSON where it was declared, and a text of which JSON is demanded as that text', async (context) => {
    takesLong(context);
    const texts = 'create table plain (told text check (json_valid(told)))';
    const typesOf = async (name: string) =>
      (await read(name)).tables.flatMap(({ columns }) => columns.map(({ type }) => type));
    expect(await typesOf(await database(texts))).toEqual(['text']);
    expect(await typesOf(await database(`${texts}; create table rich (a json, b longtext)`))).toEqual([
      'text',
      'json',
      'longtext',
    ]);
  });

  test('leaves out keys that lead elsewhere', async (context) => {
    takesLong(context);
    const other = await database('create table there (id int primary key)');
    const name = await database(`create table here (id int, foreign key (id) references ${other}.there (id))`);
    expect((await read(name)).tables[0]!.foreign_keys).toEqual([]);
  });

  test('is what the user may read as a whole', async () => {
    const name = await database(
      'create table whole (a int); create table part (a int, b int); create table none (a int)',
    );
    await server.run(
      `create user reader identified by 'r'; grant select on ${name}.whole to reader; grant select (a) on ${name}.part to reader`,
    );
    expect(await tableNames(name, { user: 'reader', password: 'r' })).toEqual(['whole']);
  });

  test('is empty without tables, and refused with too many', async (context) => {
    takesLong(context);
    expect(await read(await database())).toEqual({ dialect: 'mysql', tables: [] });
    const name = await database('create table a (i int); create table b (i int); create table c (i int)');
    await expect(read(name, { maxTables: 2 })).rejects.toMatchObject({ kind: 'too-many-tables', count: 3, limit: 2 });
    await expect(read(name, { maxColumns: 2 })).rejects.toMatchObject({ kind: 'too-many-columns', count: 3, limit: 2 });
  });
});

describe('a table that changes while it is read', () => {
  const shape = async (name: string, port: number) =>
    (await read(name, { port })).tables.map((table) => [
      table.name,
      table.columns.map((column) => column.name),
      table.primary_key,
    ]);
  const content = 'create table customers (id int primary key, mail text); create table other (a int primary key)';
  const columns = 'information_schema.columns';
  const keys = 'information_schema.statistics';

  test('and is away while columns are asked for is read again', async () => {
    const name = await database(content);
    const away = () => server.run('rename table customers to customers_old', name);
    const back = () => server.run('rename table customers_old to customers', name);
    expect(await shape(name, await between(server, [columns, away], [keys, back]))).toEqual([
      ['customers', ['id', 'mail'], ['id']],
      ['other', ['a'], ['a']],
    ]);
  });

  test('and has another key than its columns say is read again, as it is then', async (context) => {
    takesLong(context);
    const name = await database(content);
    const replaced = () =>
      server.run('drop table customers; create table customers (code int primary key, name text)', name);
    expect(await shape(name, await between(server, [keys, replaced]))).toEqual([
      ['customers', ['code', 'name'], ['code']],
      ['other', ['a'], ['a']],
    ]);
  });

  test('each time it is read is read as far as it fits together', async (context) => {
    takesLong(context);
    const name = await database(content);
    let [now, next] = ['id', 'code'];
    const renamed = async () => {
      await server.run(`alter table customers rename column ${now} to ${next}`, name);
      [now, next] = [next, now];
    };
    const port = await between(server, ...Array.from({ length: 5 }, () => [keys, renamed] as const));
    const [customers, other] = await shape(name, port);
    expect(customers).toEqual(['customers', [expect.stringMatching(/^(id|code)$/), 'mail'], []]);
    expect(other).toEqual(['other', ['a'], ['a']]);
  });

  test('and of which the user may see no column holds nobody up', async (context) => {
    takesLong(context);
    const name = await database(content);
    await server.run(
      `create user remover identified by 'r'; grant delete on ${name}.customers to remover; grant select on ${name}.other to remover`,
    );
    expect(await tableNames(name, { user: 'remover', password: 'r' })).toEqual(['other']);
  });
});

test('the environment reaches no reading: whatever a driver reads there is set, and the catalog is the same', async (context) => {
  takesLong(context);
  const name = await database('create table a (b int); create table t (c text)');
  const before = await read(name);
  stubDriverEnvironment();
  expect(await read(name)).toEqual(before);
  expect(before.tables).toHaveLength(2);
});

describe('what MariaDB refuses is said without its words', () => {
  /** Outside CI one of what the server refuses and one of what is not even asked. */
  const usual = ['a wrong password', 'a user with a NUL'];
  test.for([
    ['a wrong password', { password: 'wrong-secret' }, 'refused', 'user name or the password'],
    ['an unknown user', { user: 'nobody-here' }, 'refused', 'user name or the password'],
    ['no password', { password: '' }, 'refused', 'user name or the password'],
    ['an empty user', { user: '' }, 'refused', 'user name'],
    ['a user with a NUL', { user: 'tester\0x' }, 'refused', 'NUL'],
  ] as const)('%s', async ([what, more, kind, words], context) => {
    if (!usual.includes(what)) takesLong(context);
    const error: Error = await read('mysql', more).then(
      () => expect.unreachable('it was let in'),
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ name: 'CatalogError', kind, message: expect.stringContaining(words) });
    expect(error.message).toMatch(/^.{20,250}$/);
    expect(error.message).not.toMatch(/wrong-secret|Access denied|ER_/);
  });

  test('an unknown database', async () => {
    await expect(read('no`such')).rejects.toMatchObject({
      kind: 'missing',
      message: expect.stringContaining('does not exist'),
    });
  });

  test('a server that is gone', async () => {
    await expect(read('mysql', { port: 1 })).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe('an encrypted reading', () => {
  test('checks the certificate against the name of the server', async (context) => {
    takesLong(context);
    const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-ca-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const authority = join(folder, 'ca.pem');
    writeFileSync(authority, certificate.cert);
    vi.stubEnv('NODE_EXTRA_CA_CERTS', authority);
    onTestFinished(() => void vi.unstubAllEnvs());
    const name = await database('create table a (i int)');
    expect(await tableNames(name, { host: 'localhost', ssl: true })).toEqual(['a']);
    const refused = { kind: 'refused', message: expect.stringContaining('certificate') };
    await expect(read(name, { host: 'elsewhere.example', ssl: true })).rejects.toMatchObject(refused);
    // An address is in no name of the certificate.
    await expect(read(name, { host: '127.0.0.1', ssl: true })).rejects.toMatchObject(refused);
    vi.unstubAllEnvs();
    await expect(read(name, { host: 'localhost', ssl: true })).rejects.toMatchObject(refused);
  });
});

describe('a server that means no good', () => {
  /** Listens in MariaDB's place; answers each connection with `say`, then what follows with `reply`. */
  async function pretend(say: Buffer | string, reply?: (request: Buffer) => Buffer | undefined): Promise<number> {
    const fake = createServer((socket) => {
      socket.on('error', () => {}).write(say);
      socket.on('data', (request) => {
        if (!reply) return;
        const answer = reply(request);
        if (answer) socket.write(answer);
        else socket.end();
      });
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void fake.close());
    await new Promise((resolve) => fake.once('listening', resolve));
    return (fake.address() as { port: number }).port;
  }
  const packet = (sequence: number, ...parts: (Buffer | string)[]): Buffer => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
    return Buffer.concat([Buffer.from([body.length & 255, body.length >> 8, 0, sequence]), body]);
  };
  const greeting = packet(
    0,
    '\x0a5.7.0-MariaDB\0',
    Buffer.from([1, 0, 0, 0]),
    'abcdefgh\0',
    Buffer.from([0xff, 0xf7, 33, 2, 0, 0xff, 0x81, 21]),
    Buffer.alloc(10),
    'ijklmnopqrst\0mysql_native_password\0',
  );

  test('and speaks another protocol', async () => {
    const port = await pretend('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    await expect(read('x', { port })).rejects.toMatchObject({ kind: 'not-a-database' });
  });

  test('and says nothing', async () => {
    const port = await pretend('');
    await expect(read('x', { port, connectTimeout: 300 })).rejects.toMatchObject({ kind: 'too-slow' });
  });

  test('and asks for the password in the clear', async (context) => {
    takesLong(context);
    const heard: string[] = [];
    const port = await pretend(greeting, (request) => {
      heard.push(request.toString('latin1'));
      return packet(2, '\xfe'.length === 1 ? Buffer.from([0xfe]) : '', 'mysql_clear_password\0');
    });
    await expect(read('x', { port, password: 'in-the-clear' })).rejects.toMatchObject({ kind: 'refused' });
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.join()).not.toContain('in-the-clear');
  });

  test('and ends the connection in the middle of a question', async (context) => {
    takesLong(context);
    const port = await pretend(greeting, (request) => {
      const isQuery = request[4] === 3;
      return isQuery ? undefined : packet(request[3]! + 1, Buffer.from([0, 0, 0, 2, 0, 0, 0]));
    });
    await expect(read('x', { port, queryTimeout: 50_000 })).rejects.toMatchObject({ kind: 'unreachable' });
  });

  test('and sends without an end', async (context) => {
    takesLong(context);
    // Of the longest packets, which the driver takes for parts of one.
    const part = Buffer.alloc(4 + 0xffffff, 'x').fill(0xff, 0, 3);
    let sockets = 0;
    const fake = createServer((socket) => {
      sockets++;
      let sequence = 1;
      socket.on('error', () => {}).on('close', () => sockets--);
      const more = (): void => {
        do part[3] = sequence++;
        while (!socket.destroyed && socket.write(Buffer.from(part)));
      };
      socket.write(greeting);
      socket.once('data', () => {
        // Logged in.
        socket.write(packet(2, Buffer.from([0, 0, 0, 2, 0, 0, 0])));
        socket.on('drain', more).once('data', more);
      });
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void fake.close());
    await new Promise((resolve) => fake.once('listening', resolve));
    const { port } = fake.address() as { port: number };
    await expect(read('x', { port, queryTimeout: 30_000 })).rejects.toMatchObject({ kind: 'too-large' });
    await expect.poll(() => sockets).toBe(0);
  });

  test('and asks for a file of ours', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-file-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'secret');
    writeFileSync(path, 'content-of-the-file');
    expect(dirname(path)).toBe(folder);
    const heard: string[] = [];
    const port = await pretend(greeting, (request) => {
      heard.push(request.toString('latin1'));
      const isQuery = request[4] === 3;
      return isQuery
        ? packet(1, Buffer.from([0xfb]), path)
        : packet(request[3]! + 1, Buffer.from([0, 0, 0, 2, 0, 0, 0]));
    });
    await expect(read('x', { port, queryTimeout: 20_000 })).rejects.toMatchObject({ name: 'CatalogError' });
    expect(heard.join()).toContain('select version()');
    expect(heard.join()).not.toContain('content-of-the-file');
  });
});
