import { expect, test } from 'vitest';
import { bar, shade } from './match-bar.ts';

test.each([
  [-5, ''],
  [0, ''],
  [50, '██'],
  [99, '███▉'],
  [100, '████'],
  [250, '████'],
])('a bar of %i %% in four columns is "%s"', (percent, drawn) => {
  expect(bar(percent, 4)).toBe(drawn);
});

test('what needs a second look is not green', () => {
  expect([30, 50, 79, 80].map(shade)).toEqual(['red', 'yellow', 'yellow', 'green']);
});
