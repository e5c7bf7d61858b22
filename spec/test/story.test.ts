/** The examples tell one story from the first call to the last, and an example that leaves it is told. */
import { describe, expect, it } from 'vitest';
import { readContract } from './contract.ts';
import { operations, retold } from './operations.ts';
import { lostTasks, mappingFaults, secondConstants, tableFaults, unknownIds, wrongNames } from './story.ts';

const contract = readContract();
const told = operations(contract);
const rules = [unknownIds, lostTasks, secondConstants, wrongNames, tableFaults, mappingFaults];

describe('The story', () => {
  it('keeps its IDs from the first call to the last, and the names beside them', () => {
    for (const rule of rules) expect(rule(told)).toEqual([]);
  });

  it.each([
    [
      'a data source that no call created',
      '[*shop, *warehouse]',
      '[*shop, { datasource_id: "77" }]',
      'no call created datasource_id 77',
    ],
    [
      'a task that no call assigned',
      'task_id: *task\n      task_type',
      'task_id: another\n      task_type',
      'no call assigned task_id another',
    ],
    ['another task in the path', 'value: *task\n', 'value: *unknown-id\n', 'does not begin with the task of the story'],
    ['another project', 'project_id: c2f0', 'project_id: d2f0', 'another project_id than in the rest of the story'],
    [
      'another name',
      'target_datasource_name: *warehouse-name',
      'target_datasource_name: depot',
      'target_datasource_name is not that of the data source',
    ],
  ])('is found to break where it tells of %s', (_, from, to, fault) => {
    expect(rules.flatMap((rule) => rule(retold(contract, 'examples/story.yaml', from, to)))).toContainEqual(
      expect.stringContaining(fault),
    );
  });

  it('asks for tables that it maps', () => {
    expect(tableFaults(told)).toEqual([]);
    expect(tableFaults(retold(contract, 'parameters/TargetTable.yaml', 'public.Orders', 'public.sales_order'))).toEqual(
      ['listMultiTaskMappings asks for public.sales_order, a table that the story does not map'],
    );
  });

  it('maps columns that its tables have', () => {
    expect(
      mappingFaults(retold(contract, 'examples/story.yaml', 'target_column: CustomerId', 'target_column: BuyerId')),
    ).toContain('examples/story.yaml#/init-auto-mapping: BuyerId is no column of public.Orders');
    expect(
      mappingFaults(retold(contract, 'examples/story.yaml', 'mappings_total_count: 2', 'mappings_total_count: 1')),
    ).toContain('examples/story.yaml#/init-auto-mapping counts fewer mappings than it shows');
  });
});
