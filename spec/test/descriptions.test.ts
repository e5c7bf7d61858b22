/** Every value is explained and every property has words of its own; the linter sees to it that there are words at all. */
import { expect, it } from 'vitest';
import { at, type Json, readBundle } from './contract.ts';
import { sharedDescriptions, unexplainedValues } from './descriptions.ts';

const bundle = readBundle();

it('Every value of every enumeration is explained', () => {
  expect(unexplainedValues(bundle)).toEqual([]);
  const gap = structuredClone(bundle);
  const status = at(gap, 'components', 'schemas', 'MultiTaskMappingStatus') as Record<string, Json>;
  (status['enum'] as Json[]).push('PAUSED');
  expect(unexplainedValues(gap)).toEqual(['#/components/schemas/MultiTaskMappingStatus: PAUSED']);
  delete status['x-enumDescriptions'];
  expect(unexplainedValues(gap)).toHaveLength(7);
});

it('No two properties of a schema share a description', () => {
  expect(sharedDescriptions(bundle)).toEqual([]);
  const copied = structuredClone(bundle);
  const fields = at(copied, 'components', 'schemas', 'MappingInfo', 'properties') as Record<string, Json>;
  fields['target_column'] = fields['source_column']!;
  expect(sharedDescriptions(copied)).toEqual([
    '#/components/schemas/MappingInfo: target_column is described as source_column',
  ]);
});
