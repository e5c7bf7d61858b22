/** Requests per second of the mock against the stock `prism mock -v silent`, in alternating rounds of one run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import autocannon from 'autocannon';
import { story } from '../src/index.ts';

interface Figure {
  request: string;
  mock: number;
  prism: number;
  /** Requests per second of the mock over those of Prism. */
  ratio: number;
  mock_p99_ms: number;
  prism_p99_ms: number;
}

interface Sent {
  name: string;
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

const requests: Sent[] = [
  {
    name: 'init, answer of two mappings',
    method: 'POST',
    path: story.path('installMultiTasks'),
    body: JSON.stringify(story.request('installMultiTasks', 'auto-mapping')),
  },
  { name: 'list of data sources', method: 'GET', path: story.path('listDatasources') },
];

/** The URL of a server on a free port, once it answers. */
async function startServer(children: ChildProcess[], args: (port: string) => string[]): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  const child = spawn(process.execPath, args(String(port)), {
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'test' },
  });
  children.push(child);
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${args(String(port)).join(' ')} ended; was the project built?`);
}

async function round(url: string, { method, path, body }: Sent, duration: number, connections: number) {
  const headers = { 'X-Auth-Token': 'any', ...(body !== undefined && { 'Content-Type': 'application/json' }) };
  const result = await autocannon({
    url: url + path,
    method,
    headers,
    ...(body !== undefined && { body }),
    duration,
    connections,
  });
  if (result.errors + result.non2xx > 0)
    throw new Error(`${url} gave ${result.errors} errors and ${result.non2xx} other answers.`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

const command = createCommand(
  'npm run bench -- mock',
  `Compares the built mock with the stock \`prism mock -v silent\`. Both serve the same document in processes of their own; the
rounds alternate, and the ratio is that of the medians.`,
)
  .addOption(wholeNumber('--seconds <N>', 'length of a round', { default: 4, least: 1, most: 999999 }))
  .addOption(wholeNumber('--rounds <N>', 'rounds for each server and request', { default: 3, least: 1, most: 999999 }))
  .addOption(wholeNumber('--connections <N>', 'open connections', { default: 10, least: 1, most: 999999 }))
  .option('--json <FILE>', 'also write the figures to FILE');
const values = readProcessArguments<{
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly json?: string;
}>(command);

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const children: ChildProcess[] = [];
const figures: Figure[] = [];
try {
  const mock = await startServer(children, (port) => [file('../dist/bin.js'), '--port', port]);
  const bundle = fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.yaml'));
  const cli = file('../node_modules/@stoplight/prism-cli/dist/index.js');
  const prism = await startServer(children, (port) => [cli, 'mock', bundle, '-p', port, '-v', 'silent']);
  for (const sent of requests) {
    const ours: Awaited<ReturnType<typeof round>>[] = [];
    const theirs: Awaited<ReturnType<typeof round>>[] = [];
    const seconds = values.seconds;
    const connections = values.connections;
    for (const url of [mock, prism]) await round(url, sent, 1, connections);
    for (let count = 0; count < values.rounds; count++) {
      ours.push(await round(mock, sent, seconds, connections));
      theirs.push(await round(prism, sent, seconds, connections));
    }
    const rates = { mock: median(ours.map(({ rate }) => rate)), prism: median(theirs.map(({ rate }) => rate)) };
    figures.push({
      request: sent.name,
      ...rates,
      ratio: Number((rates.mock / rates.prism).toFixed(2)),
      mock_p99_ms: median(ours.map(({ p99 }) => p99)),
      prism_p99_ms: median(theirs.map(({ p99 }) => p99)),
    });
  }
} finally {
  for (const child of children) child.kill();
}
console.table(figures);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
