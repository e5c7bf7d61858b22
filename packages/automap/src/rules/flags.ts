/**
 * Equal names that hold different things: `reserved INTEGER` counts pieces, `reserved CHAR(1)` says Y or N. Where the two
 * catalogs teach that the booleans of one are single characters in the other, its numbers are no flags.
 */

import type { ChosenColumns } from '../columns/choose.ts';
import type { Columns } from '../sides/side.ts';
import { typeClasses } from './type-class.ts';

const boolean = typeClasses.indexOf('boolean');
const text = typeClasses.indexOf('text');
const numbers = new Set([typeClasses.indexOf('integer'), typeClasses.indexOf('decimal')]);
/** The length of one character, as `Columns.length` has it. */
const oneCharacter = 100;
/** Pairs of this value teach. */
const sure = 0.6;

/** Splits what was chosen into pairs and those of equal names that hold different things. */
export type SplitByContent = (chosen: readonly ChosenColumns[]) => {
  readonly pairs: readonly ChosenColumns[];
  readonly others: readonly ChosenColumns[];
};

function isLetter(side: Columns, c: number): boolean {
  return side.type[c] === text && side.length[c] === oneCharacter;
}

/** Whether a side has columns of a single character: where none has, there is nothing to tell apart. */
export function hasLetters(side: Columns): boolean {
  for (let c = 0; c < side.count; c++) if (isLetter(side, c)) return true;
  return false;
}

/**
 * @param all everything that was chosen
 * @param fewestLessons so many booleans are single characters on the other side
 */
export function createFlagRule(
  source: Columns,
  target: Columns,
  all: Iterable<ChosenColumns>,
  fewestLessons: number,
): SplitByContent {
  const isNumber = (side: Columns, c: number): boolean => numbers.has(side.type[c]!) && side.isSmall[c] === 0;
  let [ofSource, ofTarget] = [0, 0];
  for (const { row, column, value } of all) {
    if (value < sure) continue;
    if (source.type[row] === boolean && isLetter(target, column)) ofSource++;
    if (target.type[column] === boolean && isLetter(source, row)) ofTarget++;
  }
  const contradicts = ({ row, column, equal }: ChosenColumns): boolean =>
    equal !== undefined &&
    equal !== 'given' &&
    ((ofSource >= fewestLessons && isNumber(source, row) && isLetter(target, column)) ||
      (ofTarget >= fewestLessons && isLetter(source, row) && isNumber(target, column)));
  return (chosen) => {
    const others = chosen.filter(contradicts);
    return others.length === 0
      ? { pairs: chosen, others }
      : { pairs: chosen.filter((pair) => !contradicts(pair)), others };
  };
}
