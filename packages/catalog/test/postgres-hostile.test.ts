import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CatalogError, type PostgresCatalogOptions, readPostgresCatalog } from '../src/index.ts';

/** One message of PostgreSQL's protocol. */
const message = (type: string, ...parts: (string | Buffer | number[])[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  const head = Buffer.alloc(5, type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

const WELCOME = Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', 'I')]);
const DONE = Buffer.concat([message('C', 'BEGIN\0'), message('Z', 'T')]);
const TWO_TEXT_COLUMNS = message(
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
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const dial = async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  /** Settles when every connection is closed; a leaked one is never. */
  const allClosed = () => Promise.all([...open].map((socket) => once(socket, 'close')));
  return { dial, allClosed };
}

function read(dial: PostgresCatalogOptions['connect'], more: Partial<PostgresCatalogOptions> = {}) {
  return readPostgresCatalog({
    host: 'db.example',
    user: 'user',
    password: 'planted-password',
    database: 'shop',
    connect: dial,
    signal: new AbortController().signal,
    maxTables: 10,
    ...more,
  });
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
  ['sends a message type that does not exist', [send(WELCOME, message('?', 'what'))], 'not-a-database'],
  ['refuses with an error of the protocol', [send(serverError('28P01'))], 'refused'],
  ['has no place left', [send(serverError('53300'))], 'unreachable'],
  ['is starting up', [send(serverError('57P03'))], 'unreachable'],
  ['fails at the first query', [send(WELCOME), send(serverError('XX000'))], 'unreadable'],
  ['stalls after the first query', [send(WELCOME), silence], 'too-slow'],
  ['closes after the first query', [send(WELCOME), (socket) => socket.end()], 'unreachable'],
  ['stalls in the middle of an answer', [send(WELCOME), send(DONE), send(TWO_TEXT_COLUMNS)], 'too-slow'],
  [
    'breaks off in the middle of a message',
    [send(WELCOME), send(DONE), (socket) => socket.end(TWO_TEXT_COLUMNS.subarray(0, 9))],
    'unreachable',
  ],
  [
    'sends rows that nobody asked for',
    [send(WELCOME), send(message('D', [0, 1, 0, 0, 0, 1], 'x'), message('D', [0xff, 0xff]))],
    'not-a-database',
  ],
  [
    'sends rows after the limit without an end',
    [send(WELCOME), send(DONE), send(TWO_TEXT_COLUMNS, message('D', [0, 1, 0xff, 0xff, 0xff, 0xff]))],
    'too-slow',
  ],
];

describe('a server that', () => {
  test.each(cases)('%s ends the reading with the right kind, and no socket stays open', async (_, script, kind) => {
    const { dial, allClosed } = await hostile(script);
    const error = await failure(read(dial, { connectTimeout: 200, queryTimeout: 200 }));
    expect(error).toMatchObject({ kind });
    expect(error.message).not.toMatch(/secret-of-the-server|planted-password|127\.0\.0\.1/);
    await allClosed();
  });

  test('drips one byte at a time is ended by the overall signal', async () => {
    const { dial, allClosed } = await hostile([
      (socket) => {
        const drip = setInterval(() => socket.write(message('N', 'S\0\0').subarray(0, 1)), 5);
        socket.on('close', () => clearInterval(drip));
      },
    ]);
    expect(await failure(read(dial, { signal: AbortSignal.timeout(150) }))).toMatchObject({
      kind: expect.stringMatching(/too-slow|not-a-database/),
    });
    await allClosed();
  });

  test('sends anything at all never does worse than an error of ours', async () => {
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
          const { dial, allClosed } = await hostile(welcomed ? [send(WELCOME), answer] : [answer]);
          await failure(read(dial, { connectTimeout: 1000, queryTimeout: 1000 }));
          await allClosed();
        },
      ),
      { numRuns: 150 },
    );
  });

  test('wants no encryption is left where encryption is asked for', async () => {
    for (const [answer, kind] of [
      ['N', 'refused'],
      ['E', 'not-a-database'],
      ['Sand more', 'not-a-database'],
      ['', 'unreachable'],
    ] as const) {
      const { dial, allClosed } = await hostile([(socket) => (answer ? socket.write(answer) : socket.end())]);
      expect(await failure(read(dial, { tls: {}, connectTimeout: 1000 }))).toMatchObject({ kind });
      await allClosed();
    }
  });

  test('says yes to encryption and then nothing is left in time', async () => {
    const { dial, allClosed } = await hostile([send('S'), silence]);
    expect(await failure(read(dial, { tls: {}, connectTimeout: 200 }))).toMatchObject({ kind: 'too-slow' });
    await allClosed();
  });
});

describe('a dialler that', () => {
  test('fails is told as unreachable, its own error kept aside', async () => {
    const cause = new Error('ECONNREFUSED 10.0.0.1');
    const error = await failure(read(() => Promise.reject(cause)));
    expect(error).toMatchObject({
      kind: 'unreachable',
      cause,
      message: 'The database "shop" on "db.example" could not be reached.',
    });
  });

  test('throws a catalog error of its own is heard', async () => {
    const own = new CatalogError('outside', 'That address is not allowed.');
    expect(await failure(read(() => Promise.reject(own)))).toBe(own);
  });

  test('never answers is ended by the limit, and told so', async () => {
    let told: AbortSignal | undefined;
    const never = (signal: AbortSignal) => {
      told = signal;
      return new Promise<Socket>(() => {});
    };
    expect(await failure(read(never, { connectTimeout: 50 }))).toMatchObject({ kind: 'too-slow' });
    expect(told?.aborted).toBe(true);
  });

  test('comes too late finds its socket closed', async () => {
    const { dial } = await hostile([silence]);
    let bring: (socket: Socket) => void = () => {};
    const late = () =>
      new Promise<Socket>((resolve) => {
        bring = resolve;
      });
    await failure(read(late, { connectTimeout: 20 }));
    const socket = await dial();
    bring(socket);
    await once(socket, 'close');
  });
});
