/** How long reading a catalog takes, against the way it is usually done, in the same run. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { createCommand, readProcessArguments, UsageError, wholeNumber } from '@roma-fdi/command-line';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { find } from '../../../test/programs.ts';
import { readCatalog } from '../src/index.ts';
import * as ofMysql from '../src/mysql/queries.ts';
import {
  beginReading,
  columnsQuery,
  endReading,
  keysQuery,
  tablesQuery,
  typesQuery,
} from '../src/postgresql/queries.ts';
import { type MariaDbServer, startMariaDb } from '../test/mariadb-server.ts';
import { type PostgresServer, startPostgres } from '../test/postgres-server.ts';

const width = 20;
const declaredTypes = ['integer', 'varchar(120)', 'numeric(10,2)', 'timestamp', 'text'];

interface Figure {
  readonly engine: string;
  readonly tables: number;
  readonly columns: number;
  readonly ours_ms: number;
  readonly peer: string;
  readonly peer_ms: number;
  /** Ours divided by the peer: below 1 is faster. */
  readonly ratio: number;
  /** Ours less the peer. */
  readonly over_ms: number;
  readonly ours_held_up_ms: number;
  readonly peer_held_up_ms: number;
}

type Read = () => Promise<number>;

function createTable(number: number): string {
  const columns = Array.from({ length: width }, (_, at) => `column_${at} ${declaredTypes[at % declaredTypes.length]}`);
  return `create table table_${number} (${columns.join()}, primary key (column_0));`;
}

/** The rounds alternate, so that the machine's mood meets both; a first one of each is not counted. */
async function compare(
  engine: string,
  tables: number,
  rounds: number,
  ours: Read,
  peer: string,
  theirs: Read,
): Promise<Figure> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  const heldUp = { ours: 0, theirs: 0 };
  for (let round = 0; round <= rounds; round++) {
    for (const [who, read] of [
      ['ours', ours],
      ['theirs', theirs],
    ] as const) {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      // The clock of the delays must tick before and after, or a reading that holds everything up would not be seen.
      await pause(10);
      const start = performance.now();
      const found = await read();
      const time = performance.now() - start;
      await pause(10);
      delay.disable();
      if (found !== tables * width)
        throw new Error(`${engine}, ${who}: ${found} columns in place of ${tables * width}.`);
      if (round === 0) continue;
      times[who].push(time);
      heldUp[who] = Math.max(heldUp[who], delay.max / 1e6);
    }
  }
  const [ours_ms, peer_ms] = [median(times.ours), median(times.theirs)];
  const [ours_held_up_ms, peer_held_up_ms] = [round(heldUp.ours), round(heldUp.theirs)];
  return {
    engine,
    tables,
    columns: tables * width,
    ours_ms,
    peer,
    peer_ms,
    ratio: Math.round((ours_ms / peer_ms) * 100) / 100,
    over_ms: round(ours_ms - peer_ms),
    ours_held_up_ms,
    peer_held_up_ms,
  };
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
const median = (values: number[]) => round(values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN);
const columnsOf = (catalog: { tables: readonly { columns: readonly unknown[] }[] }) =>
  catalog.tables.reduce((sum, table) => sum + table.columns.length, 0);

async function sqlite(folder: string, tables: number, rounds: number): Promise<Figure> {
  const path = join(folder, `${tables}.db`);
  const database = new DatabaseSync(path);
  database.exec(`begin; ${Array.from({ length: tables }, (_, number) => createTable(number)).join('')} commit`);
  database.close();
  const ours = async () =>
    columnsOf(
      await readCatalog({
        type: 'SQLITE',
        settings: {},
        place: { path },
        maxTables: tables,
        signal: new AbortController().signal,
      }),
    );
  const theirs = async () => {
    const opened = new DatabaseSync(path, { readOnly: true });
    const names = opened.prepare("select name from sqlite_schema where type = 'table'").all();
    const columns = names.map(({ name }) => opened.prepare(`pragma table_info("${name}")`).all().length);
    opened.close();
    return columns.reduce((sum, count) => sum + count, 0);
  };
  return compare('SQLite', tables, rounds, ours, 'pragma table_info per table', theirs);
}

async function postgres(server: PostgresServer, tables: number, rounds: number): Promise<Figure[]> {
  const { host, port, user, password } = server;
  const database = `bench_${tables}`;
  const open = async (name: string) => {
    const client = new Client({ host, port, user, password, database: name });
    await client.connect();
    return client;
  };
  const admin = await open('postgres');
  await admin.query(`create database ${database}`);
  await admin.end();
  const owner = await open(database);
  for (let number = 0; number < tables; number += 500) {
    await owner.query(
      Array.from({ length: Math.min(500, tables - number) }, (_, at) => createTable(number + at)).join(''),
    );
  }
  await owner.query('vacuum analyze');
  await owner.end();
  const settings = { host, port, user_name: user, password, database_name: database };
  const ours = async () =>
    columnsOf(
      await readCatalog({
        type: 'POSTGRESQL',
        settings,
        place: { addresses: [host], port },
        maxTables: tables,
        signal: new AbortController().signal,
      }),
    );
  const bare = async () => {
    const client = await open(database);
    await client.query(beginReading(30_000));
    let columns = 0;
    const listed = await client.query<string[]>({ text: tablesQuery, rowMode: 'array' });
    const oids = listed.rows.map(([oid = '']) => oid);
    for (const query of [typesQuery, columnsQuery, keysQuery]) {
      const { rows } = await client.query({ text: query(oids), rowMode: 'array' });
      if (query === columnsQuery) columns = rows.length;
    }
    await client.query(endReading);
    await client.end();
    return columns;
  };
  const theirs = async () => {
    const client = await open(database);
    const { rows } = await client.query(
      "select table_schema, table_name, column_name, data_type, character_maximum_length, numeric_precision, is_nullable from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') order by table_schema, table_name, ordinal_position",
    );
    await client.end();
    return rows.length;
  };
  return [
    await compare('PostgreSQL', tables, rounds, ours, 'information_schema.columns', theirs),
    await compare('PostgreSQL', tables, rounds, ours, 'our queries, bare driver', bare),
  ];
}

async function mariadb(server: MariaDbServer, tables: number, rounds: number): Promise<Figure> {
  const { host, port, user, password } = server;
  const database = `bench_${tables}`;
  // Of those that it opens it keeps 400, else: what is measured would be its disk, and differ by a second from round to round.
  await server.run(`set global table_definition_cache = ${tables + 1000}; create database ${database}`);
  for (let number = 0; number < tables; number += 500) {
    const some = Array.from({ length: Math.min(500, tables - number) }, (_, at) => createTable(number + at));
    await server.run(some.join(''), database);
  }
  const settings = { host, port, user_name: user, password, database_name: database };
  const place = { addresses: [host], port };
  const ours = async () =>
    columnsOf(
      await readCatalog({ type: 'MYSQL', settings, place, maxTables: tables, signal: new AbortController().signal }),
    );
  const bare = async () => {
    const connection = await createConnection({ host, port, user, password, database, rowsAsArray: true });
    const { tablesQuery, mayHoldJsonQuery, partlyReadableQuery, columnsQuery, primaryKeysQuery, foreignKeysQuery } =
      ofMysql;
    let columns = 0;
    // No column may hold JSON, so that nothing else is asked.
    for (const sql of [
      tablesQuery,
      mayHoldJsonQuery,
      partlyReadableQuery,
      columnsQuery,
      primaryKeysQuery,
      foreignKeysQuery,
    ]) {
      const [rows] = await connection.query(sql);
      if (sql === columnsQuery) columns = (rows as unknown[]).length;
    }
    await connection.end();
    return columns;
  };
  return compare('MariaDB', tables, rounds, ours, 'our queries, bare driver', bare);
}

function sizesOf(text: string): number[] {
  const sizes = text.split(',').map(Number);
  if (sizes.every((size) => Number.isSafeInteger(size) && size > 0)) return sizes;
  throw new UsageError(`--tables takes whole numbers above 0 with commas between them, not "${text}".`);
}

async function main(): Promise<void> {
  const command = createCommand(
    'npm run bench -- read',
    `Reads databases of many tables with 20 columns each and prints the median of the rounds, in milliseconds.
  SQLite      against one "pragma table_info" for each table, columns alone
  PostgreSQL  against one query of information_schema.columns, and against our own queries asked by the bare driver in the
              process of the bench
  MariaDB     against the latter
  PostgreSQL and MariaDB are left out where they are not installed.
  Ours starts a process for each reading. "over" is what it takes beyond the peer, "held up" the longest time for which the event
  loop stood still.`,
  )
    .option('--tables <N,N>', 'sizes to measure', sizesOf, [1000, 10_000])
    .addOption(wholeNumber('--rounds <N>', 'rounds of each', { default: 5, least: 1, most: 999_999 }))
    .option('--json <FILE>', 'also write the figures to FILE');
  const {
    tables: sizes,
    rounds,
    json,
  } = readProcessArguments<{ readonly tables: readonly number[]; readonly rounds: number; readonly json?: string }>(
    command,
  );
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roma-fdi-bench-')));
  const program = find('postgres');
  const server = program ? await startPostgres(program) : undefined;
  const mariadbd = find('mariadb');
  const second = mariadbd ? await startMariaDb(mariadbd) : undefined;
  const figures: Figure[] = [];
  try {
    for (const tables of sizes) figures.push(await sqlite(folder, tables, rounds));
    if (server) for (const tables of sizes) figures.push(...(await postgres(server, tables, rounds)));
    if (second) for (const tables of sizes) figures.push(await mariadb(second, tables, rounds));
  } finally {
    await Promise.all([server?.stop(), second?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
  console.table(figures);
  if (!server) console.log('PostgreSQL is not installed and was left out.');
  if (!second) console.log('MariaDB is not installed and was left out.');
  if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
}

await main();
