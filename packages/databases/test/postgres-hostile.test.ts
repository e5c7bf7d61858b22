import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { tries } from '../../../test/properties.ts';
import { CatalogError, type ReadCatalogOptions, readCatalog } from '../src/index.ts';
import { childrenOf } from './children.ts';

/** One message of PostgreSQL's protocol. */
const message = (type: string, ...parts: (string | Buffer | number[])[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  const head = Buffer.alloc(5, type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

const welcome = Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', 'I')]);
const done = Buffer.concat([message('C', 'BEGIN\0'), message('Z', 'T')]);
const twoTextColumns = message(
  'T',
  [0, 2],
  ...['oid', 'nspname'].map((name) => Buffer.concat([Buffer.from(`${name}\0`), Buffer.alloc(18)])),
);
const serverError = (state: string) => message('E', `SFATAL\0C${state}\0Msecret-of-the-server\0\0`);

/** Answers the nth message of a client with the nth entry. */
type Script = readonly ((socket: Socket) => void)[];

const send =
  (...bytes: (Buffer | string)[]) =>
  (socket: Socket) => {
    for (const part of bytes) socket.write(part);
  };
const silence = () => {};

/** A server that follows a script, and what is open there. */
async function hostile(script: Script) {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    let step = 0;
    socket.on('data', () => script[step++]?.(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  /** Settles when every connection is closed; a leaked one is never. */
  const allClosed = () =>
    Promise.all([...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  return { port, allClosed };
}

interface More extends Partial<Pick<ReadCatalogOptions, 'signal' | 'connectTimeout' | 'queryTimeout' | 'maxColumns'>> {
  readonly addresses?: readonly string[];
  readonly ssl?: boolean;
}

function read(port: number, { addresses = ['127.0.0.1'], ssl, ...limits }: More = {}) {
  const settings = {
    host: 'db.example',
    port,
    user_name: 'user',
    password: 'planted-password',
    database_name: 'shop',
    ssl,
  };
  const signal = new AbortController().signal;
  return readCatalog({ type: 'POSTGRESQL', settings, place: { addresses, port }, signal, maxTables: 10, ...limits });
}

async function failure(reading: Promise<unknown>): Promise<CatalogError> {
  const outcome = await reading.then(
    () => 'it was read',
    (error: unknown) => error,
  );
  if (!(outcome instanceof CatalogError)) throw new Error(`no CatalogError: ${outcome}`, { cause: outcome });
  return outcome;
}

const cases: [what: string, script: Script, kind: string][] = [
  ['says nothing', [silence], 'too-slow'],
  [
    'answers with HTTP and keeps the connection',
    [send('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')],
    'not-a-database',
  ],
  ['greets as SSH does', [send('SSH-2.0-OpenSSH_9.2\r\n')], 'not-a-database'],
  ['closes at once', [(socket) => socket.end()], 'unreachable'],
  ['resets at once', [(socket) => socket.resetAndDestroy()], 'unreachable'],
  ['asks for a login that nobody knows', [send(message('R', [0, 0, 0, 99]))], 'not-a-database'],
  ['offers a login that this side does not have', [send(message('R', [0, 0, 0, 10], 'GSS\0\0'))], 'refused'],
  ['begins a login and says no more', [send(message('R', [0, 0, 0, 10], 'SCRAM-SHA-256\0\0')), silence], 'too-slow'],
  [
    'asks for more rounds of hashing than anybody needs',
    [
      send(message('R', [0, 0, 0, 10], 'SCRAM-SHA-256\0\0')),
      (socket) => socket.write(message('R', [0, 0, 0, 11], 'r=x,s=c2FsdA==,i=2147483647')),
    ],
    'refused',
  ],
  ['sends a message type that does not exist', [send(welcome, message('?', 'what'))], 'not-a-database'],
  ['refuses with an error of the protocol', [send(serverError('28P01'))], 'refused'],
  ['has no place left', [send(serverError('53300'))], 'unreachable'],
  ['is starting up', [send(serverError('57P03'))], 'unreachable'],
  ['fails at the first query', [send(welcome), send(serverError('XX000'))], 'unreadable'],
  ['stalls after the first query', [send(welcome), silence], 'too-slow'],
  ['closes after the first query', [send(welcome), (socket) => socket.end()], 'unreachable'],
  ['stalls in the middle of an answer', [send(welcome), send(done), send(twoTextColumns)], 'too-slow'],
  [
    'breaks off in the middle of a message',
    [send(welcome), send(done), (socket) => socket.end(twoTextColumns.subarray(0, 9))],
    'unreachable',
  ],
  [
    'sends rows that nobody asked for',
    [send(welcome), send(message('D', [0, 1, 0, 0, 0, 1], 'x'), message('D', [0xff, 0xff]))],
    'not-a-database',
  ],
  [
    'sends rows after the limit without an end',
    [send(welcome), send(done), send(twoTextColumns, message('D', [0, 1, 0xff, 0xff, 0xff, 0xff]))],
    'too-slow',
  ],
];

describe('a server that', () => {
  test.for(cases)('%s ends the reading with the right kind, and no socket stays open', async (one, context) => {
    const [, script, kind] = one;
    // Outside CI one of each kind.
    if (one !== cases.find((other) => other[2] === kind)) takesLong(context);
    const { port, allClosed } = await hostile(script);
    const error = await failure(read(port, { connectTimeout: 500, queryTimeout: 500 }));
    expect(error).toMatchObject({ kind });
    expect(error.message).not.toMatch(/secret-of-the-server|planted-password|127\.0\.0\.1/);
    await allClosed();
  });

  test('drips one byte at a time is ended by the overall signal', async (context) => {
    takesLong(context);
    const { port, allClosed } = await hostile([
      (socket) => {
        const drip = setInterval(() => socket.write(message('N', 'S\0\0').subarray(0, 1)), 5);
        socket.on('close', () => clearInterval(drip));
      },
    ]);
    expect(await failure(read(port, { signal: AbortSignal.timeout(1000) }))).toMatchObject({
      kind: expect.stringMatching(/too-slow|not-a-database/),
    });
    await allClosed();
  });

  test('sends anything at all never does worse than an error of ours', async (context) => {
    takesLong(context);
    const type = fc.constantFrom(...'RSKZTDCENnsIAVGHWcdtp123'.split(''));
    const noise = fc.tuple(type, fc.uint8Array({ maxLength: 40 })).map(([of, body]) => message(of, Buffer.from(body)));
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(
          fc.oneof(
            noise,
            fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
          ),
          { maxLength: 6 },
        ),
        async (welcomed, parts) => {
          const answer = (socket: Socket) => socket.end(Buffer.concat(parts));
          const { port, allClosed } = await hostile(welcomed ? [send(welcome), answer] : [answer]);
          await failure(read(port, { connectTimeout: 200, queryTimeout: 200 }));
          await allClosed();
        },
      ),
      { numRuns: tries(12) },
    );
  }, 60_000);

  test('wants no encryption is left where encryption is asked for', async (context) => {
    takesLong(context);
    for (const [answer, kind] of [
      ['N', 'refused'],
      ['E', 'not-a-database'],
      ['Sand more', 'not-a-database'],
      ['', 'unreachable'],
    ] as const) {
      const { port, allClosed } = await hostile([(socket) => (answer ? socket.write(answer) : socket.end())]);
      expect(await failure(read(port, { ssl: true, connectTimeout: 1000 }))).toMatchObject({ kind });
      await allClosed();
    }
  });

  test('says yes to encryption and then nothing is left in time', async (context) => {
    takesLong(context);
    const { port, allClosed } = await hostile([send('S'), silence]);
    expect(await failure(read(port, { ssl: true, connectTimeout: 500 }))).toMatchObject({ kind: 'too-slow' });
    await allClosed();
  });
});

test('a driver that loops for ever is killed with its process', async () => {
  const endless = message('E', 'SFATAL\0Mno end of this');
  const { port, allClosed } = await hostile([send(endless)]);
  const error = await failure(read(port, { connectTimeout: 500 }));
  expect(error).toMatchObject({ kind: 'too-slow' });
  await expect.poll(() => childrenOf(process.pid)).toEqual([]);
  await allClosed();
});

test('a server that sends without an end is left before it fills the memory', async (context) => {
  takesLong(context);
  const flood = Buffer.concat(Array.from({ length: 100 }, () => message('N', `SNOTICE\0M${'x'.repeat(10_000)}\0\0`)));
  const { port, allClosed } = await hostile([
    (socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write(flood));
      };
      socket.on('drain', more);
      more();
    },
  ]);
  const error = await failure(read(port, { connectTimeout: 30_000 }));
  expect(error).toMatchObject({ kind: 'too-large' });
  await allClosed();
}, 40_000);

describe('a server that makes columns up', () => {
  /** Rows of texts, described as so many columns, to their end. */
  const rows = (width: number, values: Iterable<readonly string[]>): Buffer => {
    const column = Buffer.concat([Buffer.from('c\0'), Buffer.alloc(18)]);
    const described = message('T', [0, width], ...Array.from({ length: width }, () => column));
    const data = Array.from(values, (row) =>
      message('D', [0, width], ...row.flatMap((text) => [[0, 0, text.length >> 8, text.length & 255], text])),
    );
    return Buffer.concat([described, ...data, message('C', 'SELECT\0'), message('Z', 'T')]);
  };
  const columns = function* (tables: number, each: number) {
    for (let table = 0; table < tables; table++)
      for (let at = 0; at < each; at++) yield [`${table}`, `column_of_some_length_${at}`, '23', '-1', 'f', 'integer'];
  };
  const made = (tables: number, each: number): Script => [
    send(welcome),
    send(done),
    send(
      rows(
        3,
        Array.from({ length: tables }, (_, table) => [`${table}`, 'public', `t${table}`]),
      ),
    ),
    send(rows(6, [['23', 'int4', 'plain', '0', '-1', 'f']])),
    send(rows(6, columns(tables, each))),
    send(rows(5, [])),
    send(done),
  ];

  test.for([
    ['is read where there are not too many', 10, 40, undefined],
    ['is told how many are too many', 10, 100, { kind: 'too-many-columns', count: 1000, limit: 999 }],
    ['is left where one table has more than any can have', 1, 65_600, { kind: 'too-large' }],
  ] as const)('%s', async ([, tables, each, refusal], context) => {
    if (each > 1000) takesLong(context);
    const { port, allClosed } = await hostile(made(tables, each));
    const reading = read(port, { maxColumns: 999 });
    if (refusal) expect(await failure(reading)).toMatchObject(refusal);
    else expect((await reading).tables.map((table) => table.columns.length)).toEqual(Array(tables).fill(each));
    await allClosed();
  });
});

describe('of several addresses', () => {
  test('the next is tried where nothing answers at one, and the last failure is told without it', async () => {
    const { port } = await hostile([send(serverError('28P01'))]);
    expect(await failure(read(port, { addresses: ['127.0.0.2', '127.0.0.1'] }))).toMatchObject({ kind: 'refused' });
    const nowhere = await failure(read(port, { addresses: ['127.0.0.2', '127.0.0.3'] }));
    expect(nowhere).toMatchObject({
      kind: 'unreachable',
      message: 'The database "shop" on "db.example" could not be reached.',
    });
    expect(String(nowhere.cause)).toContain('ECONNREFUSED');
  });

  test('none is one that cannot be reached', async (context) => {
    takesLong(context);
    expect(await failure(read(1, { addresses: [] }))).toMatchObject({ kind: 'unreachable' });
  });
});
