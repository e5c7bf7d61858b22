import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../../../test/properties.ts';
import { namesTwice } from './names-twice.ts';

const judge = (text: string) => namesTwice(text, JSON.parse(text));

test.each([
  '{"a":1,"a":2}',
  '{"a":1,"\\u0061":2}',
  '[{"b":{"a":1 , "a" :2}}]',
  '{"__proto__":1,"__proto__":1}',
  '{"":0,"":0}',
])('a name is given twice in %s', (text) => {
  expect(judge(text)).toBe(true);
});

test.each(['{"a":"a","b":"a: \\": ","c":":"}', '["a","a"]', '[{"a":1},{"a":1}]', '{"\\\\":1,"\\"":2}', '""', '1'])(
  'each name is given once in %s',
  (text) => {
    expect(judge(text)).toBe(false);
  },
);

test('what JSON.stringify writes never names a property twice, whatever is in it', () => {
  fc.assert(fc.property(fc.jsonValue({ stringUnit: anyCharacter }), (value) => !judge(JSON.stringify(value, null, 1))));
});

test('text that nests deeper than the stack is judged', () => {
  expect(judge(`${'{"a":'.repeat(100_000)}{"b":1,"b":2}${'}'.repeat(100_000)}`)).toBe(true);
});
