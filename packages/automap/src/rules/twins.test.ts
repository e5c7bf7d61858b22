import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import { createTwins } from './twins.ts';

/** @returns Whether a word that both sides use is missing, for two tables by their names. */
function twins(source: readonly string[], target: readonly string[]) {
  const { prepared, comparisons } = sides(
    source.map((name) => table(name, ['id'])),
    target.map((name) => table(name, ['id'])),
  );
  const { tableWords, tableNames } = comparisons;
  const lacksWord = createTwins(prepared.source, prepared.target, prepared.forms, tableWords, tableNames);
  const at = (side: 'source' | 'target', name: string) =>
    prepared[side].tables.findIndex((entry) => entry.table.name === name);
  return (s: string, t: string) => lacksWord(at('source', s), at('target', t));
}

describe('tables that differ by a word which both sides use', () => {
  const lacks = twins(['sailing', 'sailing_winter', 'crew'], ['voyage', 'sailing_roster', 'fare_winter', 'crew_list']);

  it('are twins, whichever has the word', () => {
    expect(lacks('sailing_winter', 'sailing_roster')).toBe(true);
  });

  it('are none where the other side does not know the word', () => {
    expect(lacks('sailing', 'sailing_roster')).toBe(false);
    expect(lacks('crew', 'crew_list')).toBe(false);
  });

  it('are none where the names have no word in common', () => {
    expect(lacks('crew', 'fare_winter')).toBe(false);
  });

  it('are none where both have the word', () => {
    expect(twins(['sailing_winter'], ['sailings_winter'])('sailing_winter', 'sailings_winter')).toBe(false);
  });
});
