import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildSite } from '../src/build/build-site.ts';
import { siteFolder } from '../src/site-folder.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

beforeAll(async () => {
  if (!existsSync(siteFolder)) await buildSite(siteFolder);
});

function start(...args: string[]): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

describe('npm run docs', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves the site and ends by itself on %s', async (signal) => {
    const child = start('--port', '0');
    const [line] = await once(createInterface(child.stdout), 'line');
    const [url] = /http:\S+/.exec(line) ?? [];
    expect(await (await fetch(url!)).text()).toContain('<div id="redoc">');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('explains itself', async () => {
    const child = start('--help');
    expect(await text(child.stdout)).toContain('--port PORT');
  });

  it('tells wrong usage from a failure to serve', async () => {
    const child = start('--prot', '1');
    const exit = once(child, 'exit');
    expect(await text(child.stderr)).toContain("'--prot'");
    expect(await exit).toEqual([2, null]);
  });

  it('tells a taken port with the way out, and fails', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const child = start('--port', String((taken.address() as AddressInfo).port));
    const exit = once(child, 'exit');
    expect(await text(child.stderr)).toContain('is taken. Choose another with --port');
    expect(await exit).toEqual([1, null]);
  });
});
