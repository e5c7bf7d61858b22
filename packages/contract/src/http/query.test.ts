import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './query.ts';

/** Any UTF-16, halves of pairs as well. */
const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));

test('reads names and values, decoded', () => {
  expect({ ...parseQuery('limit=5&name=a%20b+c&empty=&bare') }).toEqual({
    limit: '5',
    name: 'a b c',
    empty: '',
    bare: '',
  });
  expect({ ...parseQuery('') }).toEqual({});
  expect({ ...parseQuery('&&a=1&&') }).toEqual({ a: '1' });
  expect({ ...parseQuery('a=b=c') }).toEqual({ a: 'b=c' });
});

test('keeps every value of a name that comes more than once', () => {
  expect({ ...parseQuery('a=1&a=2&a=3') }).toEqual({ a: ['1', '2', '3'] });
});

test('takes names that objects have of their own for names like any other', () => {
  const query = parseQuery('__proto__=1&constructor=2&toString=3&toString=4');
  expect(Object.keys(query)).toEqual(['__proto__', 'constructor', 'toString']);
  expect(query['toString']).toEqual(['3', '4']);
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
});

test('never throws: where the router calls it, nobody would catch it', () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.constantFrom('%', 'a=%', '%ff=1', 'a=%zz&b=1')), (text) => {
      parseQuery(text);
    }),
  );
});

test('reads back what was encoded', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })),
      (values) => {
        const text = Object.entries(values)
          .map((pair) => pair.map(encodeURIComponent).join('='))
          .join('&');
        expect({ ...parseQuery(text) }).toEqual({ ...values });
      },
    ),
  );
});
