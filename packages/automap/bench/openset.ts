/** Measures the quality of the proposals on schema pairs with known correspondences, beside two simple tools. */

import { mapCatalogs } from '@roma-fdi/automap';
import { answersOf } from './parts/answer.ts';
import { readCommandLine, writeFigures } from './parts/command-line.ts';
import { exactNames, foldedNames } from './parts/peers.ts';
import { headOfPairs, lineOfPair, type PairFigures, summaryLines, summaryOf } from './parts/quality.ts';
import { score } from './parts/score.ts';
import { aboutFolders, partsBy, readSets, type SchemaPair, tiersOf } from './parts/sets.ts';

const { args, json, flags } = readCommandLine({
  required: ['FOLDER'],
  optional: Number.POSITIVE_INFINITY,
  flags: ['no-synonyms'],
  help: `Usage: npm run bench -- openset FOLDER ... [--no-synonyms] [--json FILE]

Maps every schema pair below each FOLDER and prints how right the proposals are (F1, 0 to 1), beside exact names and
folded names in the same run, and how well percentage and confidence tell right table pairs from wrong ones.

${aboutFolders}

  --no-synonyms   map without the list of synonyms
  --json FILE     also write the figures to FILE`,
});

const options = flags.has('no-synonyms') ? { synonyms: [] } : {};
const sets = partsBy(readSets(args), ({ set }) => set).map(([set, schemaPairs]) => {
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
