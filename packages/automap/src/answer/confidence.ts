/** The chance that a pair is right: fitted on pairs with known answers, see `npm run bench -- calibrate`. */

import { type ChosenColumns, leastRival } from '../columns/choose.ts';
import type { Match } from '../columns/pair-columns.ts';
import type { Side } from '../sides/side.ts';
import type { RankedCell } from '../tables/choose.ts';

/** Names alone prove a table pair where at least this share of the source's columns have their names in the target. */
const provenShare = 0.5;
/** What is proven but for spelling: 1 is kept for names that are equal character for character. */
const spelling = 0.99;

/** The confidence of two tables that have one name, in schemas that do not differ, and whose columns agree; undefined for others. */
export function provenConfidence({ cell, columns }: Match, source: Side, target: Side): number | undefined {
  if (cell.rank !== 6 && cell.rank !== 5 && cell.rank !== 3 && cell.rank !== 2) return undefined;
  const [from, to] = [source.tables[cell.row]!, target.tables[cell.column]!];
  const equal = columns.chosen.filter((pair) => pair.equal !== undefined).length;
  if (equal < provenShare * (from.to - from.from) || (equal === 0 && to.from !== to.to)) return undefined;
  return cell.rank >= 5 ? 1 : spelling;
}

/** More columns than this make a pair no surer: twins share all of theirs. */
const mostTelling = 6;

/**
 * What the chance of a table pair is read from: its value, how far it is ahead of its rivals, how many columns agree, and
 * whether a word that both sides use stands in one of the names alone.
 */
export function tableFeatures({ cell, columns }: Match, rivals: readonly RankedCell[], lacksWord: boolean): number[] {
  const margin = clip(cell.value - (rivals[0]?.value ?? 0), -0.2, 0.4);
  const agreeing = Math.log(1 + Math.min(mostTelling, columns.chosen.length));
  return [1, clip(cell.value, 0, 1.2), margin, agreeing, Number(lacksWord)];
}

/** A likeness above this tells no more: what is wrong then is wrong for other reasons. */
const alikeEnough = 0.7;
/** The odds of the table pair count up to this: a sure pair of tables makes no doubtful pair of columns sure. */
const mostOdds = 5;

/** What the chance of a column pair is read from: its value, how far it is ahead, and the chance of its table pair. */
export function columnFeatures({ value, equal, rivals }: ChosenColumns, table: number): number[] {
  const margin = clip(value - (rivals[0]?.value ?? leastRival), -0.3, 0.6);
  const chance = clip(table, 0.001, 0.999);
  const odds = clip(Math.log(chance / (1 - chance)), -mostOdds, mostOdds);
  return [1, clip(value, 0, alikeEnough), margin, odds, Number(equal !== undefined)];
}

export function chance(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += features[i]! * (weights[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function clip(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
