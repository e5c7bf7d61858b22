/** Answers that are larger than anybody wants, over real HTTP: they end at a bound, and so does the connection. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import { routes } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { createFdiClient, type FdiClient, isApiError, isUnexpectedAnswerError } from '../src/index.ts';
import { serve } from './serve.ts';
import { failure, json, stubClient, token } from './stub-transport.ts';

const maxAnswerBytes = 100_000;
const media = { 'Content-Type': 'application/json', 'X-Request-Id': 'r1' };

interface Large {
  readonly fdi: FdiClient;
  /** Settled when the answer's connection has ended. */
  readonly ended: Promise<unknown>;
}

async function large(answer: (response: ServerResponse) => void): Promise<Large> {
  let gone: (value: unknown) => void;
  const ended = new Promise((resolve) => {
    gone = resolve;
  });
  const { url } = await serve((_, response) => {
    gone(once(response, 'close'));
    answer(response);
  });
  const fdi = createFdiClient({ baseUrl: url, projectId: 'p', instanceId: 'i', credentials: token, maxAnswerBytes });
  return { fdi, ended };
}

function endless(response: ServerResponse, status = 200): void {
  response.writeHead(status, media);
  const more = () => {
    while (!response.destroyed && response.write('[null,'.repeat(1_000)));
  };
  response.on('drain', more);
  more();
}

/** A hundred times the bound, in a hundredth of it. */
function bomb(response: ServerResponse): void {
  const bytes = gzipSync(Buffer.alloc(100 * maxAnswerBytes, ' '));
  expect(bytes.length).toBeLessThan(maxAnswerBytes);
  response.writeHead(200, { ...media, 'Content-Encoding': 'gzip', 'Content-Length': bytes.length }).end(bytes);
}

function endlessBomb(response: ServerResponse): void {
  const gzip = createGzip();
  gzip.pipe(response.writeHead(200, { ...media, 'Content-Encoding': 'gzip' }));
  const block = Buffer.alloc(1_000_000, ' ');
  const more = () => {
    while (!response.destroyed && gzip.write(block));
  };
  gzip.on('drain', more);
  more();
}

const said = `its body has more than ${maxAnswerBytes} bytes. Ask for less at once (limit), or raise the option maxAnswerBytes.`;

test.each<[string, (response: ServerResponse) => void]>([
  ['without an end', endless],
  ['compressed', bomb],
  ['compressed, without an end', endlessBomb],
  ['with a length', (response) => response.writeHead(200, media).end(Buffer.alloc(maxAnswerBytes + 1, ' '))],
])('an answer %s is given up at the bound, by named methods and raw client alike', async (_, answer) => {
  const named = await large(answer);
  const error = await failure(named.fdi.compositeTasks.init());
  expect(error).toMatchObject({ name: 'UnexpectedAnswerError', reason: 'too-large', status: 200, requestId: 'r1' });
  expect(String(error)).toContain(said);
  const raw = await large(answer);
  const { method, path } = routes.installMultiTasks;
  const params = { path: { project_id: 'p', instance_id: 'i' } };
  expect(isUnexpectedAnswerError(await failure(raw.fdi.raw[method](path, { params })))).toBe(true);
  await Promise.all([named.ended, raw.ended]);
});

test('a failure that has no end is one, with its status and request id', async () => {
  const { fdi, ended } = await large((response) => endless(response, 500));
  const error = await failure(fdi.compositeTasks.init());
  expect(isApiError(error)).toBe(true);
  expect(error).toMatchObject({ status: 500, requestId: 'r1' });
  await ended;
});

test('an answer of just the bound is read, in whatever pieces and with characters that these cut', async () => {
  const text = JSON.stringify([{ task_id: '\u{1F600}'.repeat(20) }]).padEnd(maxAnswerBytes - 40, ' ');
  const bytes = Buffer.from(text);
  expect(bytes.length).toBe(maxAnswerBytes);
  const { fdi } = await large((response) => {
    response.writeHead(200, media);
    for (let at = 0; at < 100; at += 7) response.write(bytes.subarray(at, Math.min(at + 7, 100)));
    response.end(bytes.subarray(100));
  });
  expect(await fdi.compositeTasks.init()).toEqual([{ task_id: '\u{1F600}'.repeat(20) }]);
});

test('a transport without a stream is bound too, and 64 MiB are the bound where none is given', async () => {
  const ofText = (text: string) => async () => ({ status: 200, headers: new Headers(), text: async () => text });
  const short = stubClient(ofText('[ ]'), { maxAnswerBytes: 3 });
  expect(await short.fdi.compositeTasks.init()).toEqual([]);
  const long = stubClient(ofText('[  ]'), { maxAnswerBytes: 3 });
  expect(await failure(long.fdi.compositeTasks.init())).toMatchObject({ reason: 'too-large' });
  const bytes = 64 * 2 ** 20;
  let sent = 0;
  const body = () =>
    new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(2 ** 20).fill(0x20));
        sent += 2 ** 20;
      },
    });
  const usual = stubClient(async () => new Response(body()));
  expect(await failure(usual.fdi.compositeTasks.init())).toMatchObject({ reason: 'too-large' });
  expect(sent).toBeGreaterThan(bytes);
  expect(sent).toBeLessThan(bytes + 4 * 2 ** 20);
});

test.each([0, -1, Number.NaN, '5', {}])('maxAnswerBytes %j is refused by name', (given) => {
  expect(() => stubClient([json([])], { maxAnswerBytes: given as number })).toThrow(/^maxAnswerBytes must be bytes/);
});

test('400,000 entries, one of which is null, are read', async () => {
  const text = `[null,${Array.from({ length: 400_000 }, () => '{"task_id":"t"}').join()}]`;
  const { fdi } = stubClient([new Response(text)]);
  expect(await fdi.compositeTasks.init()).toHaveLength(400_000);
});

test('an answer nested deeper than the stack is read, and as a failure explained', async () => {
  const depth = 500_000;
  const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const good = stubClient([new Response(`[{"task_id":"t","more":${nested}}]`)]);
  expect(await good.fdi.compositeTasks.init()).toHaveLength(1);
  const bad = stubClient([new Response(`{"error":${nested}}`, { status: 400 })]);
  expect(await failure(bad.fdi.compositeTasks.init())).toMatchObject({ name: 'ApiError', status: 400 });
});
