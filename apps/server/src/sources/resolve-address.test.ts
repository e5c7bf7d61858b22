import { expect, it } from 'vitest';
import { createAllowList } from './allow-list.ts';
import { type Resolve, resolveAddresses } from './resolve-address.ts';

const port = 5432;
const never = new AbortController().signal;
const gives =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses;

const resolver =
  (entries: readonly string[], resolve?: Resolve) =>
  (host: string, signal = never, at = port) =>
    resolveAddresses(createAllowList(entries), { host, port: at }, signal, resolve);

it('lends an allowed address', async () => {
  expect(await resolver([`127.0.0.1:${port}`])('127.0.0.1')).toEqual(['127.0.0.1']);
});

it('resolves the name once: a second answer is never asked for', async () => {
  const answers = [['127.0.0.1'], ['169.254.169.254']];
  const resolve = resolver(['localhost:*'], async () => answers.shift() ?? []);
  expect(await resolve('localhost')).toEqual(['127.0.0.1']);
  expect(answers).toHaveLength(1);
  await expect(resolve('localhost')).rejects.toMatchObject({ kind: 'not-allowed' });
});

it.each([
  ['a bad address behind a good one', ['127.0.0.1', '169.254.169.254']],
  ['a bad address before a good one', ['::ffff:169.254.169.254', '127.0.0.1']],
  ['no address', []],
  ['something that is no address', ['127.0.0.1', '127.1']],
])('lends nothing when the name gives %s', async (_, addresses) => {
  const resolve = resolver(['localhost:*'], gives(...addresses));
  await expect(resolve('localhost')).rejects.toMatchObject({ kind: 'not-allowed' });
});

it('does not even resolve what no entry could allow, and says who can', async () => {
  let asked = 0;
  const resolve = resolver(['db.internal:5432'], async () => {
    asked++;
    return ['10.0.0.1'];
  });
  await expect(resolve('evil.example')).rejects.toThrow(/may not call .*ROMA_FDI_ALLOW_HOSTS/);
  await expect(resolve('db.internal', never, 22)).rejects.toThrow(/may not call .*ROMA_FDI_ALLOW_HOSTS/);
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
])('does not lend this machine as %s through a network that leaves it out', async (host) => {
  const lent = await resolver(['0.0.0.0/0:*', '[::/0]:*'])(host).catch((error: unknown) => error);
  if (Array.isArray(lent)) expect(lent).toEqual([]);
  else expect(lent).toMatchObject({ kind: 'not-allowed' });
});

it('lends all addresses in their order, and none of a name that the system does not know', async () => {
  expect(await resolver(['127.0.0.0/8:*'], gives('127.0.0.2', '127.0.0.1'))('x')).toEqual(['127.0.0.2', '127.0.0.1']);
  const unknown = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  expect(await resolver(['db.internal:5432'], unknown)('db.internal')).toEqual([]);
});

it('waits for the resolver no longer than it may', async () => {
  const over = new AbortController();
  const hanging = resolver(['localhost:*'], () => new Promise(() => {}))('localhost', over.signal);
  over.abort(new Error('over'));
  await expect(hanging).rejects.toThrow('over');
  await expect(resolver(['localhost:*'])('localhost', over.signal)).rejects.toThrow('over');
});
