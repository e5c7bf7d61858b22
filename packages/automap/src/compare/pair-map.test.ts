import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairMap } from './pair-map.ts';

describe('a pair map', () => {
  it('keeps what was set for a pair in this order', () => {
    const map = createPairMap(1 << 12);
    map.set(1, 2, 0.5);
    expect([map.get(1, 2), map.get(2, 1), map.get(1, 3)]).toEqual([0.5, undefined, undefined]);
    map.set(1, 2, 0.25);
    expect(map.get(1, 2)).toBe(0.25);
  });

  it('keeps everything while it grows', () => {
    const map = createPairMap(1 << 15);
    for (let i = 0; i < 12_000; i++) map.set(i, i % 7, i);
    for (let i = 0; i < 12_000; i++) expect(map.get(i, i % 7)).toBe(i);
  });

  it('forgets rather than grow beyond its bound, and goes on', () => {
    const map = createPairMap(1 << 12);
    for (let i = 0; i < 20_000; i++) map.set(i, i, i);
    expect(map.get(0, 0)).toBeUndefined();
    expect(map.get(19_999, 19_999)).toBe(19_999);
  });

  it('agrees with a map of strings', () => {
    const entry = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(100));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const map = createPairMap(1 << 12);
        const known = new Map<string, number>();
        for (const [a, b, value] of entries) {
          expect(map.get(a, b)).toBe(known.get(`${a} ${b}`));
          map.set(a, b, value);
          known.set(`${a} ${b}`, value);
        }
      }),
    );
  });
});
