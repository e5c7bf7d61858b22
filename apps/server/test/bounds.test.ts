/** Answers of any length: whole, in pieces, one at a time for each connection, and never more than the process can hold. */
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { OperationId } from '@roma-fdi/contract';
import { failures, routes } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { largePage, writeLargePage } from './large-page.ts';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

const { mappings: tables, columns } = largePage;

/** One holds its answers to the contract, whole; the other one sends them as it does in earnest. */
let strict: Served;
let plain: Served;
const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-bounds-'));
beforeAll(async () => {
  const [one, other] = [join(folder, 'strict.db'), join(folder, 'plain.db')] as const;
  await writeLargePage(one);
  copyFileSync(one, other);
  strict = await serve({ data: one });
  plain = await serve({ data: other }, { checkAnswers: false, room: 4 * 2 ** 20 });
});
afterAll(async () => {
  await Promise.all([strict, plain].map((server) => server.end()));
  rmSync(folder, { recursive: true });
});

const path = { task_id: largePage.task };

function pathTo(id: OperationId, query: string): string {
  const values: Record<string, string> = { project_id: project, instance_id: instance, ...path };
  return routes[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') + query;
}
const get = (id: OperationId, query = ''): string =>
  `GET ${pathTo(id, query)} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\n\r\n`;
const getPage = (): string => get('listMultiTaskMappings', '?limit=1000');

test.for([
  [1000, 0, 150],
  [7, 0, 7],
  [25, 140, 10],
] as const)(
  'a page of %i from %i on has all %i entries, in pieces or not',
  async ([limit, offset, expected], context) => {
    if (expected > 100) takesLong(context);
    const pages = await Promise.all(
      [strict, plain].map((server) => server.succeed('listMultiTaskMappings', { path, query: { limit, offset } })),
    );
    for (const { mappings, mappings_total_count } of pages) {
      expect(mappings_total_count).toBe(tables);
      expect(mappings).toHaveLength(expected);
      for (const { mapping, source_columns } of mappings ?? []) {
        expect(source_columns).toHaveLength(columns);
        expect(mapping).toHaveLength(columns);
      }
    }
    const names = pages.map(({ mappings }) => mappings?.map((each) => each.source_table));
    expect(names[0]).toEqual(names[1]);
  },
);

test('an init whose mappings are wide has all that it should have', async () => {
  for (const server of [strict, plain]) {
    const [element, ...others] = await server.succeed('installMultiTasks', { body: path });
    expect(others).toEqual([]);
    expect(element?.mappings).toHaveLength(10);
    expect(element?.mappings?.every(({ mapping }) => mapping?.length === columns)).toBe(true);
    expect(element?.mappings_total_count).toBe(tables);
  }
});

test('a page of large data sources has all of them', async (context) => {
  takesLong(context);
  for (const server of [strict, plain]) {
    const names = Array.from({ length: 12 }, (_, at) => `described-${at}`);
    for (const name of names) {
      const address = { host: 'h', port: '1', database_name: 'd', password: 'p' };
      const content = { ...address, user_name: 'u'.repeat(6_000) };
      const description = 'd'.repeat(255);
      const body = sqliteSource(name, { datasource_type: 'POSTGRESQL', content, description });
      await server.succeed('createDatasourceInfo', { body });
    }
    const page = await server.succeed('listDatasources', { query: { limit: 999, name: 'described' } });
    expect([page.total, page.size, page.entities?.length]).toEqual([12, 12, 12]);
    expect(page.entities?.map((each) => each.datasource_name)).toEqual(names);
  }
});

/** Callers that send the bytes, and read nothing of the answer that has begun. */
async function deaf({ port }: Served, count: number, bytes: string): Promise<Socket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(bytes);
      await once(socket, 'readable');
      return socket;
    }),
  );
}

/** A socket that is not read from notices that it is closed when it writes. */
async function hungUp(socket: Socket): Promise<void> {
  for (; !socket.closed; await delay(50)) socket.write('\r\n');
}

test('pages that nobody reads are refused beyond a bound, and others are answered meanwhile', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warned);
  const askPage = () => plain.send('listMultiTaskMappings', { path, query: { limit: 1000 } });
  const callers = await deaf(plain, 6, getPage());
  try {
    expect((await plain.send('showTask', { path })).status).toBe(200);
    let refused = await askPage();
    for (; refused.status === 200; refused = await askPage()) callers.push(...(await deaf(plain, 1, getPage())));
    expect(refused.status).toBe(failures.Unavailable.status);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(JSON.parse(refused.text)).toMatchObject({ error_code: failures.Unavailable.code });
    expect((await plain.send('showTask', { path })).status).toBe(200);
    expect(warnings).toEqual([]);
  } finally {
    process.off('warning', warned);
    for (const caller of callers) caller.destroy();
  }
  // Their room is free again.
  while ((await askPage()).status !== 200) await delay(20);
});

test('a caller that reads nothing of its page is hung up on', async () => {
  const data = join(folder, 'hasty.db');
  copyFileSync(join(folder, 'strict.db'), data);
  const hasty = await serve({ data }, { checkAnswers: false, grace: 200 });
  const [caller] = await deaf(hasty, 1, getPage());
  await hungUp(caller!);
  await hasty.end();
});

test('requests that are sent ahead are answered in their order, without a warning', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warned);
  const socket = connect({ port: plain.port, host: '127.0.0.1', allowHalfOpen: true });
  const answers = text(socket);
  const lengths = Array.from({ length: 40 }, (_, at) => (at % 3) + 1);
  socket.end(lengths.map((limit) => get('listMultiTaskMappings', `?limit=${limit}`)).join(''));
  const counts = (await answers)
    .split(/(?=HTTP\/1\.1 200)/)
    .map((answer) => answer.match(/"mapping_percent"/g)?.length ?? 0);
  expect(counts).toEqual(lengths);
  process.off('warning', warned);
  expect(warnings).toEqual([]);
});
