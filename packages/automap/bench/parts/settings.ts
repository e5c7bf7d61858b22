/** Settings of the matcher to be measured: all that stands in `tuning.ts`, with one thing changed. */

import { type MapOptions, type SynonymGroup, synonyms } from '@roma-fdi/automap';
import { type Tuning, tuning } from '../../src/tuning.ts';

export interface Setting {
  readonly name: string;
  readonly options: MapOptions;
  readonly tuning: Tuning;
}

type Change = { readonly [Part in keyof Tuning]?: Partial<Tuning[Part]> };

export const present: Setting = { name: 'everything', options: {}, tuning };

const infinite = Number.POSITIVE_INFINITY;
const changed = (name: string, change: Change): Setting => ({ ...present, name, tuning: withChange(change) });
const withSynonyms = (name: string, keep: (group: SynonymGroup) => boolean): Setting => {
  return { ...present, name, options: { synonyms: synonyms.filter(keep) } };
};

/** Each rule switched off alone. What it brings is what is lost without it. */
export const switchedOff: readonly Setting[] = [
  changed('inflections', { word: { inflection: 0 } }),
  changed('short forms by their letters', { word: { shortness: 0 } }),
  changed('list of abbreviations', { word: { listed: 0, bothListed: 0, synonymByShort: 1 } }),
  withSynonyms('close synonyms', ({ strength }) => strength !== 'close'),
  withSynonyms('loose synonyms', ({ strength }) => strength !== 'loose'),
  withSynonyms('all synonyms', () => false),
  changed('words spelt alike', { word: { spelling: 0 } }),
  changed('learning from sure pairs', { learning: { fewestTimes: infinite } }),
  changed('compounds', { compound: { mostCost: 0 } }),
  changed('compounds known in part', { compound: { knownShare: infinite } }),
  changed('names as they were written', { name: { raw: 0 } }),
  changed('stripping', { name: { stripped: 0, bothStripped: 1 } }),
  changed('phrases', { name: { phrase: 0 } }),
  changed('names that read along others', { name: { runTogether: 0 } }),
  changed("names of another's letters", { name: { letters: 0 } }),
  changed('runs of three letters', { name: { trigrams: 0, trigramsBase: 0 } }),
  changed('places of words', { name: { moved: 0 } }),
  changed('numbers that differ', { name: { otherNumber: 1 } }),
  changed('contradiction of table names', { name: { contradiction: 0 } }),
  changed('keys', { column: { bothKey: 0, bothKeyAtLeast: 0, bothPartOfKey: 0 } }),
  changed('references of columns', { column: { bothReference: 0, bothReferenceAtLeast: 0, otherReference: 0 } }),
  changed('neighbours of tables', { table: { neighbours: 0 } }),
  changed('types', { column: { typeShare: 0 } }),
  changed('lengths', { column: { sameLength: 0, otherLength: 0 } }),
  changed('nullability', { column: { sameNullable: 0 } }),
  changed('equal folded names', { column: { sameFolded: 0 } }),
  changed('places of columns', { column: { position: 0 } }),
  changed('columns without a rival', { column: { clearBy: infinite } }),
  changed('equal names of other content', { column: { flagLessons: infinite } }),
  changed('rarity by meetings', { table: { meetsFrom: infinite } }),
  changed('partners that wait', { table: { farBetter: infinite } }),
  changed('remainders of split tables', { table: { remainder: infinite } }),
  changed('squares in the assignment', { assign: { squared: 0 } }),
  changed('assignment, not best first', { assign: { mostWork: 0 } }),
  changed('twins', { confidence: { table: tuning.confidence.table.with(-1, 0) } }),
  changed('silence on unlikely pairs', { confidence: { leastTable: 0, leastColumn: 0 } }),
];

/** The main thresholds and weights, each with a handful of other values. */
const thresholds = {
  'table.accept': [0.2, 0.25, 0.35, 0.4].map((accept): Change => ({ table: { accept } })),
  'table.name': [0.37, 0.42, 0.52, 0.57].map((name): Change => ({ table: { name } })),
  'column.accept': [0.35, 0.4, 0.5, 0.55].map((accept): Change => ({ column: { accept } })),
  'column.typeShare': [0.2, 0.25, 0.3, 0.4].map((typeShare): Change => ({ column: { typeShare } })),
};

/** The settings of which one is chosen by what the schema pairs say. */
export const grid: readonly Setting[] = Object.entries(thresholds).flatMap(([name, changes]) =>
  changes.map((change) => {
    const [value] = Object.values(change).flatMap((part) => Object.values(part));
    return changed(`${name} ${value}`, change);
  }),
);

function withChange(change: Change): Tuning {
  const parts = Object.entries(tuning).map(([part, values]) => [part, { ...values, ...change[part as keyof Tuning] }]);
  return Object.fromEntries(parts) as Tuning;
}
