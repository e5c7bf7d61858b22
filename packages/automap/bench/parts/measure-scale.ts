/** Measures one pair of large catalogs in this process, which does nothing else: memory that was taken once stays taken. */

import { mapCatalogs } from '@roma-fdi/automap';
import { answersOf } from './answer.ts';
import { foldEveryName } from './peers.ts';
import { readScaleCatalogs, type ScaleCatalogs, type ScaleSource } from './scale-catalogs.ts';
import { score } from './score.ts';

export interface ScaleFigures {
  readonly tables: number;
  /** Milliseconds. */
  readonly automap: number;
  readonly folding: number;
  /** The most memory of the process, in megabytes, up to the first answer. */
  readonly peak: number;
  readonly columnF1: number;
  readonly tableF1: number;
}

/** The best time counts: what else the machine does, and the compiler at first, only ever adds. */
const runs = { automap: 3, folding: 10 };

console.log(JSON.stringify(measure(readScaleCatalogs(JSON.parse(process.argv[2]!) as ScaleSource))));

function measure({ source, target, truth }: ScaleCatalogs): ScaleFigures {
  const mapping = mapCatalogs(source, target);
  const peak = process.resourceUsage().maxRSS / 1024;
  const { columnF1, tableF1 } = score(answersOf(mapping), truth());
  return {
    tables: source.tables.length,
    automap: best(runs.automap, () => mapCatalogs(source, target)),
    folding: best(runs.folding, () => foldEveryName(source, target)),
    peak,
    columnF1,
    tableF1,
  };
}

function best(times: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}
