/** Data sources that mean no good: files that are written to cost time and memory, and servers that only look like databases. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, truncateSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface HostileSource {
  readonly name: string;
  readonly type: 'SQLITE' | 'POSTGRESQL' | 'MYSQL';
  readonly content: Readonly<Record<string, string>>;
}

const endless = 'with recursive c(x) as (select 1 union all select x + 1 from c) select x as name from c';
const manyViews = `with recursive c(x) as (select 1 union all select x + 1 from c where x < 200000)
  insert into sqlite_schema select 'view', 'v' || x, 'v' || x, 0, 'create view v' || x || ' as select 1' from c`;
const nestedViews = Array.from({ length: 60 }, (_, at) =>
  at === 0 ? 'create view v0 as select 1 as a' : `create view v${at} as select x.a from v${at - 1} x, v${at - 1} y`,
).join(';');

/** Writes the files, each beside one good table. */
export function writeHostileFiles(folder: string): HostileSource[] {
  const names: string[] = [];
  const write = (name: string, sql: string): string => {
    const path = join(folder, `${name}.db`);
    const database = new DatabaseSync(path, { defensive: false });
    database.exec(`create table customers (id integer primary key, name text); ${sql}`);
    database.close();
    names.push(name);
    return path;
  };
  write('views-within-views', nestedViews);
  write(
    'named-like-a-pragma',
    `create view pragma_table_list as ${endless}; create view pragma_table_xinfo as ${endless}`,
  );
  write('rows-of-schema', `pragma writable_schema = on; ${manyViews}`);
  for (const beside of ['journal', 'wal', 'shm'])
    execFileSync('mkfifo', [`${write(`pipe-as-${beside}`, '')}-${beside}`]);
  truncateSync(write('sparse', ''), 2 ** 36);
  const withLog = write('sparse-log', 'pragma journal_mode = wal; create table late (id)');
  writeFileSync(`${withLog}-wal`, '');
  truncateSync(`${withLog}-wal`, 2 ** 36);
  copyFileSync(process.execPath, join(folder, 'no-database.db'));
  names.push('no-database');
  return names.map((name) => ({ name, type: 'SQLITE', content: { database_name: `${name}.db` } }));
}

const message = (type: string, ...parts: (string | readonly number[])[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const head = Buffer.alloc(5, type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const welcome = Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', 'I')]);
const done = Buffer.concat([message('C', 'BEGIN\0'), message('Z', 'T')]);
const names = ['oid', 'nspname', 'relname', 'attname', 'typname', 'attnum'];
const described = message('T', [0, names.length], ...names.map((name) => `${name}\0${'\0'.repeat(18)}`));
const row = message('D', [0, names.length], ...names.map((name) => [0, 0, 0, name.length, ...Buffer.from(name)]));
const rows = Buffer.concat(Array.from({ length: 1000 }, () => row));

function withoutEnd(socket: Socket): void {
  socket.write(described);
  const more = (): void => {
    while (socket.writable && socket.write(rows));
  };
  socket.on('drain', more);
  more();
}

/** What a server does with a connection. */
const servers: Readonly<Record<string, (socket: Socket) => void>> = {
  silent: () => {},
  slow: (socket) => {
    const drip = setInterval(() => socket.write('N'), 50);
    socket.once('close', () => clearInterval(drip));
  },
  'without-end': (socket) => {
    let step = 0;
    socket.on('data', () => {
      if (step === 0) socket.write(welcome);
      if (step === 1) socket.write(done);
      if (step === 2) withoutEnd(socket);
      step++;
    });
  },
};

export async function startHostileServers(): Promise<{ readonly sources: HostileSource[]; readonly ports: number[] }> {
  const ports: number[] = [];
  const sources: HostileSource[] = [];
  for (const [name, serve] of Object.entries(servers)) {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      if (name !== 'without-end') socket.resume();
      serve(socket);
    });
    server.unref();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    ports.push(port);
    const content = {
      host: '127.0.0.1',
      port: String(port),
      database_name: 'shop',
      user_name: 'reader',
      password: 'correct-horse',
    };
    for (const type of ['POSTGRESQL', 'MYSQL'] as const)
      sources.push({
        name: `${name}-${type.toLowerCase()}`,
        type,
        content: type === 'MYSQL' ? content : { mode: 'default', ...content },
      });
  }
  return { sources, ports };
}
