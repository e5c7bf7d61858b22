/** Answers of proxies, gateways and other servers, over real HTTP: each error says what probably happened and what to check. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failures } from '@roma-fdi/types';
import { ProxyAgent, fetch as undiciFetch } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ApiError, createFdiClient, type FdiClient } from '../src/index.ts';
import { serve } from './serve.ts';
import { failure, stubClient, token } from './stub-transport.ts';

const page = (title: string) => `<!DOCTYPE html>\n<html><title>${title}</title><h1>${title}</h1></html>`;
const html = { 'Content-Type': 'text/html; charset=utf-8' };

const calls: Record<string, (fdi: FdiClient) => Promise<unknown>> = {
  'a call with a body in its answer': (fdi) => fdi.compositeTasks.init(),
  'a call with none': (fdi) => fdi.tasks.delete('a-task'),
};

async function clientOf(handler: (response: ServerResponse) => void, path = ''): Promise<FdiClient> {
  const { url } = await serve((_, response) => handler(response));
  return createFdiClient({ baseUrl: url + path, projectId: 'p', instanceId: 'i', credentials: token, maxRetries: 0 });
}

const statuses: [number, RegExp][] = [
  [400, /No server of this API/],
  [401, /proxy, a gateway or a firewall/],
  [403, /proxy, a gateway or a firewall/],
  [404, /No server of this API/],
  [405, /No server of this API/],
  [410, /No server of this API/],
  [418, /No server of this API/],
  [500, /server failed/],
  [502, /gateway or a proxy got no answer/],
  [503, /gateway or a proxy got no answer/],
  [504, /gateway or a proxy got no answer/],
  [520, /server failed/],
];

describe.each(Object.entries(calls))('%s', (_, call) => {
  test.each(statuses)('a page with status %d has a cause and a remedy', async (status, cause) => {
    const fdi = await clientOf((response) => response.writeHead(status, html).end(page(String(status))));
    const error = (await failure(call(fdi))) as ApiError;
    expect(error).toMatchObject({ name: 'ApiError', status, code: undefined });
    expect(error.meaning).toMatch(cause);
    expect(error.message).toContain(`answered ${status}: ${error.meaning}\nWhat to do: ${error.remedy}`);
    expect(error.remedy).toContain('Check baseUrl');
    expect(error.message).not.toContain('<');
  });

  test.each([
    ['the page of a website', html, page('Documentation')],
    ['a page without its type', {}, `\n  ${page('Sign in')}`],
    ['plain text', { 'Content-Type': 'text/plain' }, 'It works!'],
  ])('a success with %s is none', async (__, headers, body) => {
    const fdi = await clientOf((response) => response.writeHead(200, headers).end(body), '/docs');
    const error = await failure(call(fdi));
    expect(error).toMatchObject({ name: 'UnexpectedAnswerError', reason: 'not-json', status: 200 });
    expect(String(error)).toMatch(/Check baseUrl: .* before the API's own \(\/v2\//);
    if (body.includes('<')) expect(String(error)).toContain('a website has the address, or a proxy answered');
    expect(String(error)).toContain('/docs/');
  });
});

const wanted = /proxy on the way.* asks for credentials of its own.* Give the proxy its credentials/s;

test('a proxy that wants credentials is told from the service, though fetch takes its answer for none', async () => {
  const headers = { ...html, 'Proxy-Authenticate': 'Basic' };
  const fdi = await clientOf((response) => response.writeHead(407, headers).end(page('407')));
  const error = await failure(fdi.compositeTasks.init());
  expect(error).toMatchObject({ name: 'ConnectionError', operation: 'installMultiTasks' });
  expect(String(error)).toMatch(wanted);
  const { fdi: another } = stubClient([new Response(page('407'), { status: 407 })]);
  expect(await failure(another.compositeTasks.init())).toMatchObject({ name: 'ApiError', status: 407 });
  expect(String(await failure(another.compositeTasks.init()))).toMatch(wanted);
});

test.each([
  [407, wanted],
  [403, /proxy on the way to the service refused the connection.*Check what the proxy allows/s],
])('a proxy that answers CONNECT with %d is told from the service', async (status, said) => {
  const proxy = createServer().on('connect', (_, socket) => socket.end(`HTTP/1.1 ${status} No\r\n\r\n`));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const dispatcher = new ProxyAgent(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    await dispatcher.destroy();
    proxy.close();
  });
  const fdi = createFdiClient({
    baseUrl: 'https://fdi.test',
    projectId: 'p',
    instanceId: 'i',
    credentials: token,
    maxRetries: 0,
    transport: (url, init) => undiciFetch(url, { ...init, dispatcher }),
  });
  const error = await failure(fdi.compositeTasks.init());
  expect(error).toMatchObject({ name: 'ConnectionError' });
  expect(String(error)).toMatch(said);
});

test.each([
  ['a gateway’s own', 404, { message: 'no Route matched with those values' }, /No server of this API/],
  ['another API’s', 404, { code: 'NOT_FOUND', message: 'no such thing' }, /No server of this API/],
  ['a load balancer’s', 503, { message: 'no healthy upstream' }, /gateway or a proxy got no answer/],
])('JSON that is %s keeps its words, beside a cause and a remedy', async (_, status, body, cause) => {
  const fdi = await clientOf((response) => response.writeHead(status).end(JSON.stringify(body)));
  const error = (await failure(fdi.compositeTasks.init())) as ApiError;
  expect(error.message).toContain(body.message);
  expect(error.message).toMatch(/\nProbable cause: /);
  expect(error.meaning).toMatch(cause);
  expect(error.remedy).toContain('Check baseUrl');
});

test('JSON of another API is no answer, and says what to check', async () => {
  for (const body of ['{"items":[]}', '"ok"', '[{"id":1}]']) {
    const error = await failure((await clientOf((response) => response.end(body))).compositeTasks.init());
    expect(error).toMatchObject({ name: 'UnexpectedAnswerError', reason: 'shape' });
    expect(String(error)).toContain('Check baseUrl');
  }
});

test('a code of the vendor’s that the contract does not know is not taken for another server’s', async () => {
  const fdi = await clientOf((response) =>
    response.writeHead(400).end(JSON.stringify({ error_code: ['FDI', 4999].join('.'), error_msg: 'Something new.' })),
  );
  const error = (await failure(fdi.compositeTasks.init())) as ApiError;
  expect([error.meaning, error.remedy]).toEqual([undefined, undefined]);
  expect(error.message).toContain('Something new.');
});

test('where a status says all, the contract’s remedy stands', async () => {
  const fdi = await clientOf((response) => response.writeHead(429, { ...html, 'Retry-After': '3' }).end(page('429')));
  const { remedy } = failures.TooManyRequests;
  expect(await failure(fdi.compositeTasks.init())).toMatchObject({ failure: 'TooManyRequests', remedy, retryAfter: 3 });
});

test('what does not speak HTTP is told from what speaks it', async () => {
  const fdi = await clientOf((response) => void response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'));
  const error = await failure(fdi.compositeTasks.init());
  expect(error).toMatchObject({ name: 'ConnectionError' });
  expect(String(error)).toContain('http or https');
});
