import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTexts } from './texts.ts';

describe('texts', () => {
  test('have one number each, in the order in which they came', () => {
    const texts = createTexts();
    expect(['berth', '', 'Berth', 'berth', ''].map(texts.idOf)).toEqual([0, 1, 2, 0, 1]);
    expect(texts.count).toBe(3);
  });

  test('keep their numbers while there are more and more', () => {
    const texts = createTexts();
    const all = Array.from({ length: 20_000 }, (_, i) => `berth_${i}`);
    expect(all.map(texts.idOf)).toEqual(all.map((_, i) => i));
    expect(all.map(texts.idOf)).toEqual(all.map((_, i) => i));
  });

  test('agree with a map', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u0000'), maxLength: 3 })), (all) => {
        const texts = createTexts();
        const known = new Map<string, number>();
        for (const text of all) {
          if (!known.has(text)) known.set(text, known.size);
          expect(texts.idOf(text)).toBe(known.get(text));
        }
      }),
    );
  });
});
