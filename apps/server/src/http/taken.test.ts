import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { closeUnlessTaken, type Pace } from './taken.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Far more than all buffers between the two hold. */
const answer = Buffer.alloc(64 * 2 ** 20, 'x');

/** A caller that has sent its request and reads nothing yet, and the answer that has begun. */
async function call(pace: Pace): Promise<{ caller: Socket; response: ServerResponse }> {
  const begun = Promise.withResolvers<ServerResponse>();
  server = createServer((_, response) => {
    closeUnlessTaken(response, pace);
    response.end(answer);
    begun.resolve(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const caller = connect((server.address() as AddressInfo).port, '127.0.0.1');
  caller.pause();
  caller.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  return { caller, response: await begun.promise };
}

test('closes the connection of a caller that reads nothing', async () => {
  const { caller, response } = await call({ grace: 50, bytesPerSecond: 1 });
  await once(response, 'close');
  expect(response.writableFinished).toBe(false);
  caller.destroy();
});

test('closes the connection of a caller that reads a little and stops', async () => {
  const { caller, response } = await call({ grace: 200, bytesPerSecond: 1 });
  caller.once('data', () => caller.pause());
  caller.resume();
  await once(response, 'close');
  expect(response.writableFinished).toBe(false);
  caller.destroy();
});

test('closes the connection of a caller that takes something now and then, and too little', async () => {
  const { caller, response } = await call({ grace: 200, bytesPerSecond: 2 ** 40 });
  const trickle = setInterval(() => caller.read(1024), 5);
  await once(response, 'close');
  clearInterval(trickle);
  expect(response.writableFinished).toBe(false);
  caller.destroy();
});

test('leaves a caller its connection that reads late, and all of it', async () => {
  const { caller, response } = await call({ grace: 60_000, bytesPerSecond: 1 });
  await delay(50);
  expect((await buffer(caller)).length).toBeGreaterThan(answer.length);
  expect(response.writableFinished).toBe(true);
});
