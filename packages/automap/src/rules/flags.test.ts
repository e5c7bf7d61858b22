import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import type { ChosenColumns } from '../columns/choose.ts';
import { tuning } from '../tuning.ts';
import { createFlagRule } from './flags.ts';

const column = (name: string, base_type: string, length?: string) => ({
  name,
  base_type,
  ...(length === undefined ? {} : { length }),
});
const letter = (name: string) => column(name, 'char', '1');
const pair = (row: number, at: number, equal?: ChosenColumns['equal']): ChosenColumns => ({
  row,
  column: at,
  value: 0.9,
  equal,
  rivals: [],
});

/** Columns 0 and 1 teach that booleans are single characters; column 2 is in question. */
function split(inQuestion: { source: object; target: object }, taught: number, equal?: ChosenColumns['equal']) {
  const source = [column('active', 'boolean'), column('paid', 'boolean'), { name: 'x', ...inQuestion.source }];
  const target = [letter('active'), letter('paid'), { name: 'x', ...inQuestion.target }];
  const { prepared } = sides([{ name: 't', columns: source }], [{ name: 't', columns: target }]);
  const lessons = [pair(0, 0), pair(1, 1)].slice(0, taught);
  const own = pair(2, 2, equal);
  const rule = createFlagRule(
    prepared.source.columns,
    prepared.target.columns,
    [...lessons, own],
    tuning.column.flagLessons,
  );
  return rule([own]).others.length;
}

const number = { base_type: 'integer' };
const flag = { base_type: 'char', length: '1' };

describe('a number and a character of the same name', () => {
  it('hold different things where two booleans are characters on that side', () => {
    expect(split({ source: number, target: flag }, 2, 'same-name')).toBe(1);
    expect(split({ source: { base_type: 'decimal' }, target: flag }, 2, 'folded-name')).toBe(1);
  });

  it.each([
    ['one boolean alone teaches it', { source: number, target: flag }, 1, 'same-name'],
    ['the names are not equal', { source: number, target: flag }, 2, undefined],
    ['the pair was given', { source: number, target: flag }, 2, 'given'],
    ['the text is longer', { source: number, target: { base_type: 'char', length: '2' } }, 2, 'same-name'],
    ['the number is small enough for a flag', { source: { base_type: 'tinyint' }, target: flag }, 2, 'same-name'],
    ['the booleans are characters on the other side', { source: flag, target: number }, 2, 'same-name'],
  ] as const)('may hold the same where %s', (_, inQuestion, taught, equal) => {
    expect(split(inQuestion, taught, equal)).toBe(0);
  });

  it('hold different things in either direction', () => {
    const [text, bool] = [
      [letter('a'), letter('b'), letter('x')],
      [column('a', 'bool'), column('b', 'bool'), column('x', 'int')],
    ];
    const { prepared } = sides([{ name: 't', columns: text }], [{ name: 't', columns: bool }]);
    const chosen = [pair(0, 0), pair(1, 1), pair(2, 2, 'same-name')];
    const rule = createFlagRule(prepared.source.columns, prepared.target.columns, chosen, tuning.column.flagLessons);
    expect(rule(chosen)).toEqual({ pairs: chosen.slice(0, 2), others: chosen.slice(2) });
  });
});
