/** The mock against the stock `prism mock -v silent`, in alternating rounds of one run: requests per second, and how long each takes to its first answer. */
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { story } from '../src/index.ts';
import { type Asked, median, type Round, readRoundOptions, runRound, startPeer } from './parts/rounds.ts';
import { timeToAnswer } from './parts/time-to-answer.ts';

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
const bin = file('../dist/bin.js');
const cli = file('../node_modules/@stoplight/prism-cli/dist/index.js');
const bundle = fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.yaml'));
const ofMock = (port: string) => [bin, '--port', port, '--quiet'];
const ofPrism = (port: string) => [cli, 'mock', bundle, '-p', port, '-v', 'silent'];

/** From the start of the process to its first answer. */
const readiness = {
  mock_ms: [] as number[],
  prism_ms: [] as number[],
  mock_cpu_ms: [] as number[],
  prism_cpu_ms: [] as number[],
};
for (let round = 0; round < values.rounds; round++) {
  const [mock, prism] = [
    await timeToAnswer(ofMock, requests[0] as Sent),
    await timeToAnswer(ofPrism, requests[0] as Sent),
  ];
  readiness.mock_ms.push(mock.ms);
  readiness.prism_ms.push(prism.ms);
  readiness.mock_cpu_ms.push(mock.cpu);
  readiness.prism_cpu_ms.push(prism.cpu);
}

const figures: Figure[] = [];
try {
  const mock = await start(ofMock);
  const prism = await start(ofPrism);
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
const ready = Object.fromEntries(Object.entries(readiness).map(([name, found]) => [name, Math.round(median(found))]));
console.log('From the start of the process to its first answer, and the processor time of that:');
console.table([ready]);
console.table(figures);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ ready, figures }, null, 2)}\n`);
