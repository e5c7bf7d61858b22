/** Cuts a name into its words, in lower case: what two spellings of it have in common. */

/** No word beyond these tells two names apart, and hostile names have thousands. */
export const mostWords = 8;
const mostCharacters = 200;
/** The longest name that is cut, in UTF-16 units; letters can unfold into several. */
const longest = 1024;
const longestFolded = 4 * longest;
/** Signs that database authors write for a word. They stand behind the letters of every name. */
const signs: readonly (readonly [sign: string, word: string])[] = [
  ['%', 'percent'],
  ['#', 'number'],
];
/** The accents of Latin, Greek and Cyrillic. Marks of other scripts are vowels or other letters, so they stay. */
const accents = /[\u0300-\u036f]+/g;
const pieces = /\p{Lu}+(?![\p{Ll}\p{M}])|[\p{Lu}\p{Lt}]?(?:[\p{Ll}\p{Lo}\p{Lm}\p{M}])+|[\p{Lu}\p{Lt}]|\p{N}+|[%#]/gu;

/** The words of the name that was cut last, without a string for each: a large catalog has half a million names. */
export interface Cutter {
  /** All letters and digits of the name, from 0 to `length`: equal for names that differ by case, punctuation and accents alone. */
  readonly codes: Int32Array;
  readonly length: number;
  /** How many words there are, and where each stands in `codes`. */
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /**
   * Words end at punctuation, where camel case begins a new one, and between letters and digits: `actor_id`, `ActorID` and
   * `[Actor Id]` are all `actor`, `id`; `q1` is `q`, `1`. Compatibility forms are resolved (full-width letters,
   * ligatures), accents dropped; letters that merely look similar (`ø`, `o`) stay apart. At most eight words, of the
   * first 200 characters.
   */
  cut(name: string): void;
}

/** The kinds of a character. */
const other: number = 0;
const lower: number = 1;
const upper: number = 2;
const digit: number = 3;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return lower;
  if (code >= 65 && code <= 90) return upper;
  return code >= 48 && code <= 57 ? digit : other;
});

export function createCutter(): Cutter {
  const codes = new Int32Array(longestFolded + 32);
  const starts = new Int32Array(mostWords);
  const ends = new Int32Array(mostWords);
  const signPlaces = new Map<number, readonly [from: number, to: number]>();
  let free = longestFolded;
  for (const [sign, word] of signs) {
    signPlaces.set(sign.charCodeAt(0), [free, free + word.length]);
    for (const letter of word) codes[free++] = letter.charCodeAt(0);
  }
  let length = 0;
  let count = 0;
  const word = (from: number, to: number): void => {
    if (count === mostWords) return;
    starts[count] = from;
    ends[count++] = to;
  };
  const sign = (code: number): void => {
    const place = signPlaces.get(code);
    if (place) word(...place);
  };

  /** By hand, since nearly all names are ASCII: an expression takes many times as long. Stops at what is not, and says so. */
  const cutAscii = (name: string): boolean => {
    let from = -1;
    let before = other;
    const end = name.length;
    for (let i = 0; i < end; i++) {
      const code = name.charCodeAt(i);
      const kind = kinds[code];
      if (kind === undefined) return false;
      if (from >= 0) {
        const cuts =
          kind === other ||
          (kind === digit) !== (before === digit) ||
          (kind === upper && (before === lower || (i + 1 < end && kinds[name.charCodeAt(i + 1)] === lower)));
        if (cuts) {
          word(from, length);
          from = -1;
        }
      }
      if (kind !== other) {
        if (from < 0 && i < mostCharacters) from = length;
        codes[length++] = kind === upper ? code + 32 : code;
      } else if (i < mostCharacters) sign(code);
      before = kind;
    }
    if (from >= 0) word(from, length);
    return true;
  };

  const cutAny = (name: string): void => {
    const plain = name.normalize('NFKD').replace(accents, '');
    const take = (text: string): void => {
      for (let i = 0; i < text.length && length < longestFolded; i++) codes[length++] = text.charCodeAt(i);
    };
    let rest = plain;
    for (const piece of plain.slice(0, mostCharacters).match(pieces) ?? []) {
      if (count === mostWords) break;
      rest = rest.slice(rest.indexOf(piece) + piece.length);
      if (signPlaces.has(piece.charCodeAt(0))) {
        sign(piece.charCodeAt(0));
        continue;
      }
      const from = length;
      take(foldCase(piece));
      word(from, length);
    }
    take(foldCase(rest.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')));
  };

  return {
    codes,
    starts,
    ends,
    get length() {
      return length;
    },
    get count() {
      return count;
    },
    cut(name) {
      length = 0;
      count = 0;
      if (name.length > longest || cutAscii(name)) return;
      length = 0;
      count = 0;
      cutAny(name);
    },
  };
}

/** By way of upper case, since `ß` has no other way to `ss`; a final sigma is a sigma. */
function foldCase(word: string): string {
  return word.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** The words of a name as strings. */
export function wordsOf(name: string): string[] {
  const cutter = createCutter();
  cutter.cut(name);
  return Array.from({ length: cutter.count }, (_, at) =>
    String.fromCharCode(...cutter.codes.subarray(cutter.starts[at]!, cutter.ends[at]!)),
  );
}
