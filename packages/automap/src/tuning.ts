/** Every weight and threshold of the matcher that was fitted, in one place: benches try others, callers cannot. */

export const tuning = {
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
  column: {
    bothKey: 0.08,
    bothKeyAtLeast: 0.5,
    bothPartOfKey: 0.04,
    bothReference: 0.12,
    bothReferenceAtLeast: 0.45,
    otherReference: 0.07,
    typeShare: 0.25,
    sameNullable: 0.015,
    sameLength: 0.08,
    otherLength: 0.04,
    sameFolded: 0.15,
    position: 0.01,
    accept: 0.45,
    acceptClear: 0.3,
    clearBy: 0.1,
    clearTable: 0.45,
  },
  table: {
    name: 0.47,
    dice: 0.7,
    neighbours: 0.17,
    neighboursMean: 0.3,
    sameName: 0.05,
    accept: 0.3,
    remainder: 0.45,
    remainderColumn: 0.5,
    remainderShare: 0.2,
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
