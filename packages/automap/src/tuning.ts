/** Every weight and threshold of the matcher that was fitted, in one place: benches try others, callers cannot. */

/** 0 or infinity switches a rule off: `npm run bench -- ablation` tells what each is worth. */
export const tuning = {
  compound: {
    /** Words of which the parts cost more in all are no compounds but chance. */
    mostCost: 4.5,
    /** A compound of which a part is unknown: this share of the letters is known. */
    knownShare: 0.45,
  },
  /** How surely one word stands for another, by rule, 0 to 1. */
  word: {
    inflection: 0.97,
    listed: 0.93,
    bothListed: 0.9,
    close: 0.78,
    loose: 0.6,
    synonymByShort: 0.08,
    shortness: 1,
    shortOnBoth: 0.05,
    spelling: 1,
    least: 0.35,
  },
  name: {
    /** For each place by which a word has moved. */
    moved: 0.004,
    /** Rarity by tables and by names each count half. */
    runTogether: 0.93,
    runTogetherBelow: 0.8,
    skippedWord: 0.35,
    oneLetter: 0.6,
    letters: 1,
    lettersBase: 0.4,
    lettersPerShare: 0.45,
    trigrams: 0.95,
    trigramsBase: -0.05,
    otherNumber: 0.8,
    raw: 0.97,
    stripped: 0.97,
    bothStripped: 0.8,
    phrase: 0.98,
    /** What words of tables' names that have no counterpart on either side cost, as a share of the weight. */
    contradiction: 0.5,
  },
  learning: {
    /** Words that stand for each other so often in sure pairs do so elsewhere. */
    fewestTimes: 2,
  },
  column: {
    bothKey: 0.08,
    bothKeyAtLeast: 0.5,
    bothPartOfKey: 0.04,
    bothReference: 0.12,
    bothReferenceAtLeast: 0.45,
    otherReference: 0.07,
    typeShare: 0.35,
    sameNullable: 0.015,
    sameLength: 0.08,
    otherLength: 0.04,
    sameFolded: 0.15,
    position: 0.01,
    accept: 0.45,
    acceptClear: 0.3,
    clearBy: 0.1,
    clearTable: 0.45,
    /** So many booleans that are single characters on the other side teach that numbers are none. */
    flagLessons: 2,
  },
  table: {
    name: 0.47,
    dice: 0.7,
    neighbours: 0.17,
    neighboursMean: 0.3,
    accept: 0.3,
    /** A column whose name stands elsewhere so surely is not rare there. */
    meetsFrom: 0.75,
    /** A partner is far better from this much value on. */
    farBetter: 0.1,
    remainder: 0.45,
    remainderColumn: 0.5,
    remainderShare: 0.2,
  },
  assign: {
    /** How far values are squared before they are added up: one sure pair is worth more than two middling ones. */
    squared: 1,
    /** Work grows with rows² × columns; beyond this the best pairs are taken one by one. */
    mostWork: 60_000_000,
  },
  /** Logistic weights, in the order of the features: see `answer/confidence.ts`. */
  confidence: {
    table: [-4.29, 5.36, 5.19, 2.45, -1.01],
    column: [-5.852, 6.336, 4.238, 0.959, -0.383],
    /** Pairs that are less likely are not proposed: an expert would stay silent. */
    leastTable: 0.05,
    leastColumn: 0.3,
  },
};

export type Tuning = typeof tuning;
