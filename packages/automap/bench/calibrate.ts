/** Fits the weights of the matcher's confidences on schema pairs with known correspondences, and says how well they hold elsewhere. */

import { readProcessArguments } from '@roma-fdi/command-line';
import { tuning } from '../src/tuning.ts';
import { mean } from './parts/certainty.ts';
import { type BenchOptions, createBench, writeFigures } from './parts/command-line.ts';
import { type Chance, fitWeights, type Predicted, predict, type Weights } from './parts/confidence-model.ts';
import { familiesOf } from './parts/families.ts';
import { featureNames, gatherFeatures } from './parts/features.ts';
import { areas, certaintyOf, sureCells } from './parts/quality.ts';
import { aboutFolders, partsBy, readSets, tiersOf } from './parts/sets.ts';

const command = createBench(
  'calibrate',
  `Maps every schema pair below each FOLDER, fits the weights from which the matcher reads the chance that a pair is right,
and prints them beside those in src/tuning.ts. What the fitted weights are worth is told by leave-one-family-out: each
family of schema pairs is judged with weights that were fitted without it. Pairs whose names have a word in common are
one family.

${aboutFolders}`,
).argument('<FOLDER...>', 'sets of schema pairs');
const { json } = readProcessArguments<BenchOptions>(command);

const pairs = readSets(command.args).map((pair, at, { length }) => {
  console.error(`${at + 1} of ${length}: ${pair.name}`);
  return gatherFeatures(pair);
});
const families = familiesOf(pairs.map(({ name }) => name));
const familyOf = ({ name }: { readonly name: string }): string => families.get(name)!;
const present: Weights = tuning.confidence;
const fitted = fitWeights(pairs);
const without = new Map(
  partsBy(pairs, familyOf).map(([family]) => [family, fitWeights(pairs.filter((pair) => familyOf(pair) !== family))]),
);
const judged = pairs.map((pair) => {
  const { set, name, tier } = pair;
  return { set, name, tier, present: predict(pair, present), leftOut: predict(pair, without.get(familyOf(pair))!) };
});
const sets = partsBy(judged, ({ set }) => set).map(([set, ofSet]) => ({
  set,
  tiers: tiersOf(ofSet, ({ tier }) => tier).map(([tier, ofTier]) => ({
    tier,
    pairs: ofTier.length,
    present: summaryOf(ofTier.map((pair) => pair.present)),
    leftOut: summaryOf(ofTier.map((pair) => pair.leftOut)),
  })),
}));

printWeights('table');
printWeights('column');
console.log(`For src/tuning.ts:\n\n    table: [${rounded(fitted.table)}],\n    column: [${rounded(fitted.column)}],\n`);
const named = partsBy(pairs, familyOf).map(([family, members]) => `${family} (${members.length})`);
console.log(`${wrap(`Left out one by one: ${named.join(', ')}.`)}\n`);
printCertainty();
printBins('table');
printBins('column');
writeFigures(json, { weights: { present, fitted, without: Object.fromEntries(without) }, sets });

function summaryOf(predicted: readonly Predicted[]) {
  return {
    columnF1: mean(predicted.map(({ columnF1 }) => columnF1)),
    ...certaintyOf(predicted.map(({ tables }) => tables)),
    bins: {
      table: binsOf(
        predicted.flatMap(({ tables }) => tables.map(({ confidence, right }) => ({ chance: confidence, right }))),
      ),
      column: binsOf(predicted.flatMap(({ columns }) => columns)),
    },
  };
}

/** How often what was given such a chance is right. */
function binsOf(chances: readonly Chance[]) {
  const borders = [0, 0.3, 0.5, 0.7, 0.9, Number.POSITIVE_INFINITY];
  return borders.slice(1).map((to, at) => {
    const inside = chances.filter(({ chance }) => chance >= borders[at]! && chance < to);
    return {
      from: borders[at]!,
      count: inside.length,
      chance: mean(inside.map(({ chance }) => chance)),
      right: mean(inside.map(({ right }) => Number(right))),
    };
  });
}

function printWeights(of: 'table' | 'column'): void {
  const line = (name: string, cells: readonly string[]) =>
    console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(12)).join(''));
  const numbers = (weights: readonly number[]) => weights.map((weight) => weight.toFixed(3));
  const each = [...without.values()].map((weights) => weights[of]);
  const extreme = (pick: (...values: number[]) => number) =>
    numbers(fitted[of].map((_, at) => pick(...each.map((weights) => weights[at]!))));
  line(`Weights of ${of} pairs`, featureNames[of]);
  line('  in src/tuning.ts', numbers(present[of]));
  line('  fitted', numbers(fitted[of]));
  line('  without a family: least', extreme(Math.min));
  line('                    most', extreme(Math.max));
  console.log();
}

function printCertainty(): void {
  console.log('                        mean     90 % and more          0.9 and more            ROC areas of');
  console.log('tier pairs weights      F1     right/all right there  right/all right there   confidence    percent');
  for (const { set, tiers } of sets) {
    console.log(`\n${set}`);
    for (const { tier, pairs, present, leftOut } of tiers) {
      for (const [name, { columnF1, sure, rocArea }] of [
        ['present', present],
        ['left out', leftOut],
      ] as const) {
        const start = name === 'present' ? `${tier.padEnd(4)} ${String(pairs).padStart(5)}` : ' '.repeat(10);
        const certainty = `${sureCells(sure.percent)} ${sureCells(sure.confidence)}`;
        console.log(
          `${start} ${name.padEnd(10)} ${columnF1.toFixed(4)} ${certainty}  ${areas(rocArea.confidence)}  ${areas(rocArea.percent)}`,
        );
      }
    }
  }
}

function printBins(of: 'table' | 'column'): void {
  console.log(`\nThe chance of ${of} pairs, left out, by its size: mean chance, share that is right (how many)`);
  const head = ['below 0.3', '0.3 to 0.5', '0.5 to 0.7', '0.7 to 0.9', '0.9 and more'];
  console.log(`tier ${head.map((name) => name.padStart(20)).join('')}`);
  for (const { set, tiers } of sets) {
    console.log(set);
    for (const { tier, leftOut } of tiers) {
      const cells = leftOut.bins[of].map(({ count, chance, right }) =>
        count === 0 ? '-' : `${chance.toFixed(2)} ${right.toFixed(2)} (${count})`,
      );
      console.log(`${tier.padEnd(4)} ${cells.map((cell) => cell.padStart(20)).join('')}`);
    }
  }
}

function rounded(weights: readonly number[]): string {
  return weights.map((weight) => Number(weight.toFixed(3))).join(', ');
}

function wrap(text: string): string {
  return text.replace(/(.{1,116})( |$)/g, '$1\n').trimEnd();
}
