import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { gone } from './gone.ts';
import { oneAtATime } from './one-at-a-time.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Asked {
  readonly signal: AbortSignal;
  answer(): void;
}

/** A server that answers when it is told to, and a caller whose request has arrived there. */
async function call(): Promise<Asked & { caller: Socket }> {
  let tell: (asked: Asked) => void;
  const arrived = new Promise<Asked>((resolve) => {
    tell = resolve;
  });
  server = createServer((request, response) =>
    tell({ signal: gone(request, response, { pause: 20 }), answer: () => response.end('answered') }),
  );
  Object.assign(server, { httpAllowHalfOpen: true });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const caller = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  caller.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  return { caller, ...(await arrived) };
}

test('aborts when the caller closes the connection', async () => {
  const { caller, signal } = await call();
  caller.destroy();
  await once(signal, 'abort');
  expect(signal.aborted).toBe(true);
});

test('goes on for a caller that has closed its side and still listens, after it was asked', async () => {
  const { caller, signal, answer } = await call();
  caller.end();
  const [asked] = await once(caller, 'data');
  expect(String(asked)).toBe('HTTP/1.1 102 Processing\r\n\r\n');
  expect(signal.aborted).toBe(false);
  answer();
  expect(await text(caller)).toMatch(/HTTP\/1\.1 200 OK\r\n.*answered/s);
});

test('asks a caller that is not read from, since it has sent requests ahead', async () => {
  let tell: (signal: AbortSignal) => void;
  const arrived = new Promise<AbortSignal>((resolve) => {
    tell = resolve;
  });
  server = createServer((request, response) => tell(gone(request, response, { pause: 20 })));
  oneAtATime(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const caller = connect((server.address() as AddressInfo).port, '127.0.0.1');
  caller.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3));
  const signal = await arrived;
  const [asked] = await once(caller, 'data');
  expect(String(asked)).toBe('HTTP/1.1 102 Processing\r\n\r\n');
  caller.resetAndDestroy();
  await once(signal, 'abort');
});

test('leaves no listener on a connection that is kept', async () => {
  const counts: number[] = [];
  server = createServer((request, response) => {
    gone(request, response);
    counts.push(request.socket.listenerCount('end') + request.socket.listenerCount('close'));
    response.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  for (let request = 0; request < 3; request++) await (await fetch(`http://127.0.0.1:${port}`)).text();
  expect(new Set(counts).size).toBe(1);
});
