import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startHost } from './host.ts';
import type { Progress } from './progress.ts';
import { setScene } from './scene.ts';
import { readSettings, type Settings } from './settings.ts';

const data = mkdtempSync(join(tmpdir(), 'roma-fdi-host-'));
afterAll(() => rmSync(data, { recursive: true }));

async function takenPort() {
  const blocker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.once('listening', resolve));
  const { port } = blocker.address() as { port: number };
  return { port, given: false, release: () => blocker.close() };
}

test('listens elsewhere where the usual ports are taken, and says so', async () => {
  const [server, mock, docs] = await Promise.all([takenPort(), takenPort(), takenPort()]);
  const settings: Settings = { ...(readSettings([], data) as Settings), ports: { server, mock, docs } };
  let said = '';
  const progress: Progress = async (_label, work, outcome) => {
    const result = await work({ note() {} });
    said = outcome?.(result) ?? '';
    return result;
  };
  const host = await startHost(setScene(settings), settings, progress);
  expect(host.taken).toEqual({ server: server.port, mock: mock.port, docs: docs.port });
  expect(said).toContain(`in place of ${server.port}, `);
  expect(said).toContain(String(docs.port));
  for (const url of [host.server, host.mock, host.docs]) expect((await fetch(url)).status).toBeLessThan(500);
  await host.close();
  for (const { release } of [server, mock, docs]) release();
});
