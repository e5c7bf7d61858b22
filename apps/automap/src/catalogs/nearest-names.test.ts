import { expect, test } from 'vitest';
import { nearestNames, nearestSentence } from './nearest-names.ts';

const known = ['customers', 'custom_fields', 'orders', 'order_lines', 'x'].map((name) => [name] as const);

test.each([
  ['custmers', ['customers']],
  ['ORDER', ['orders', 'order_lines']],
  ['custom', ['customers', 'custom_fields']],
  ['weather', []],
])('of %s are %j', (name, expected) => {
  expect(nearestNames(name, known)).toEqual(expected);
});

test('are found by another spelling, and told once', () => {
  expect(
    nearestNames('emial', [
      ['main.users.email', 'email'],
      ['main.users.email', 'users.email'],
    ]),
  ).toEqual(['main.users.email']);
});

test('are five at most, in an order that does not depend on theirs', () => {
  const names = ['t7', 't1', 't3', 't5', 't2', 't6'].map((name) => [name] as const);
  expect(nearestNames('t0', names)).toEqual(['t1', 't2', 't3', 't5', 't6']);
});

test('cost little, however long they are', () => {
  const long = 'a'.repeat(1_000_000);
  expect(nearestNames(`${long}b`, [[`${long}c`]])).toHaveLength(1);
});

test('make a sentence, without control characters', () => {
  expect(nearestSentence('tab', [['t\u0007ab']])).toBe(' The nearest are: t\u{FFFD}ab.');
  expect(nearestSentence('weather', known)).toBe('');
});
