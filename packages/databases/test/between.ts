/** Stands between a reading and its server, and does something when the reading asks a certain question. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished } from 'vitest';

/** What is done once, before the server hears the first question with this word in it; each waits for the one before. */
export type Interruption = readonly [word: string, act: () => Promise<unknown>];

/**
 * @returns the port to connect to in place of the server's
 * The test fails where one of the questions was never asked.
 */
export async function between(
  server: { readonly host: string; readonly port: number },
  ...interruptions: readonly Interruption[]
): Promise<number> {
  const waiting = [...interruptions];
  const proxy = createServer((socket) => {
    const there = connect(server.port, server.host);
    socket.on('error', () => {}).on('close', () => there.destroy());
    there.on('error', () => {}).on('close', () => socket.destroy());
    there.pipe(socket);
    socket.on('data', async (asked: Buffer) => {
      const [next] = waiting;
      if (next && asked.includes(next[0])) {
        waiting.shift();
        await next[1]();
      }
      there.write(asked);
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    proxy.close();
    expect(waiting.map(([word]) => word)).toEqual([]);
  });
  await once(proxy, 'listening');
  return (proxy.address() as AddressInfo).port;
}
