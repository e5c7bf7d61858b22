/** The transport on undici, over real HTTP: what the client promises of fetch holds of it too, and what it adds. */
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect as connectTcp } from 'node:net';
import { inspect } from 'node:util';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { EnvHttpProxyAgent } from 'undici';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFdiClient, type FdiClient, routes } from '../src/index.ts';
import { type UndiciTransport, undiciTransport } from '../src/undici.ts';
import { serve } from './serve.ts';
import { failure, token } from './stub-transport.ts';

const media = { 'Content-Type': 'application/json', 'X-Request-Id': 'r1' };
const answer = JSON.stringify([{ task_id: 'ünïcode' }]);

function clientOf(baseUrl: string, transport: UndiciTransport = undiciTransport(), more: object = {}): FdiClient {
  onTestFinished(() => transport.close());
  return createFdiClient({ baseUrl, projectId: 'p', instanceId: 'i', credentials: token, transport, ...more });
}

test('calls go out whole on connections that are kept, and nothing asks for compression', async () => {
  const sockets = new Set<unknown>();
  const { url, seen } = await serve((request, response) => {
    sockets.add(request.socket);
    response.writeHead(200, media).end(answer);
  });
  const fdi = clientOf(url);
  for (let call = 0; call < 9; call++) expect(await fdi.compositeTasks.init({})).toEqual([{ task_id: 'ünïcode' }]);
  // The second call may begin before the first one's connection is free.
  expect(sockets.size).toBeLessThan(3);
  expect(seen[0]).toMatchObject({ 'x-auth-token': token, 'content-type': 'application/json', 'content-length': '2' });
  expect(seen[0]).not.toHaveProperty('accept-encoding');
});

test('the raw client gets the answer with all of its headers', async () => {
  const { url } = await serve((_, response) => void response.writeHead(200, { ...media, 'X-More': 'yes' }).end(answer));
  const params = { path: { project_id: 'p', instance_id: 'i' } };
  const { data, response } = await clientOf(url).raw.POST(routes.installMultiTasks.path, { params });
  expect(data).toEqual([{ task_id: 'ünïcode' }]);
  expect(response.headers.get('X-More')).toBe('yes');
});

test.each([
  ['gzip', gzipSync],
  ['X-GZIP', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('an answer that is compressed all the same (%s) is read, within the bound', async (coding, compress) => {
  const encoded = { ...media, 'Content-Encoding': coding };
  const large = JSON.stringify([{ task_id: 'x'.repeat(1_000_000) }]);
  let body = compress(answer);
  const { url } = await serve((_, response) => void response.writeHead(200, encoded).end(body));
  const fdi = clientOf(url, undiciTransport(), { maxAnswerBytes: 10_000 });
  expect(await fdi.compositeTasks.init()).toEqual([{ task_id: 'ünïcode' }]);
  body = compress(large);
  expect(body.length).toBeLessThan(10_000);
  expect(await failure(fdi.compositeTasks.init())).toMatchObject({ reason: 'too-large', status: 200 });
});

test.each(['gzip', 'deflate', 'br'])(
  'an answer without a body may name a coding (%s), as with fetch',
  async (coding) => {
    let status = 204;
    const { url } = await serve((_, response) => void response.writeHead(status, { 'Content-Encoding': coding }).end());
    const fdi = clientOf(url);
    const plain = createFdiClient({ baseUrl: url, projectId: 'p', instanceId: 'i', credentials: token });
    for (status of [204, 200]) {
      for (const { tasks } of [fdi, plain])
        expect([await tasks.delete('t'), await tasks.run('t')]).toEqual([undefined, undefined]);
    }
  },
);

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('an answer whose compressed body is cut (%s) is none', async (coding, compress) => {
  const encoded = { ...media, 'Content-Encoding': coding };
  const body = compress(answer.padStart(3_000));
  const { url } = await serve((_, response) => void response.writeHead(200, encoded).end(body.subarray(0, -12)));
  const error = await failure(clientOf(url).compositeTasks.init());
  expect(error).toMatchObject({ name: 'UnexpectedAnswerError', status: 200 });
});

const spaces = ' '.repeat(20_000);

test.each<[string, (response: ServerResponse) => void]>([
  ['with a length', (response) => void response.writeHead(200, { ...media, 'Content-Length': 1e9 }).write(spaces)],
  ['in pieces', (response) => void response.writeHead(200, media).write(spaces)],
])('an answer %s beyond the bound is given up, and its connection ends', async (_, respond) => {
  let closed: Promise<unknown> | undefined;
  const { url } = await serve((request, response) => {
    closed = new Promise((resolve) => request.socket.once('close', resolve));
    respond(response);
  });
  const fdi = clientOf(url, undiciTransport(), { maxAnswerBytes: 10_000 });
  expect(await failure(fdi.compositeTasks.init())).toMatchObject({ reason: 'too-large' });
  await closed;
});

test('a redirect is refused, and the other host hears nothing', async () => {
  const other = await serve((_, response) => void response.end('[]'));
  const own = await serve((_, response) => void response.writeHead(307, { Location: other.url }).end());
  const error = await failure(clientOf(own.url).compositeTasks.init());
  expect(error).toMatchObject({ name: 'UnexpectedAnswerError', reason: 'redirect', status: 307 });
  expect(other.seen).toEqual([]);
});

test('nobody at the address, and a connection that breaks, are errors with their codes and without the token', async () => {
  const gone = await serve(() => {});
  await gone.close();
  const refused = await failure(clientOf(gone.url).compositeTasks.init());
  expect(refused).toMatchObject({ name: 'ConnectionError', code: 'ECONNREFUSED' });
  const { url } = await serve(
    (_, response) => void response.writeHead(200, media).write('[', () => response.destroy()),
  );
  const broken = await failure(clientOf(url).compositeTasks.init());
  expect(broken).toMatchObject({ name: 'ConnectionError', status: 200, requestId: 'r1' });
  for (const error of [refused, broken]) {
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(token);
  }
});

test('the deadline and the caller’s signal end the call and its connection', async () => {
  const closed: Promise<unknown>[] = [];
  const { url } = await serve((request) => {
    closed.push(new Promise((resolve) => request.socket.once('close', resolve)));
  });
  const fdi = clientOf(url);
  expect(await failure(fdi.tasks.show('t', { timeout: 100 }))).toMatchObject({ name: 'TimeoutError' });
  const before = closed.length;
  const controller = new AbortController();
  const aborted = failure(fdi.tasks.show('t', { signal: controller.signal }));
  await vi.waitFor(() => expect(closed.length).toBeGreaterThan(before));
  controller.abort('enough');
  expect(await aborted).toBe('enough');
  await Promise.all(closed);
});

test('a call that has ended before it is sent is not sent', async () => {
  const { url, seen } = await serve((_, response) => void response.writeHead(200, media).end(answer));
  const controller = new AbortController();
  const credentials = async () => {
    controller.abort('enough');
    return token;
  };
  const fdi = clientOf(url, undiciTransport(), { credentials });
  expect(await failure(fdi.tasks.show('t', { signal: controller.signal }))).toBe('enough');
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual([]);
});

test('an answer that says that it will come, and one with a byte order mark, are read', async () => {
  const { url } = await serve((_, response) => {
    response.writeProcessing();
    response
      .writeHead(200, { ...media, 'Content-Length': Buffer.byteLength(`\ufeff${answer}`) })
      .end(`\ufeff${answer}`);
  });
  expect(await clientOf(url).compositeTasks.init()).toEqual([{ task_id: 'ünïcode' }]);
});

test('an answer of many pieces is whole, also where a character is in two of them', async () => {
  const bytes = Buffer.from(JSON.stringify([{ task_id: 'ü'.repeat(400_001) }]));
  const { url } = await serve((_, response) => {
    response.writeHead(200, media);
    for (let at = 0; at < bytes.length; at += 65_535) response.write(bytes.subarray(at, at + 65_535));
    response.end();
  });
  expect(await clientOf(url).compositeTasks.init()).toEqual([{ task_id: 'ü'.repeat(400_001) }]);
});

/** A proxy that tunnels, and the hosts that it was asked for. */
async function tunnel() {
  const asked: string[] = [];
  const proxy = createServer().on('connect', ({ url = '' }, socket, head) => {
    asked.push(url);
    const [host, port] = url.split(':');
    const upstream = connectTcp(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on('error', () => {});
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  return { asked, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

test('the environment’s proxy carries the calls, but those to the hosts that it excepts', async () => {
  const { url, seen } = await serve((_, response) => void response.writeHead(200, media).end(answer));
  const { asked, url: proxy } = await tunnel();
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) vi.stubEnv(name, undefined);
  vi.stubEnv('HTTP_PROXY', proxy);
  await clientOf(url).compositeTasks.init();
  expect(asked).toEqual([new URL(url).host]);
  vi.stubEnv('NO_PROXY', '127.0.0.1');
  await clientOf(url).compositeTasks.init();
  expect(asked).toHaveLength(1);
  expect(seen).toHaveLength(2);
});

test('an agent of one’s own holds the connections, and is closed with the transport', async () => {
  const { url } = await serve((_, response) => void response.writeHead(200, media).end(answer));
  const dispatcher = new EnvHttpProxyAgent();
  const transport = undiciTransport({ dispatcher });
  const fdi = createFdiClient({ baseUrl: url, projectId: 'p', instanceId: 'i', credentials: token, transport });
  await fdi.compositeTasks.init();
  await transport.close();
  const late = await failure(fdi.compositeTasks.init());
  expect(late).toMatchObject({ name: 'ConnectionError', code: 'UND_ERR_DESTROYED' });
});
