import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropNulls } from './drop-nulls.ts';

test('null fields and null entries are gone, at every depth', () => {
  const answer = [
    { task_id: 't', ext_info: null, mappings: [null, { id: 'm', status: null, mapping: [{ a: null }] }] },
  ];
  dropNulls(answer);
  expect(answer).toStrictEqual([{ task_id: 't', mappings: [{ id: 'm', mapping: [{}] }] }]);
});

test('an answer without null stays as it is, and one with nulls keeps none and nothing else is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      const answer: unknown = JSON.parse(text);
      dropNulls(answer);
      // The same by JSON.stringify, which leaves out undefined fields.
      const expected = JSON.stringify(JSON.parse(text), (_, field) =>
        Array.isArray(field) ? field.filter((item) => item !== null) : (field ?? undefined),
      );
      expect(JSON.stringify(answer)).toBe(value === null ? 'null' : expected);
    }),
  );
});

test('an answer that is nested without end does not end the program', () => {
  const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
  expect(() => dropNulls(deep)).not.toThrow();
});

test('a list may be longer than a call takes arguments, and a value deeper than the stack', () => {
  const entries = Array.from({ length: 400_000 }, (_, index) => (index === 7 ? null : { id: index }));
  dropNulls(entries);
  expect(entries).toHaveLength(399_999);
  expect(entries.slice(6, 8)).toEqual([{ id: 6 }, { id: 8 }]);
  const depth = 200_000;
  const nested = JSON.parse(`${'{"a":['.repeat(depth)}null${']}'.repeat(depth)}`);
  expect(() => dropNulls(nested)).not.toThrow();
});
