/** Measures what each rule of the matcher brings: everything is mapped again without it. */

import { readProcessArguments } from '@roma-fdi/command-line';
import { mean } from './parts/certainty.ts';
import { type BenchOptions, createBench, writeFigures } from './parts/command-line.ts';
import { familiesOf } from './parts/families.ts';
import { meanColumnF1, partsOf, rocAreaOf } from './parts/figures-of-settings.ts';
import { leaveOut } from './parts/leave-out.ts';
import { measureSettings } from './parts/measure-settings.ts';
import { aboutFolders, partsBy, readSets } from './parts/sets.ts';
import { grid, present, switchedOff } from './parts/settings.ts';

const command = createBench(
  'ablation',
  `Maps every schema pair below each FOLDER without one rule after the other and prints what each rule brings, in points of
mean column F1 (0 to 100) of each set and tier, and in points of the area under the ROC curve of the confidence. Runs on
all cores; progress goes to standard error.

${aboutFolders}`,
)
  .argument('<FOLDER...>', 'sets of schema pairs')
  .option(
    '--grid',
    'instead, try other values of the main thresholds, and say for each family of schema pairs how the values do that are best for all other families. Pairs whose names have a word in common are one family',
  );
const { json, grid: asGrid = false } = readProcessArguments<BenchOptions & { readonly grid?: boolean }>(command);

const pairs = readSets(command.args);
const settings = [present, ...(asGrid ? grid : switchedOff)];
const scores = await measureSettings(command.args, settings);
const { tiers, sets } = partsOf(pairs);
const rows = settings.map(({ name }, at) => ({
  name,
  columnF1: Object.fromEntries(tiers.map((part) => [part.name, meanColumnF1(scores[at]!, part)])),
  rocArea: Object.fromEntries(sets.map((part) => [part.name, rocAreaOf(scores[at]!, part)])),
}));

const names = partsBy(pairs, ({ set }) => set).map(([set], at) => `${at + 1}: ${set}`);
console.log(`${names.join(', ')}\n`);
printRows();
writeFigures(json, { settings: rows, ...(asGrid ? { leftOut: printLeftOut() } : {}) });

/** The present figures, and below them what each rule brings or what each value changes. */
function printRows(): void {
  const parts = [...tiers, ...sets].map(({ name }) => name);
  const line = (name: string, cells: readonly string[]) =>
    console.log(name.padEnd(29) + cells.map((cell) => cell.padStart(7)).join(''));
  const figure = ({ columnF1, rocArea }: (typeof rows)[number], part: string) => columnF1[part] ?? rocArea[part];
  const [first, ...others] = rows;
  line('', parts);
  line(
    first!.name,
    parts.map((part) => {
      const value = figure(first!, part);
      return value === undefined ? '-' : (100 * value).toFixed(2);
    }),
  );
  for (const row of others) {
    line(
      row.name,
      parts.map((part) => {
        const [before, after] = [figure(first!, part), figure(row, part)];
        if (before === undefined || after === undefined) return '-';
        const change = 100 * (asGrid ? after - before : before - after);
        return Math.abs(change) < 0.005 ? '.' : `${change > 0 ? '+' : ''}${change.toFixed(2)}`;
      }),
    );
  }
}

/** What the values are worth on families that did not choose them. */
function printLeftOut() {
  const families = familiesOf(pairs.map(({ name }) => name));
  const places = partsBy(
    pairs.map((_, at) => at),
    (at) => families.get(pairs[at]!.name)!,
  );
  const leftOut = leaveOut(
    places.map(([family]) => family),
    places.map(([, own]) => scores.map((ofSetting) => meanColumnF1(ofSetting, { places: own }))),
  ).map((row) => ({ ...row, chosen: settings[row.chosen]!.name }));
  console.log('\nMean column F1 of each family, with the values that are best for the other families');
  console.log('family                        present  with them  best for it  chosen');
  const line = (name: string, figures: readonly number[], chosen: string) =>
    console.log(
      `${name.padEnd(29)} ${figures.map((value, at) => value.toFixed(4).padStart([7, 10, 11][at]!)).join(' ')}  ${chosen}`,
    );
  for (const { family, first, withChosen, best, chosen } of leftOut) line(family, [first, withChosen, best], chosen);
  const means = (['first', 'withChosen', 'best'] as const).map((figure) => mean(leftOut.map((row) => row[figure])));
  line('mean of families', means, '');
  return leftOut;
}
