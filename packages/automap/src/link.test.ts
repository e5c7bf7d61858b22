import { describe, expect, it } from 'vitest';
import { table } from '../test/table.ts';
import { takeBest } from './link.ts';
import { prepareSide } from './prepare.ts';

const sources = prepareSide([table('a'), table('b')]).tables;
const targets = prepareSide([table('x'), table('y')]).tables;
const candidate = (source: number, target: number, overlap: number) => ({
  source: sources[source]!,
  target: targets[target]!,
  overlap,
});

function take(...candidates: ReturnType<typeof candidate>[]) {
  const open = { sources: new Set(sources), targets: new Set(targets) };
  const taken = takeBest(candidates, open).map(({ source, target, faith }) => `${source.name}=${target.name} ${faith}`);
  return { taken, left: [...open.sources, ...open.targets].map(({ name }) => name) };
}

describe('takeBest', () => {
  it('takes the most in common first and each table once', () => {
    expect(take(candidate(0, 0, 0.6), candidate(0, 1, 0.9), candidate(1, 1, 0.7))).toEqual({
      taken: ['a=y 1'],
      left: ['b', 'x'],
    });
  });

  it('halves its faith where a rival of either table is nearly as good', () => {
    expect(take(candidate(0, 0, 0.8), candidate(1, 0, 0.79)).taken).toEqual(['a=x 0.5']);
    expect(take(candidate(0, 0, 0.8), candidate(1, 0, 0.7)).taken).toEqual(['a=x 1']);
  });

  it('takes the first in order among equals, in whatever order they come', () => {
    const all = [candidate(0, 0, 0.5), candidate(0, 1, 0.5), candidate(1, 0, 0.5), candidate(1, 1, 0.5)];
    expect(take(...all).taken).toEqual(['a=x 0.5', 'b=y 0.5']);
    expect(take(...all.toReversed()).taken).toEqual(['a=x 0.5', 'b=y 0.5']);
  });
});
