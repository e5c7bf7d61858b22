import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal } from './literal.ts';

/** As JSON gives it back: without negative zero. */
const json = fc.json().map((text) => JSON.parse(text.replaceAll('-0', '0')));

describe('a literal', () => {
  it('means the value that it was made from', () => {
    fc.assert(
      fc.property(json, (value) => {
        const meant = runInThisContext(`JSON.stringify((${literal(value)}))`);
        expect(meant).toBe(JSON.stringify(value));
      }),
    );
  });

  it('keeps a key that would otherwise set the prototype', () => {
    const value = JSON.parse('{"__proto__": {"a": 1}}');
    expect(runInThisContext(`JSON.stringify((${literal(value)}))`)).toBe('{"__proto__":{"a":1}}');
  });

  it('quotes as people do: single quotes, and none around plain keys', () => {
    expect(literal({ name: "it's", 'x-y': null })).toBe(`{ name: 'it\\'s', 'x-y': null }`);
  });

  it('is broken over several lines only where one is too long', () => {
    const long = 'x'.repeat(30);
    expect(literal({ a: [1, 2], b: long })).toBe(`{ a: [1, 2], b: '${long}' }`);
    expect(literal({ a: { b: 1 }, c: long, d: long })).toBe(`{\n  a: { b: 1 },\n  c: '${long}',\n  d: '${long}',\n}`);
  });
});
