// How fast the store reads a stored task and writes 10,000 mappings, how long it keeps the event loop, and what Node's SQLite
// needs for the same on the calling thread. `--help` tells the options.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { openStore } from '../src/store/open-store.ts';
import type { PairIds } from '../src/store/records.ts';
import { dataSource, draft, proposalsFor, wideProposals } from '../test/store-samples.ts';
import { RawSqlite } from './parts/store-peer.ts';

const callers = 16;
const readMs = 1000;
const tables = 10_000;
const columns = 20;
const pair: PairIds = { source: 's1', target: 's2' };

const command = createCommand(
  'npm run bench -- store',
  `Two figures, the median of some rounds, each beside Node's own SQLite doing the same work on the calling thread:

  stored init  reading a stored task's pair with its first 10 mappings of 20 columns, 16 callers at once, per second
  insert       10,000 mappings of 20 columns in one transaction, in milliseconds; and the longest delay of the event loop`,
)
  .addOption(wholeNumber('--rounds <N>', 'how many rounds', { default: 3, least: 1, most: 999999 }))
  .option('--json <FILE>', 'also write the figures to FILE');
const values = readProcessArguments<{ readonly rounds: number; readonly json?: string }>(command);
const { rounds } = values;

interface Written {
  readonly ms: number;
  readonly delayMs: number;
}

const folder = await mkdtemp(join(tmpdir(), 'roma-fdi-bench-'));
const samples = { storeReads: [] as number[], rawReads: [] as number[], store: [] as Written[], raw: [] as Written[] };
try {
  const proposals = wideProposals(tables, columns);
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`round ${round} of ${rounds} ...\n`);
    const raw = new RawSqlite(join(folder, `raw-${round}.db`));
    samples.raw.push(await timeWriting(async () => raw.insert(proposals)));
    samples.rawReads.push(await readsPerSecond(async () => raw.read()));
    raw.close();

    const store = await openStore({ path: join(folder, `store-${round}.db`) });
    for (const id of Object.values(pair)) await store.createDataSource(dataSource(id));
    const init = { ...draft('task'), pair };
    const write = async () => store.initTask({ ...init, proposals: [await proposalsFor(pair, proposals)] });
    samples.store.push(await timeWriting(write));
    samples.storeReads.push(await readsPerSecond(() => store.initTask(init)));
    await store.close();
  }
} finally {
  await rm(folder, { recursive: true });
}

const figures = {
  storedInitPerSecond: { store: median(samples.storeReads), raw: median(samples.rawReads) },
  insertMs: { store: median(samples.store.map(({ ms }) => ms)), raw: median(samples.raw.map(({ ms }) => ms)) },
  eventLoopDelayMs: {
    store: median(samples.store.map(({ delayMs }) => delayMs)),
    raw: median(samples.raw.map(({ delayMs }) => delayMs)),
  },
};
console.table(
  Object.fromEntries(
    Object.entries(figures).map(([name, { store, raw }]) => [
      name,
      { store: Math.round(store), 'node:sqlite': Math.round(raw), ratio: Number((store / raw).toFixed(2)) },
    ]),
  ),
);
if (values.json !== undefined)
  await writeFile(values.json, `${JSON.stringify({ rounds, tables, columns, ...figures }, null, 2)}\n`);

/** The time of one write, and the longest that the event loop waited for it. */
async function timeWriting(write: () => Promise<unknown>): Promise<Written> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await nextTurns();
  const start = performance.now();
  await write();
  const ms = performance.now() - start;
  await nextTurns();
  delay.disable();
  return { ms, delayMs: delay.max / 1e6 };
}

/** The event loop's delay is measured from turn to turn: one must have been noted before the work and one after it. */
function nextTurns(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}

/** After as long a warm-up. */
async function readsPerSecond(read: () => Promise<unknown>): Promise<number> {
  await readFor(readMs, read);
  return (await readFor(readMs, read)) / (readMs / 1000);
}

async function readFor(ms: number, read: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + ms;
  let done = 0;
  const caller = async () => {
    while (performance.now() < end) {
      await read();
      done++;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return done;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
