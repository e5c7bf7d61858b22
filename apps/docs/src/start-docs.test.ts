import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Docs, startDocs } from './start-docs.ts';

let parent: string;
let docs: Docs;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'roma-fdi-docs-test-'));
  const folder = await mkdtemp(join(parent, 'site-'));
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), '<h1>page</h1>');
  await writeFile(join(folder, 'openapi.yaml'), 'openapi: 3.1.0\n');
  await writeFile(join(folder, 'openapi.json'), '{}');
  docs = await startDocs({ port: 0, folder });
});

afterAll(async () => {
  await docs.close();
  await rm(parent, { recursive: true });
});

/** What comes back for a request line as it stands: fetch would tidy the path. */
function raw(target: string): Promise<string> {
  const { port, hostname } = new URL(docs.url);
  const socket = connect(Number(port), hostname);
  socket.end(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

describe('the site', () => {
  it.each([
    ['', 'text/html; charset=utf-8', '<h1>page</h1>'],
    ['index.html?x=1', 'text/html; charset=utf-8', '<h1>page</h1>'],
    ['openapi.yaml', 'application/yaml; charset=utf-8', 'openapi: 3.1.0\n'],
    ['openapi.json', 'application/json; charset=utf-8', '{}'],
  ])('answers /%s with its type', async (path, type, body) => {
    const response = await fetch(docs.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(body);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const response = await fetch(docs.url, { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('13');
    expect(await response.text()).toBe('');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/%00',
    '/%',
    '/nothing',
  ])('answers %s with 404', async (target) => {
    const answer = await raw(target);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret');
  });

  it.each(['POST', 'DELETE', 'OPTIONS'])('refuses %s and names what it takes', async (method) => {
    const response = await fetch(docs.url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('is not served where nothing was built, and says what to do', async () => {
    await expect(startDocs({ port: 0, folder: join(parent, 'nowhere') })).rejects.toThrow('Run `npm run docs`');
  });

  it('tells a taken port or a foreign address, and the way out', async () => {
    const port = Number(new URL(docs.url).port);
    const folder = await mkdtemp(join(parent, 'other-'));
    await writeFile(join(folder, 'index.html'), '');
    await expect(startDocs({ port, folder })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken. Choose another with --port, or 0 for a free one.`,
    );
    await expect(startDocs({ port: 0, host: '192.0.2.1', folder })).rejects.toThrow('has no address 192.0.2.1');
  });

  it('frees its port when it is closed, open connections or not', async () => {
    const folder = await mkdtemp(join(parent, 'closed-'));
    await writeFile(join(folder, 'index.html'), '');
    const first = await startDocs({ port: 0, folder });
    const { port, hostname } = new URL(first.url);
    const idle = connect(Number(port), hostname);
    await new Promise((resolve) => idle.once('connect', resolve));
    await first.close();
    const second = await startDocs({ port: Number(port), folder });
    expect(second.url).toBe(first.url);
    await second.close();
  });
});
