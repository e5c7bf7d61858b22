import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';

describe('the weight of a word', () => {
  const { prepared, comparisons } = sides(
    [
      table('ferry', ['id', 'name', 'draught']),
      table('berth', ['id', 'name', 'name_2', 'cargo_zip_code']),
      table('sailing', ['id', 'names', 'code']),
    ],
    [table('ferry_log', ['id', 'name'])],
  );
  const column = (word: string) => comparisons.columnWeights[prepared.lexicon.find(word)]!;
  const ofTable = (word: string) => comparisons.tableWeights[prepared.lexicon.find(word)]!;

  it('is the larger the fewer tables and names have the word', () => {
    expect(column('draught')).toBeGreaterThan(column('code'));
    expect(column('code')).toBeGreaterThan(column('id'));
    expect(ofTable('berth')).toBeGreaterThan(ofTable('ferry'));
  });

  it('is that of all inflections together', () => {
    expect(column('names')).toBe(column('name'));
  });

  it('is smaller for a number, and larger for a phrase than for its words on average', () => {
    expect(column('2')).toBeLessThan(column('draught'));
    expect(column('zip cod')).toBeGreaterThan((column('zip') + column('code')) / 2);
  });
});
