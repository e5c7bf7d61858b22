/** What the client adds to a call, against raw fetch and against openapi-fetch as it comes, in the same run. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { type paths, routes } from '@roma-fdi/types';
import createClient from 'openapi-fetch';
import { createFdiClient } from '../src/index.ts';

interface Figure {
  readonly name: string;
  readonly call_us: number;
  /** Time over raw fetch, in the batch beside it: 1.2 is a fifth slower. */
  readonly ratio: number;
  readonly added_us: number;
}

type Call = () => Promise<unknown>;

const place = { project_id: 'c2f0a4b86d1e4f3a9b7c5d8e0f1a2b3c', instance_id: '3f1e9c52-7b84-4c1d-9a60-5d2f8e7b6c41' };
const body = { source_datasource_id: '5b0f6a1c2d3e4f70', target_datasource_id: '9c8b7a6d5e4f3021', auto_mapping: true };
const token = 'MIIE'.repeat(400);
const { method, path } = routes.installMultiTasks;

/** Raw fetch as one writes it by hand, without deadline, checks or errors. */
function rawFetch(baseUrl: string): Call {
  const url = baseUrl + path.replace('{project_id}', place.project_id).replace('{instance_id}', place.instance_id);
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
  return async () => JSON.parse(await (await fetch(url, { method, headers, body: JSON.stringify(body) })).text());
}

/** openapi-fetch as its readme has it. */
function openapiFetch(baseUrl: string): Call {
  const client = createClient<paths>({ baseUrl, headers: { 'X-Auth-Token': token } });
  return async () => (await client[method](path, { params: { path: place }, body })).data;
}

function romaClient(baseUrl: string): Call {
  const fdi = createFdiClient({
    baseUrl,
    projectId: place.project_id,
    instanceId: place.instance_id,
    credentials: token,
  });
  return () => fdi.compositeTasks.init(body);
}

async function batch(call: Call, calls: number): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < calls; n++) await call();
  return ((performance.now() - start) * 1000) / calls;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function compare(calls: Record<string, Call>, raw: Call, batches: number, size: number): Promise<Figure[]> {
  const times = new Map(Object.keys(calls).map((name) => [name, [] as { own: number; raw: number }[]]));
  const rawTimes: number[] = [];
  for (let round = -3; round < batches; round++) {
    for (const [name, call] of Object.entries(calls)) {
      // Each goes first in half of the rounds; the first rounds warm up and are not counted.
      const rawFirst = round % 2 === 0 ? await batch(raw, size) : undefined;
      const own = await batch(call, size);
      const beside = rawFirst ?? (await batch(raw, size));
      if (round < 0) continue;
      times.get(name)?.push({ own, raw: beside });
      rawTimes.push(beside);
    }
  }
  const figures = [...times].map(([name, pairs]) => ({
    name,
    call_us: median(pairs.map(({ own }) => own)),
    ratio: median(pairs.map((pair) => pair.own / pair.raw)),
    added_us: median(pairs.map((pair) => pair.own - pair.raw)),
  }));
  return [{ name: 'raw fetch + JSON.parse', call_us: median(rawTimes), ratio: 1, added_us: 0 }, ...figures];
}

const command = createCommand(
  'npm run bench -- client',
  `Calls init one after another against a server in another process and prints the time of a call. The client has its deadline,
errors and checks on. Batches of raw fetch and of each client alternate; the ratio is the median of the paired ratios.`,
)
  .addOption(
    wholeNumber(
      '--columns <N>',
      'columns on each side of the ten mappings, which give the size of the answer: 15 for 53 KB',
      {
        default: 15,
        most: 999_999,
      },
    ),
  )
  .addOption(wholeNumber('--batches <N>', 'pairs of batches', { default: 150, least: 1, most: 999_999 }))
  .addOption(wholeNumber('--calls <N>', 'calls in a batch', { default: 10, least: 1, most: 999_999 }))
  .option('--json <FILE>', 'also write the figures to FILE');
const { columns, batches, calls, json } = readProcessArguments<{
  readonly columns: number;
  readonly batches: number;
  readonly calls: number;
  readonly json?: string;
}>(command);

const server = fork(new URL(`./parts/init-server${extname(import.meta.filename)}`, import.meta.url), [String(columns)]);
const [{ port, bytes }] = (await once(server, 'message')) as [{ port: number; bytes: number }];
const baseUrl = `http://127.0.0.1:${port}`;
const clients = { '@roma-fdi/client': romaClient(baseUrl), 'openapi-fetch as it comes': openapiFetch(baseUrl) };
const figures = await compare(clients, rawFetch(baseUrl), batches, calls);
server.disconnect();

console.log(`init, an answer of ${(bytes / 1000).toFixed(1)} KB, Node ${process.versions.node}`);
console.table(
  figures.map(({ name, call_us, ratio, added_us }) => ({
    '': name,
    'call, us': Math.round(call_us),
    'over raw fetch': `${ratio.toFixed(2)} x`,
    'added, us': Math.round(added_us),
  })),
);
if (json) {
  writeFileSync(json, `${JSON.stringify({ bytes, node: process.versions.node, figures }, null, 2)}\n`);
}
