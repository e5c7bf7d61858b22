/** The bundle says everything in the form that more tools understand, and a place that does not is found. */
import { describe, expect, test } from 'vitest';
import { at, type Json, ownPart, readBundle } from './contract.ts';
import { formFaults, patternFaults } from './portable.ts';

const bundle = readBundle();

test('the bundle has the form that most tools understand', () => {
  expect(formFaults(bundle)).toEqual([]);
});

test('its patterns mean the same with and without the flag u, and each has words for people', () => {
  expect(patternFaults(bundle)).toEqual([]);
});

describe('a form that trips a tool is found', () => {
  test.each<[string, (document: Json) => void, string[]]>([
    [
      'properties beside an allOf',
      (document) => Object.assign(object(document, 'schemas', 'MultiTaskInitElement'), { properties: {} }),
      ['#/components/schemas/MultiTaskInitElement has properties beside an allOf, where some generators drop them'],
    ],
    [
      'a not',
      (document) => Object.assign(object(document, 'parameters', 'TaskId', 'schema'), { not: { const: 'init' } }),
      ['#/components/parameters/TaskId/schema has a not, which some generators take for no type at all'],
    ],
    [
      'an example of a filter',
      (document) => Object.assign(object(document, 'parameters', 'AppIdFilter'), { example: 'app' }),
      ['AppIdFilter may be left out and has an example of its own, which forms would send'],
    ],
    [
      'an ID in the path without the keys of the others',
      (document) => delete object(document, 'parameters', 'ProjectId', 'examples')['draft'],
      ['ProjectId has no example draft, which another ID in a path has'],
    ],
    [
      'a description of a variable',
      (document) =>
        Object.assign(at(document, 'servers', 0, 'variables', 'region') as object, { description: 'Where.' }),
      ["the server's variable region has a description, which a validator refuses"],
    ],
    [
      'a count without bounds',
      (document) =>
        delete (at(ownPart(object(document, 'schemas', 'TaskPage')), 'properties', 'total') as { minimum?: 0 }).minimum,
      ['TaskPage.total has no smallest value'],
    ],
  ])('%s', (_, change, faults) => {
    const changed = structuredClone(bundle);
    change(changed);
    expect(formFaults(changed)).toEqual(faults);
  });

  test('a pattern without words, words without a pattern, and a pattern that needs the flag u', () => {
    const changed = structuredClone(bundle);
    const needing = '^[^\\u0000-\\u001f\\ud800-\\udfff]*$';
    const { pattern: before } = object(changed, 'schemas', 'Port');
    object(changed, 'schemas', 'Port')['pattern'] = needing;
    expect(patternFaults(changed)).toEqual([
      `${needing} has no x-pattern-words`,
      `x-pattern-words has ${String(before)}, which is no pattern`,
      `${needing} means another thing without the flag u`,
    ]);
  });
});

function object(document: Json, ...place: string[]): Record<string, Json> {
  return at(document, 'components', ...place) as Record<string, Json>;
}
