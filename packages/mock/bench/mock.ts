/** Requests per second of the mock against the stock `prism mock -v silent`, in alternating rounds of one run. */
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { story } from '../src/index.ts';
import { type Asked, median, type Round, readRoundOptions, runRound, startPeer } from './parts/rounds.ts';

interface Figure {
  request: string;
  mock: number;
  prism: number;
  /** Requests per second of the mock over those of Prism. */
  ratio: number;
  mock_p99_ms: number;
  prism_p99_ms: number;
}

interface Sent extends Asked {
  readonly name: string;
}

const requests: Sent[] = [
  {
    name: 'init, answer of two mappings',
    method: 'POST',
    token: 'any',
    path: story.path('installMultiTasks'),
    body: JSON.stringify(story.request('installMultiTasks', 'auto-mapping')),
  },
  { name: 'list of data sources', method: 'GET', token: 'any', path: story.path('listDatasources') },
];

const values = readRoundOptions(
  'mock',
  `Compares the built mock with the stock \`prism mock -v silent\`. Both serve the same document in processes of their own; the
rounds alternate, and the ratio is that of the medians.`,
  3,
);

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const children: ChildProcess[] = [];
const start = async (args: Parameters<typeof startPeer>[0]): Promise<string> => {
  const { url, child } = await startPeer(args);
  children.push(child);
  return url;
};
const figures: Figure[] = [];
try {
  const mock = await start((port) => [file('../dist/bin.js'), '--port', port]);
  const bundle = fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.yaml'));
  const cli = file('../node_modules/@stoplight/prism-cli/dist/index.js');
  const prism = await start((port) => [cli, 'mock', bundle, '-p', port, '-v', 'silent']);
  for (const sent of requests) {
    const ours: Round[] = [];
    const theirs: Round[] = [];
    const seconds = values.seconds;
    const connections = values.connections;
    for (const url of [mock, prism]) await runRound(url, sent, 1, connections);
    for (let count = 0; count < values.rounds; count++) {
      ours.push(await runRound(mock, sent, seconds, connections));
      theirs.push(await runRound(prism, sent, seconds, connections));
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
