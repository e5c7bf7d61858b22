/** Limits and defaults are the vendor's and stand in the words, and one that differs or is left out is found. */
import { describe, expect, test } from 'vitest';
import { judgeBy } from './bodies.ts';
import { at, type Json, readBundle } from './contract.ts';
import { limitFacts } from './family-limits.ts';
import { limitFaults, unsaidLimits } from './limits.ts';

const bundle = readBundle();

test("what a request may hold is limited as the vendor's tables say", () => {
  expect(limitFaults(judgeBy(bundle), limitFacts)).toEqual([]);
});

test('limits and defaults are said in the description', () => {
  expect(unsaidLimits(bundle)).toEqual([]);
});

describe('a limit is found', () => {
  test.each<[string, string[], Record<string, Json>, string[]]>([
    ['that is too narrow', ['schemas', 'Host'], { maxLength: 64 }, ['schemas/Host refuses 255 characters']],
    [
      'that is too wide',
      ['parameters', 'Limit', 'schema'],
      { maximum: 1000 },
      ['parameters/Limit/schema takes 1000 value'],
    ],
    [
      'whose lower end is wrong',
      ['schemas', 'DatasourceFacts', 'properties', 'description'],
      { minLength: 1 },
      ['schemas/DatasourceFacts/properties/description takes 3 characters'],
    ],
    [
      'of a list',
      ['schemas', 'TaskBatchBody', 'properties', 'list'],
      { maxItems: 10 },
      ['schemas/TaskBatchBody/properties/list refuses 9999 entries'],
    ],
  ])('%s', (_, place, change, faults) => {
    expect(limitFaults(judgeBy(withKeywords(place, change)), limitFacts)).toEqual(faults);
  });

  test('that the description leaves out, and so is a default', () => {
    const wide = withKeywords(['schemas', 'MysqlTimeout'], { maximum: 2000 });
    expect(unsaidLimits(wide)).toEqual(['MysqlTimeout does not say its maximum 2000']);
    const other = withKeywords(['parameters', 'Limit', 'schema'], { default: 25 });
    expect(unsaidLimits(other)).toEqual(['Limit does not say its default 25']);
  });
});

/** A copy of the bundle in which a component has other keywords. */
function withKeywords(place: readonly string[], change: Record<string, Json>): Json {
  const copy = structuredClone(bundle);
  Object.assign(at(copy, 'components', ...place) as object, change);
  return copy;
}
