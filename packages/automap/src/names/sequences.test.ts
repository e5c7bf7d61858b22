import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSequences } from './sequences.ts';

describe('sequences', () => {
  const id = (sequences: ReturnType<typeof createSequences>, items: readonly number[]) =>
    sequences.idOf(Int32Array.from(items), 0, items.length);

  it('have one number each, in the order in which they came', () => {
    const sequences = createSequences();
    expect([[1, 2], [], [1], [1, 2], []].map((items) => id(sequences, items))).toEqual([0, 1, 2, 0, 1]);
    expect(sequences.count).toBe(3);
  });

  it('are read from a place to another', () => {
    const sequences = createSequences();
    expect(sequences.idOf(Int32Array.of(9, 1, 2, 9), 1, 3)).toBe(id(sequences, [1, 2]));
  });

  it('are found once they were added, and not before', () => {
    const sequences = createSequences();
    expect(sequences.find(Int32Array.of(1, 2), 0, 2)).toBe(-1);
    id(sequences, [1, 2]);
    expect(sequences.find(Int32Array.of(1, 2), 0, 2)).toBe(0);
    expect(sequences.find(Int32Array.of(1), 0, 1)).toBe(-1);
    expect(sequences.count).toBe(1);
  });

  it('keep their numbers while the arrays grow', () => {
    const sequences = createSequences();
    const lists = Array.from({ length: 20_000 }, (_, i) => [i & 0xff, i >> 8, i % 7]);
    lists.forEach((list, at) => {
      expect(id(sequences, list)).toBe(at);
    });
    for (const at of [0, 4095, 4096, 19_999]) expect(id(sequences, lists[at]!)).toBe(at);
    expect(sequences.count).toBe(20_000);
  });

  it('agree with a map of strings', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 })), (lists) => {
        const sequences = createSequences();
        const known = new Map<string, number>();
        for (const list of lists) {
          const key = list.join(' ');
          if (!known.has(key)) known.set(key, known.size);
          expect(id(sequences, list)).toBe(known.get(key));
        }
      }),
    );
  });
});
