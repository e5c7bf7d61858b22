/** Measures what a thread costs, and how long it holds its caller's event loop, beside mapping in the caller's own thread. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { type CatalogMapping, mapCatalogs } from '@roma-fdi/automap';
import { mapCatalogsInWorker } from '@roma-fdi/automap/worker';
import { readProcessArguments } from '@roma-fdi/command-line';
import { type BenchOptions, createBench, fail, writeFigures } from './parts/command-line.ts';
import { generate } from './parts/generate.ts';

const command = createBench(
  'worker',
  `Maps generated catalogs of TABLES tables with 20 columns a side (1000 and 10000 where none is given), in this thread and in
a worker, three times each, and prints the best time and the longest that the event loop was held in any of the three.`,
).argument('[TABLES...]', 'numbers of tables (default: 1000 and 10000)');
const { json } = readProcessArguments<BenchOptions>(command);
const { args } = command;

const sizes = args.length > 0 ? args.map(Number) : [1000, 10_000];
const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < 1 || size > 100_000);
if (wrong >= 0) fail(`TABLES must be a whole number from 1 to 100000, not ${args[wrong]}.`);

/** Milliseconds between two looks at the event loop. */
const resolution = 1;

const rows = [];
for (const tables of sizes) {
  const { source, target } = generate(tables);
  const here = await measured(async () => mapCatalogs(source, target));
  const inWorker = await measured(() => mapCatalogsInWorker(source, target));
  rows.push({ tables, here: here.best, inWorker: inWorker.best, heldHere: here.held, held: inWorker.held });
}

console.log('tables    here ms   worker ms   worker/here   held here ms   held by worker ms');
for (const { tables, here, inWorker, heldHere, held } of rows) {
  const cells = [
    String(tables).padEnd(6),
    here.toFixed(0).padStart(10),
    inWorker.toFixed(0).padStart(11),
    (inWorker / here).toFixed(2).padStart(13),
    heldHere.toFixed(0).padStart(14),
    held.toFixed(0).padStart(19),
  ];
  console.log(cells.join(' '));
}
writeFigures(json, { rows });

async function measured(map: () => Promise<CatalogMapping>): Promise<{ best: number; held: number }> {
  let best = Number.POSITIVE_INFINITY;
  let held = 0;
  for (let run = 0; run < 3; run++) {
    const delay = monitorEventLoopDelay({ resolution });
    delay.enable();
    // The monitor needs a look before the work and one after it to see a hold between them.
    await setTimeout(5 * resolution);
    const started = performance.now();
    await map();
    best = Math.min(best, performance.now() - started);
    await setTimeout(5 * resolution);
    delay.disable();
    held = Math.max(held, delay.max / 1e6 - resolution);
  }
  return { best, held };
}
