import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted } from './quoted.ts';

test('a password stands in what JSON, JSON within JSON and a URL make of it', () => {
  const password = 'p"ss w\\rd/ü';
  const json = JSON.stringify({ password });
  const found = quoted(password);
  for (const text of [password, json, JSON.stringify(json), encodeURIComponent(password)])
    expect(found.some((one) => text.includes(one))).toBe(true);
  expect(JSON.stringify(json)).toContain(found[2]);
});

test('any text has its forms, half a surrogate pair too, and one that is too short has none', () => {
  fc.assert(fc.property(fc.string({ minLength: 4 }), (password) => void expect(quoted(password)).toHaveLength(4)));
  expect(quoted('abc\ud800')).toHaveLength(4);
  expect(quoted('abc')).toEqual([]);
});
