/** Attacks a server from all sides while one good caller goes on, and measures what that caller, and the machine, have of it. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { OperationId } from '@roma-fdi/contract';
import { routes } from '@roma-fdi/types';
import { type As, type Call, type Caller, callerOf, type Received } from './caller.ts';
import type { Attack, Callers } from './hostile-callers.ts';
import { type HostileSource, writeHostileFiles } from './hostile-sources.ts';
import { largePage, writeLargePage } from './large-page.ts';
import { bytesOfTree } from './memory.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { scope } from './store-samples.ts';

export interface Figures {
  /** Milliseconds that the good caller's calls took, in order. */
  readonly calls: readonly number[];
  /** What the good caller got instead of an answer. */
  readonly wrong: readonly string[];
  readonly peakBytes: number;
  /** Mappings of hostile sources that have ended, and the longest in milliseconds. */
  readonly mapped: number;
  readonly longestMs: number;
  /** From SIGTERM to the end of the process. */
  readonly endMs: number;
  readonly code: number | null;
  readonly stderr: string;
}

/** What the server must keep. */
export interface Bars {
  readonly callMs: number;
  readonly bytes: number;
  readonly endMs: number;
  /** Milliseconds that a mapping may take beyond its deadline. */
  readonly lateMs: number;
}

export const bars: Bars = { callMs: 1000, bytes: 1.5 * 2 ** 30, endMs: 15_000, lateMs: 5000 };

/** Seconds; short, so that all hostile sources have their turn. */
const deadline = 10;
const as: As = { token: 'token-of-the-good-caller', ...scope };

export interface Siege extends Callers {
  readonly seconds: number;
  progress?(figures: Pick<Figures, 'calls' | 'peakBytes' | 'mapped'>): void;
}

export async function besiege({ seconds, progress = () => {}, ...callers }: Siege): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-hostile-'));
  const databases = join(folder, 'databases');
  mkdirSync(databases);
  const worker = new Worker(new URL('./hostile-callers.ts', import.meta.url), {
    workerData: callers satisfies Callers,
  });
  let server: ServerProcess | undefined;
  try {
    const [{ sources, ports }] = (await once(worker, 'message')) as [{ sources: HostileSource[]; ports: number[] }];
    await writeLargePage(join(folder, 'store.db'));
    const hosts = ports.flatMap((port) => ['--allow-host', `127.0.0.1:${port}`]);
    server = await startServerProcess(
      [
        '--data',
        join(folder, 'store.db'),
        '--sqlite-root',
        databases,
        '--deadline',
        String(deadline),
        ...hosts,
        '--log-level',
        'fatal',
      ],
      { ROMA_FDI_TOKEN: as.token },
    );
    const { pid } = server;
    const good = callerOf(server.url, as);
    const ids = await register(good, [...writeHostileFiles(databases), ...sources]);
    const target = await registerGood(good, databases);
    worker.postMessage({
      port: server.port,
      page: bytesOf('listMultiTaskMappings', '?limit=1000'),
      small: bytesOf('listDatasources'),
    } satisfies Attack);

    const calls: number[] = [];
    const wrong: string[] = [];
    let [peakBytes, mapped, longestMs] = [0, 0, 0];
    const end = performance.now() + seconds * 1000;
    const until = async (work: (round: number) => Promise<void>): Promise<void> => {
      for (let round = 0; performance.now() < end; round++) await work(round);
    };
    const cheap: readonly (readonly [OperationId, Call])[] = [
      ['showTask', { path: { task_id: largePage.task } }],
      ['listDatasources', { query: { limit: 10 } }],
      ['listMultiTaskMappings', { path: { task_id: largePage.task }, query: { limit: 1 } }],
      ['showDatasourceDetail', { path: { datasource_id: target } }],
    ];
    await Promise.all([
      until(async (round) => {
        const [id, call] = cheap[round % cheap.length]!;
        const begin = performance.now();
        const { status, text } = await inTime(good.send(id, call));
        calls.push(performance.now() - begin);
        if (status !== 200) wrong.push(`${id}: ${status} ${text.slice(0, 200)}`);
        await delay(20);
      }),
      until(async () => {
        peakBytes = Math.max(peakBytes, bytesOfTree(pid));
        await delay(200);
      }),
      until(async () => {
        await delay(Math.min(10_000, Math.max(0, end - performance.now())));
        if (performance.now() < end) progress({ calls, peakBytes, mapped });
      }),
      ...[0, 1].map((lane) =>
        until(async (round) => {
          const source = ids[(2 * round + lane) % ids.length]!;
          const body = { source_datasource_id: source, target_datasource_id: target, auto_mapping: true };
          const begin = performance.now();
          await inTime(good.send('installMultiTasks', { body }));
          longestMs = Math.max(longestMs, performance.now() - begin);
          mapped++;
        }),
      ),
    ]);
    const begin = performance.now();
    server.kill('SIGTERM');
    const waiting = new AbortController();
    const ended = await Promise.race([server.ended, delay(2 * bars.endMs, undefined, { signal: waiting.signal })]);
    waiting.abort();
    const endMs = performance.now() - begin;
    if (!ended) server.kill('SIGKILL');
    const { code, stderr } = await server.ended;
    return { calls: calls.toSorted((a, b) => a - b), wrong, peakBytes, mapped, longestMs, endMs, code, stderr };
  } finally {
    server?.kill('SIGKILL');
    await worker.terminate();
    rmSync(folder, { recursive: true });
  }
}

/** What the bars were missed by, in sentences; none where all are kept. */
export function missed(
  { calls, wrong, peakBytes, longestMs, endMs, code, stderr }: Figures,
  { callMs, bytes, lateMs, ...most } = bars,
): string[] {
  const p99 = percentile(calls, 0.99);
  const ofMb = (count: number): string => `${Math.round(count / 2 ** 20)} MB`;
  return [
    ...(calls.length > 0 ? [] : ['No cheap call was answered.']),
    ...(p99 < callMs
      ? []
      : [`A cheap call took ${Math.round(p99)} ms at the 99th percentile, not less than ${callMs}.`]),
    ...(wrong.length === 0 ? [] : [`${wrong.length} cheap calls got no answer, the first one ${wrong[0]}.`]),
    ...(peakBytes < bytes ? [] : [`All processes together took ${ofMb(peakBytes)}, not less than ${ofMb(bytes)}.`]),
    ...(longestMs < deadline * 1000 + lateMs ? [] : [`A mapping ended ${Math.round(longestMs)} ms after it began.`]),
    ...(endMs < most.endMs
      ? []
      : [`The process ended ${Math.round(endMs)} ms after SIGTERM, not within ${most.endMs}.`]),
    // 1: answers that were read too slowly had to be cut off.
    ...(code === 0 || code === 1 ? [] : [`The process ended with ${code}: ${stderr.slice(0, 500)}`]),
    ...(stderr === '' ? [] : [`The process wrote to stderr: ${stderr.slice(0, 500)}`]),
  ];
}

export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.POSITIVE_INFINITY;

/** What no server that keeps its bars takes, in milliseconds. */
const patience = 30_000;

async function inTime(sent: Promise<Received>): Promise<Pick<Received, 'status' | 'text'>> {
  const failed = sent.catch((error: Error) => ({ status: 0, text: String(error.cause ?? error) }));
  return Promise.race([failed, delay(patience, { status: 0, text: 'no answer in time' }, { ref: false })]);
}

async function register(good: Caller, sources: readonly HostileSource[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, type, content } of sources) {
    const body = { datasource_name: name, datasource_type: type, app_id: 'hostile', content };
    const { status, text } = await good.send('createDatasourceInfo', { body });
    // Some are refused at once, which is as good.
    if (status === 201) ids.push(JSON.parse(text).datasource_id);
    else if (status !== 400) throw new Error(`${name}: ${status} ${text}`);
  }
  return ids;
}

async function registerGood(good: Caller, databases: string): Promise<string> {
  const database = new DatabaseSync(join(databases, 'good.db'));
  database.exec(
    'create table customers (id integer primary key, name text); create table orders (id integer primary key)',
  );
  database.close();
  const content = { database_name: 'good.db' };
  const body = { datasource_name: 'good', datasource_type: 'SQLITE', app_id: 'good', content };
  return (await good.succeed('createDatasourceInfo', { body })).datasource_id;
}

function bytesOf(id: OperationId, query = ''): string {
  const values: Record<string, string> = { project_id: as.project, instance_id: as.instance, task_id: largePage.task };
  const path = routes[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return `GET ${path}${query} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${as.token}\r\n\r\n`;
}
