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

/** Both are measured in turn, so that they meet the same machine; of each the best time counts, since other work only ever adds. */
const rounds = 5;

console.log(JSON.stringify(measure(readScaleCatalogs(JSON.parse(process.argv[2]!) as ScaleSource))));

function measure({ source, target, truth }: ScaleCatalogs): ScaleFigures {
  const mapping = mapCatalogs(source, target);
  const peak = process.resourceUsage().maxRSS / 1024;
  const { columnF1, tableF1 } = score(answersOf(mapping), truth());
  let [automap, folding] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    automap = Math.min(
      automap,
      timed(() => mapCatalogs(source, target)),
    );
    folding = Math.min(
      folding,
      timed(() => foldEveryName(source, target)),
    );
  }
  return {
    tables: source.tables.length,
    automap,
    folding,
    peak,
    columnF1,
    tableF1,
  };
}

/** Milliseconds. */
function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
