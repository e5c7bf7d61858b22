/** Cuts words that were run together (`customeraddress`) by a vocabulary, of which most comes from the two catalogs themselves. */

import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';

/** How often a word must occur in names with separators before others are cut by it: longer words are safer. */
const enough = { long: 1.5, threeLetters: 3 };
/** A word that is a whole short name tells less: it may be run together itself. */
const wholeName = 0.5;
const longestWholeName = 8;
/** The cost of each part. */
const partCost = [0, 9, 1.6, 1.3, 1] as const;
const shortest = 5;
const longest = 40;
/** The only words of two letters that are trusted inside others. */
const twoLetters = ['id', 'no', 'by', 'ip', 'to', 'is', 'in', 'on', 'of', 'at', 'dt', 'cd', 'nm'];

/** What cutting needs of the tuning. */
export interface CompoundWeights {
  /** What costs more in all is no compound but chance. */
  readonly mostCost: number;
  /** Where a part is unknown, this share of the letters is known, and one known part has four letters. */
  readonly knownShare: number;
}

/** Cuts words, by their numbers; made once for both sides, since one side's separators tell how to cut the other's words. */
export interface Compounds {
  /** The parts of a word; undefined where it is a word of its own or cannot be cut whole. */
  cut(word: number): readonly number[] | undefined;
  /** The parts of a word of which one part, at the beginning or the end, is unknown. */
  cutPartly(word: number): readonly number[] | undefined;
}

/**
 * @param listed words that may always be cut by
 * @param names the form of every distinct name of both sides
 */
export function createCompounds(
  listed: ReadonlySet<string>,
  names: ArrayLike<number>,
  forms: Forms,
  lexicon: Lexicon,
  { mostCost, knownShare }: CompoundWeights,
): Compounds {
  const { texts } = lexicon;
  const counts = countWords(names, forms, texts);
  const vocabulary = trieOf(listed);
  texts.forEach((text, word) => {
    const count = counts[word] ?? 0;
    if (text.length >= 4 ? count >= enough.long : text.length === 3 && count >= enough.threeLetters)
      vocabulary.add(text);
  });
  const isWord = (word: string, id: number) => listed.has(word) || (counts[id] ?? 0) >= enough.long;
  const canBeCut = (word: string, id: number) =>
    word.length >= shortest && word.length <= longest && /^[a-z]+$/.test(word) && !isWord(word, id);
  /** The same word occurs in many names. */
  const remember = (find: (word: string) => readonly string[] | undefined) => {
    const known: (readonly number[] | null | undefined)[] = new Array(texts.length).fill(undefined);
    return (id: number): readonly number[] | undefined => {
      known[id] ??= (canBeCut(texts[id]!, id) ? find(texts[id]!)?.map(lexicon.idOf) : undefined) ?? null;
      return known[id] ?? undefined;
    };
  };
  return {
    cut: remember((word) => {
      const { cost, before } = cheapest(word, vocabulary);
      return cost[word.length]! <= mostCost ? partsOf(word, word.length, before) : undefined;
    }),
    cutPartly: remember((word) => {
      const { cost, before } = cheapest(word, vocabulary);
      let best: readonly string[] | undefined;
      let bestKnown = Math.ceil(knownShare * word.length) - 1;
      for (let at = 3; at < word.length - 1; at++) {
        if (cost[at]! > mostCost || at <= bestKnown) continue;
        const parts = partsOf(word, at, before);
        if (!parts.some((part) => part.length >= 4)) continue;
        best = [...parts, word.slice(at)];
        bestKnown = at;
      }
      for (let at = 2; at < word.length - 3; at++) {
        const rest = word.length - at;
        if (rest <= bestKnown) break;
        const tail = cheapest(word.slice(at), vocabulary);
        if (tail.cost[rest]! > mostCost) continue;
        const parts = partsOf(word.slice(at), rest, tail.before);
        if (!parts.some((part) => part.length >= 4)) continue;
        best = [word.slice(0, at), ...parts];
        bestKnown = rest;
      }
      return best;
    }),
  };
}

/** In how many names each word occurs. */
function countWords(names: ArrayLike<number>, forms: Forms, texts: readonly string[]): Float64Array {
  const counts = new Float64Array(texts.length);
  for (let name = 0; name < names.length; name++) {
    const form = names[name]!;
    const size = forms.size(form);
    if (size === 1 && texts[forms.word(form, 0)]!.length > longestWholeName) continue;
    for (let at = 0; at < size; at++) counts[forms.word(form, at)]! += size === 1 ? wholeName : 1;
  }
  return counts;
}

/** The cheapest way to cut the first n letters, for each n, and where its last part begins. */
function cheapest(word: string, vocabulary: Trie) {
  const cost = new Float64Array(word.length + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(word.length + 1);
  cost[0] = 0;
  for (let from = 0; from < word.length; from++) {
    if (cost[from] === Number.POSITIVE_INFINITY) continue;
    let node = 0;
    for (let to = from; to < word.length; to++) {
      node = vocabulary.step(node, word.charCodeAt(to) - 97);
      if (node < 0) break;
      if (!vocabulary.isEnd(node)) continue;
      const total = cost[from]! + partCost[Math.min(4, to + 1 - from)]!;
      if (total < cost[to + 1]!) {
        cost[to + 1] = total;
        before[to + 1] = from;
      }
    }
  }
  return { cost, before };
}

function partsOf(word: string, end: number, before: Int32Array): string[] {
  const parts: string[] = [];
  for (let to = end; to > 0; to = before[to]!) parts.unshift(word.slice(before[to], to));
  return parts;
}

interface Trie {
  add(word: string): void;
  /** The node behind a letter, 0 to 25; below 0 where there is none. */
  step(node: number, letter: number): number;
  isEnd(node: number): boolean;
  copy(): Trie;
}

/** The tries of lists of words, which stay the same from call to call. */
const listedTries = new WeakMap<ReadonlySet<string>, Trie>();

function trieOf(listed: ReadonlySet<string>): Trie {
  let trie = listedTries.get(listed);
  if (trie === undefined) {
    trie = createTrie(new Int32Array(26 * 1024).fill(-1), new Uint8Array(1024), 1);
    for (const word of listed) if (word.length > 2) trie.add(word);
    for (const word of twoLetters) trie.add(word);
    listedTries.set(listed, trie);
  }
  return trie.copy();
}

function createTrie(next: Int32Array<ArrayBuffer>, ends: Uint8Array<ArrayBuffer>, count: number): Trie {
  let nodes = count;
  return {
    add(word) {
      if (!/^[a-z]+$/.test(word)) return;
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const slot = node * 26 + word.charCodeAt(i) - 97;
        if (next[slot]! < 0) {
          next[slot] = nodes++;
          if (nodes > ends.length) grow();
        }
        node = next[slot]!;
      }
      ends[node] = 1;
    },
    step: (node, letter) => (letter < 0 || letter > 25 ? -1 : next[node * 26 + letter]!),
    isEnd: (node) => ends[node] === 1,
    copy: () => createTrie(next.slice(), ends.slice(), nodes),
  };

  function grow(): void {
    const [smaller, fewer] = [next, ends];
    next = new Int32Array(2 * smaller.length).fill(-1);
    next.set(smaller);
    ends = new Uint8Array(2 * fewer.length);
    ends.set(fewer);
  }
}
