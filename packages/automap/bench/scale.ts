/** Measures how the time grows with the number of tables, beside folding every name once in the same run. */

import { type Catalog, mapCatalogs } from '@roma-fdi/automap';
import { answersOf } from './parts/answer.ts';
import { fail, readCommandLine, writeFigures } from './parts/command-line.ts';
import { generate } from './parts/generate.ts';
import { foldEveryName } from './parts/peers.ts';
import { score } from './parts/score.ts';

const { args, json } = readCommandLine({
  required: [],
  optional: 8,
  help: `Usage: npm run bench -- scale [TABLES ...] [--json FILE]

Maps generated catalogs of TABLES tables with 20 columns a side (1000, 2000 and 10000 where none is given) and prints
the time, as a multiple of the time to fold and hash every name once, and of the first size's, and how right the proposals are.

  --json FILE   also write the figures to FILE`,
});

const sizes = args.length > 0 ? args.map(Number) : [1000, 2000, 10_000];
const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < 1 || size > 100_000);
if (wrong >= 0) fail(`TABLES must be a whole number from 1 to 100000, not ${args[wrong]}.`);

const warm = generate(200);
best(mapCatalogs, warm.source, warm.target);
best(foldEveryName, warm.source, warm.target);
const rows = sizes.map((tables) => {
  const { source, target, truth } = generate(tables);
  const automap = best(mapCatalogs, source, target);
  const folding = best(foldEveryName, source, target);
  const { columnF1, tableF1 } = score(answersOf(automap.answer), truth);
  return { tables, automap: automap.milliseconds, folding: folding.milliseconds, columnF1, tableF1 };
});

console.log(
  'tables   automap ms   folding ms  automap/folding  time/first size   tables/first size   column F1   table F1',
);
for (const { tables, automap, folding, columnF1, tableF1 } of rows) {
  const first = rows[0]!;
  const cells = [
    String(tables).padEnd(6),
    automap.toFixed(0).padStart(12),
    folding.toFixed(0).padStart(11),
    (automap / folding).toFixed(1).padStart(16),
    (automap / first.automap).toFixed(1).padStart(17),
    (tables / first.tables).toFixed(1).padStart(19),
    columnF1.toFixed(3).padStart(11),
    tableF1.toFixed(3).padStart(10),
  ];
  console.log(cells.join(' '));
}
writeFigures(json, { rows });

/** The best time of three runs: what else the machine does only ever adds. */
function best<A>(map: (source: Catalog, target: Catalog) => A, source: Catalog, target: Catalog) {
  const runs = [1, 2, 3].map(() => {
    const started = performance.now();
    const answer = map(source, target);
    return { answer, milliseconds: performance.now() - started };
  });
  return runs.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
}
