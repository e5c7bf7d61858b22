import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { whyNotListening } from './listen-failure.ts';

/** The error of Node itself. */
async function errorOf(port: number, host: string): Promise<unknown> {
  const server = createServer().listen(port, host);
  const [error] = await once(server, 'error');
  return error;
}

test('tells that the port is taken, and how to choose another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(whyNotListening(await errorOf(port, '127.0.0.1'))).toBe(
    `Port ${port} on 127.0.0.1 is taken. Choose another with --port, or 0 for a free one.`,
  );
  const choices = { port: 'the option `port`', host: 'the option `host`' };
  expect(whyNotListening(await errorOf(port, '127.0.0.1'), choices)).toContain('another with the option `port`, or 0');
  other.close();
});

test('tells that the address is none of this machine, or no address at all', async () => {
  expect(whyNotListening(await errorOf(0, '192.0.2.1'))).toContain('no address 192.0.2.1');
  expect(whyNotListening(await errorOf(0, 'no-such-host.invalid'))).toContain(
    'no-such-host.invalid cannot be resolved',
  );
});

test('tells that a port needs more rights, and takes no forbidden file for that', () => {
  const forbidden = { code: 'EACCES', port: 80, address: '127.0.0.1' };
  expect(whyNotListening({ ...forbidden, syscall: 'listen' })).toContain('Port 80 on 127.0.0.1 needs more rights');
  expect(whyNotListening({ ...forbidden, syscall: 'open' })).toBeUndefined();
});

test('explains nothing else', () => {
  for (const error of [new Error('x'), { code: 'ENOENT' }]) expect(whyNotListening(error)).toBeUndefined();
});
