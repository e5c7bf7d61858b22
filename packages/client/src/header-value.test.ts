import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidCallError } from './errors/invalid-call-error.ts';
import { checkHeaders, headerValue } from './header-value.ts';

test('every printable ASCII text is a value', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (value) => headerValue('token', value) === value));
});

test('a value with any other character is refused without being quoted', () => {
  const strange = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
  const refused = strange.filter((character) => !/[\t\x20-\x7e]/.test(character));
  fc.assert(
    fc.property(refused, fc.string({ unit: 'grapheme-ascii' }), (character, rest) => {
      const secret = `secret-${character}${rest}`;
      expect(() => headerValue('token', secret)).toThrow(InvalidCallError);
      expect(() => headerValue('token', secret)).not.toThrow(/secret-/);
    }),
  );
});

test('the message names the header, the character and its place', () => {
  expect(() => headerValue('token', 'abc\n')).toThrow(
    'token holds a character that a header cannot carry: U+000A as character 4 of 4.',
  );
});

test('names and values of headers are checked', () => {
  expect(checkHeaders({ 'X-Trace': 'a b' })).toEqual({ 'X-Trace': 'a b' });
  expect(() => checkHeaders({ 'X Trace': 'a' })).toThrow('a name that is not one of HTTP');
  expect(() => checkHeaders({ 'X-Trace': 'a\r\nX-Auth-Token: b' })).toThrow('Header X-Trace');
});
