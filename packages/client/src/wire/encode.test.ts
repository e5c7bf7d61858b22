import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePath, encodeQuery } from './encode.ts';

const segment = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value !== '.' && value !== '..');

test('an argument stays one segment of the path and keeps its value, whatever it holds', () => {
  fc.assert(
    fc.property(segment, (value) => {
      const { pathname } = new URL(encodePath('https://host/a/{id}/b', { id: value }));
      const parts = pathname.split('/');
      expect(parts).toHaveLength(4);
      expect(decodeURIComponent(parts[2]!)).toBe(value);
    }),
  );
});

test.each(['', '.', '..'])('the argument %j is refused by name: it would call another path', (value) => {
  expect(() => encodePath('/a/{task_id}', { task_id: value })).toThrow(/^task_id must be neither empty/);
});

test.each([undefined, null, 7, ['a'], {}])('the argument %j is refused by name: it is no string', (value) => {
  expect(() => encodePath('/a/{task_id}', { task_id: value })).toThrow('task_id must be a string.');
});

test('half a surrogate pair is refused in words', () => {
  expect(() => encodePath('/a/{task_id}', { task_id: '\ud800' })).toThrow('half a surrogate pair');
  expect(() => encodeQuery({ table_name: '\ud800' })).toThrow('half a surrogate pair');
});

test('a query keeps its values and leaves out what is absent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (name, limit) => {
      const query = new URLSearchParams(encodeQuery({ name, limit, app_id: undefined, sort_type: null }));
      expect([...query]).toEqual([
        ['name', name],
        ['limit', String(limit)],
      ]);
    }),
  );
});
