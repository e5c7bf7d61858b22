/** Measures the quality of the proposals on schema pairs with known correspondences, beside two simple tools. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, mapCatalogs } from '@roma-fdi/automap';
import { type Answer, answersOf } from './parts/answer.ts';
import { fail, readCommandLine, writeFigures } from './parts/command-line.ts';
import { exactNames, foldedNames } from './parts/peers.ts';
import { score, type Truth } from './parts/score.ts';

const { args, json } = readCommandLine({
  required: ['FOLDER'],
  help: `Usage: npm run bench -- openset FOLDER [--json FILE]

Maps every schema pair below FOLDER and prints how right the proposals are (F1, 0 to 1), beside exact names and
folded names in the same run.

FOLDER holds one folder per pair with source.schema.json, target.schema.json and gt.json (the known correspondences).
Tier A: names agree up to spelling. Tier B: renamed, abbreviated, split, merged.

  --json FILE   also write the figures to FILE`,
});

const spellings = new Set(['dialect', 'style', 'synthetic-L1']);
type Mapper = 'exact' | 'folded' | 'automap';
const mappers: Record<Mapper, (source: Catalog, target: Catalog) => Answer[]> = {
  exact: exactNames,
  folded: foldedNames,
  automap: (source, target) => answersOf(mapCatalogs(source, target)),
};

const folder = args[0]!;
const pairs = pairsBelow(folder).map((name) => {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));
  const source: Catalog = read('source.schema.json');
  const target: Catalog = read('target.schema.json');
  const truth: Truth & { tier: string } = read('gt.json');
  const started = performance.now();
  mappers.automap(source, target);
  const milliseconds = performance.now() - started;
  const judge = (by: Mapper) => score(mappers[by](source, target), truth);
  return {
    pair: name,
    tier: spellings.has(truth.tier) ? 'A' : 'B',
    kind: truth.tier,
    exact: judge('exact'),
    folded: judge('folded'),
    automap: judge('automap'),
    milliseconds,
  };
});
const tiers = [...new Set(pairs.map(({ tier }) => tier))].sort().map((tier) => {
  const rows = pairs.filter((row) => row.tier === tier);
  const f1 = (by: Mapper) => rows.map((row) => row[by].columnF1);
  const areas = rows.flatMap(({ automap }) => automap.rocArea ?? []);
  const total = (figure: 'confident' | 'confidentRight' | 'tablesRight') =>
    rows.reduce((sum, row) => sum + row.automap[figure], 0);
  return {
    tier,
    pairs: rows.length,
    columnF1: { exact: mean(f1('exact')), folded: mean(f1('folded')), automap: mean(f1('automap')) },
    worst: Math.min(...f1('automap')),
    tableF1: mean(rows.map(({ automap }) => automap.tableF1)),
    confident: total('confident'),
    confidentRight: total('confidentRight'),
    tablesRight: total('tablesRight'),
    rocArea: areas.length > 0 ? mean(areas) : undefined,
  };
});

print();
writeFigures(json, { pairs, tiers });

function pairsBelow(folder: string): string[] {
  if (!existsSync(folder)) fail(`There is no folder ${folder}.`);
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'gt.json')));
  if (names.length === 0) fail(`No folder below ${folder} has a gt.json.`);
  return names.sort();
}

function print(): void {
  console.log('                                     column F1                 table F1');
  console.log(
    'pair                             tier  exact folded automap   exact folded automap   90 % and more  ROC area     ms',
  );
  for (const { pair, tier, exact, folded, automap, milliseconds } of pairs) {
    const f1 = (figure: 'columnF1' | 'tableF1') =>
      [exact, folded, automap].map((by) => by[figure].toFixed(3)).join('  ');
    const sure = `${automap.confidentRight}/${automap.confident} right`.padStart(13);
    const area = (automap.rocArea?.toFixed(2) ?? '-').padStart(8);
    console.log(
      `${pair.padEnd(32)} ${tier}     ${f1('columnF1')}    ${f1('tableF1')}  ${sure}  ${area} ${milliseconds.toFixed(0).padStart(6)}`,
    );
  }
  for (const { tier, columnF1, worst, tableF1, confident, confidentRight, tablesRight, rocArea } of tiers) {
    console.log(
      `\nTier ${tier}, mean column F1: exact ${columnF1.exact.toFixed(3)}, folded ${columnF1.folded.toFixed(3)}, automap ${columnF1.automap.toFixed(3)}` +
        ` (worst ${worst.toFixed(3)}), table F1 ${tableF1.toFixed(3)}` +
        `\n  of the pairs at 90 % and more ${share(confidentRight, confident)} are right; of the right pairs ${share(confidentRight, tablesRight)} are there` +
        `; mean ROC area ${rocArea?.toFixed(3) ?? '-'}`,
    );
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
