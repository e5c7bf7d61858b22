import { describe, expect, it } from 'vitest';
import { createPostings } from './postings.ts';

describe('postings', () => {
  const keys = [[2, 0, 2], [], [0, 3]];
  const { starts, tables } = createPostings(keys.length, 5, (table, give) => {
    for (const key of keys[table]!) give(key);
  });
  const having = (key: number) => [...tables.subarray(starts[key]!, starts[key + 1]!)];

  it('are the tables of each key, each once, in order', () => {
    expect([0, 1, 2, 3, 4].map(having)).toEqual([[0, 2], [], [0], [2], []]);
  });

  it('are empty without tables or keys', () => {
    expect([...createPostings(0, 2, () => {}).tables]).toEqual([]);
    expect([...createPostings(2, 0, () => {}).tables]).toEqual([]);
  });
});
