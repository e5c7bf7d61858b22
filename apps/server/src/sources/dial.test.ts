import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAllowList } from './allow-list.ts';
import { createDialler, type Resolve } from './dial.ts';

let server: Server;
let port: number;
let met: number;
beforeAll(async () => {
  server = createServer((socket) => {
    met++;
    socket.on('error', () => {}).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const never = new AbortController().signal;
const gives =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses;

function dialler(entries: readonly string[], resolve?: Resolve) {
  met = 0;
  return createDialler(createAllowList(entries), resolve);
}

it('connects to an allowed address', async () => {
  const socket = await dialler([`127.0.0.1:${port}`])({ host: '127.0.0.1', port }, never);
  expect(socket.remoteAddress).toBe('127.0.0.1');
  socket.destroy();
});

it('resolves the name once and connects to what was judged: a second answer is never asked for', async () => {
  const answers = [['127.0.0.1'], ['169.254.169.254']];
  const dial = dialler(['localhost:*'], async () => answers.shift() ?? []);
  const socket = await dial({ host: 'localhost', port }, never);
  expect(socket.remoteAddress).toBe('127.0.0.1');
  expect(answers).toHaveLength(1);
  socket.destroy();
  await expect(dial({ host: 'localhost', port }, never)).rejects.toMatchObject({ kind: 'not-allowed' });
});

it.each([
  ['a bad address behind a good one', ['127.0.0.1', '169.254.169.254']],
  ['a bad address before a good one', ['::ffff:169.254.169.254', '127.0.0.1']],
  ['no address', []],
  ['something that is no address', ['127.0.0.1', '127.1']],
])('dials nothing when the name gives %s', async (_, addresses) => {
  const dial = dialler(['localhost:*'], gives(...addresses));
  await expect(dial({ host: 'localhost', port }, never)).rejects.toMatchObject({ kind: 'not-allowed' });
  expect(met).toBe(0);
});

it('does not even resolve what no entry could allow, and says who can', async () => {
  let asked = 0;
  const dial = dialler(['db.internal:5432'], async () => {
    asked++;
    return ['10.0.0.1'];
  });
  for (const target of [
    { host: 'evil.example', port: 5432 },
    { host: 'db.internal', port: 22 },
  ])
    await expect(dial(target, never)).rejects.toThrow(/may not call .*ROMA_FDI_ALLOW_HOSTS/);
  expect(asked).toBe(0);
});

// The system reads each of these as 127.0.0.1, or gives up.
it.each([
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '127.0.1',
  '017700000001',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  'localhost',
  'localhost.',
  'LOCALHOST',
  '0',
  '0.0.0.0',
  '::',
  '::1',
])('does not reach this machine as %s through a network that leaves it out', async (host) => {
  await expect(dialler(['0.0.0.0/0:*', '[::/0]:*'])({ host, port }, never)).rejects.toThrow();
  expect(met).toBe(0);
});

it('goes on to the next address where nothing answers at the first, and tells the last error', async () => {
  const dial = dialler(['127.0.0.0/8:*'], gives('127.0.0.2', '127.0.0.1'));
  const socket = await dial({ host: 'x', port }, never);
  expect(socket.remoteAddress).toBe('127.0.0.1');
  socket.destroy();
  const nowhere = dialler(['127.0.0.0/8:*'], gives('127.0.0.2', '127.0.0.3'));
  await expect(nowhere({ host: 'x', port }, never)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('lets the error of the resolver through', async () => {
  const dial = dialler(['db.internal:1'], () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })));
  await expect(dial({ host: 'db.internal', port: 1 }, never)).rejects.toMatchObject({ code: 'ENOTFOUND' });
});

it('dials nothing any more when the time is over', async () => {
  const over = new AbortController();
  const dial = dialler(['localhost:*'], async () => {
    over.abort(new Error('over'));
    return ['127.0.0.1'];
  });
  await expect(dial({ host: 'localhost', port }, over.signal)).rejects.toThrow('over');
  expect(met).toBe(0);
});
