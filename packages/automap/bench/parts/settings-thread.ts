/** A thread that measures one setting of the matcher after the other, each on all schema pairs. */

import { parentPort, workerData } from 'node:worker_threads';
import { mapCatalogsTuned } from '../../src/map-catalogs.ts';
import { answersOf } from './answer.ts';
import { score } from './score.ts';
import { readSets } from './sets.ts';
import type { Setting } from './settings.ts';

const pairs = readSets(workerData as readonly string[]);
parentPort!.on('message', ({ options, tuning }: Setting) => {
  parentPort!.postMessage(
    pairs.map(({ source, target, truth }) =>
      score(answersOf(mapCatalogsTuned(source, target, options, tuning)), truth),
    ),
  );
});
