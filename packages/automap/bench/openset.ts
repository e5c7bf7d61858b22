/** Measures the quality of the proposals on schema pairs with known correspondences, beside two simple tools. */

import { mapCatalogs } from '@roma-fdi/automap';
import { readProcessArguments } from '@roma-fdi/command-line';
import { answersOf } from './parts/answer.ts';
import { type BenchOptions, createBench, writeFigures } from './parts/command-line.ts';
import { exactNames, foldedNames } from './parts/peers.ts';
import { headOfPairs, lineOfPair, type PairFigures, summaryLines, summaryOf } from './parts/quality.ts';
import { score } from './parts/score.ts';
import { aboutFolders, partsBy, readSets, type SchemaPair, tiersOf } from './parts/sets.ts';

const command = createBench(
  'openset',
  `Maps every schema pair below each FOLDER and prints how right the proposals are (F1, 0 to 1), beside exact names and
folded names in the same run, and how well percentage and confidence tell right table pairs from wrong ones.

${aboutFolders}`,
)
  .argument('<FOLDER...>', 'sets of schema pairs')
  .option('--no-synonyms', 'map without the list of synonyms');
const { json, synonyms } = readProcessArguments<BenchOptions & { readonly synonyms: boolean }>(command);

const options = synonyms ? {} : { synonyms: [] };
const sets = partsBy(readSets(command.args), ({ set }) => set).map(([set, schemaPairs]) => {
  console.log(`${set}\n${headOfPairs}`);
  const pairs = schemaPairs.map((pair) => {
    const figures = measure(pair);
    console.log(lineOfPair(figures));
    return figures;
  });
  console.log();
  return { set, pairs, tiers: tiersOf(pairs, ({ tier }) => tier).map(([tier, rows]) => summaryOf(tier, rows)) };
});
for (const line of summaryLines(sets)) console.log(line);
writeFigures(json, { sets });

function measure({ name, tier, source, target, truth }: SchemaPair): PairFigures {
  const started = performance.now();
  const mapping = mapCatalogs(source, target, options);
  const milliseconds = performance.now() - started;
  return {
    pair: name,
    tier,
    exact: score(exactNames(source, target), truth),
    folded: score(foldedNames(source, target), truth),
    automap: score(answersOf(mapping), truth),
    milliseconds,
  };
}
