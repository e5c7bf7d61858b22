/** Says in words why two names were taken for each other, and how far the next comes. */
import { type WordMatch, wordRelations } from '@roma-fdi/automap';
import { fit } from '../printing/text.ts';

/** A pair that was not proposed, by the name of what is other in it. */
export interface Rival {
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
}

/** A rival below this score is not worth its name. */
const near = 0.3;

/**
 * The reason as parts of a sentence: `mail is a part of email_address`, `mail means the same as email`.
 *
 * @param reason The matcher's word for it, and what that word means.
 */
export function whyWords(
  source: string,
  target: string,
  [reason, meaning]: readonly [reason: string, meaning: string],
  words: readonly WordMatch[],
): string[] {
  const others = words.filter(({ relation }) => relation !== 'same').map(wordSentence);
  if (reason === 'part-of-name')
    return [partSentence(source, target, words) ?? commonSentence(meaning, words), ...others];
  // That words are short for each other, or mean the same, is said already where it is said of which words.
  if (others.length > 0 && (reason === 'abbreviation' || reason === 'synonym')) return others;
  return [meaning, ...others];
}

/** How far the nearest of the rivals is from what was proposed with this score; the list is sorted by nearness. */
export function rivalWords(kind: 'table' | 'column', [first]: readonly Rival[], score: number): string {
  if (!first || first.score < near) return `no other ${kind} comes near`;
  return `next comes ${first.name}, ${inHundredths(first.score)} to ${inHundredths(score)}`;
}

/** `0.41`. */
export const inHundredths = (share: number): string => share.toFixed(2);

/** `93`; 100 only for what is certain. */
export const inPercent = (confidence: number): string => String(Math.floor(Math.round(confidence * 1000) / 10));

function wordSentence({ source, target, relation }: WordMatch): string {
  // The shorter one is short for the other, whichever side it stands on.
  const swap = relation === 'abbreviation' && source.length > target.length;
  const [first, second] = swap ? [target, source] : [source, target];
  return `${quoted(first)} ${wordRelations[relation]} ${quoted(second)}`;
}

/** Where the matched words are all that a name has, it is a part of the other. */
function partSentence(source: string, target: string, words: readonly WordMatch[]): string | undefined {
  const ofSource = words.map((word) => word.source);
  const ofTarget = words.map((word) => word.target);
  if (consistsOf(source, ofSource)) return `${quoted(source)} is a part of ${quoted(target)}`;
  return consistsOf(target, ofTarget) ? `${quoted(target)} is a part of ${quoted(source)}` : undefined;
}

function consistsOf(name: string, words: readonly string[]): boolean {
  const letters = lettersOf(name);
  const parts = words.map(lettersOf);
  return parts.join('').length === letters.length && parts.every((part) => letters.includes(part)) && letters !== '';
}

function commonSentence(meaning: string, words: readonly WordMatch[]): string {
  const common = words.filter(({ relation }) => relation === 'same').map(({ source }) => quoted(source));
  return common.length > 0 ? `${meaning} (${common.join(', ')})` : meaning;
}

const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const quoted = (name: string): string => `\`${fit(name)}\``;
