import { expect, test } from 'vitest';
import { plainTerminal } from '../printing/terminal.ts';
import { drawGrid } from './grid.ts';

const { paint } = plainTerminal();

test('a row is as high as its highest cell, and shorter or missing cells are filled with blanks', () => {
  expect(drawGrid([[['a', 'b', 'c'], ['one']], [[], ['two']], [['d']]], [1, 4], paint)).toBe(
    [
      '╭───┬──────╮',
      '│ a │ one  │',
      '│ b │      │',
      '│ c │      │',
      '├───┼──────┤',
      '│   │ two  │',
      '├───┼──────┤',
      '│ d │      │',
      '╰───┴──────╯',
    ].join('\n'),
  );
});

test('styles on a text do not count as width, and wide letters count twice', () => {
  const lines = drawGrid([[['\u{1b}[31mred\u{1b}[39m'], ['表']]], [5, 4], paint).split('\n');
  expect(lines[1]).toBe('│ \u{1b}[31mred\u{1b}[39m   │ 表   │');
});
