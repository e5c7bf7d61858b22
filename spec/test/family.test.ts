/** Every operation and every field of the vendor's tables stands in the contract. */
import { expect, test } from 'vitest';
import { readContract, withText } from './contract.ts';
import { fieldFaults, operationFaults } from './family.ts';
import { fieldFacts, operationFacts } from './family-facts.ts';
import { operations } from './operations.ts';

const contract = readContract();

test('all 24 operations, with their methods, paths, parameters and statuses', () => {
  expect(operationFacts).toHaveLength(24);
  expect(operations(contract).length).toBeGreaterThanOrEqual(24);
  expect(operationFaults(contract)).toEqual([]);
});

test('all fields of what they take and answer', () => {
  expect(fieldFaults(contract)).toEqual([]);
  const bodies = operations(contract)
    .filter(({ id }) => operationFacts.some((fact) => fact.id === id))
    .flatMap(({ bodySchema }) => bodySchema ?? []);
  expect(bodies.filter((schema) => !(schema in fieldFacts))).toEqual([]);
});

test('what is missing or different is found', () => {
  const renamed = withText(contract, 'schemas/BriefTaskRespBean.yaml', '  ext_type:', '  kind:');
  expect(fieldFaults(renamed)).toEqual(['BriefTaskRespBean has no ext_type']);
  const loose = withText(contract, 'schemas/MultiTaskUpdateBody.yaml', ', repulling_snapshot]', ']');
  expect(fieldFaults(loose)).toEqual(['MultiTaskUpdateBody does not require repulling_snapshot']);
  expect(operationFaults(withText(contract, 'paths/task-run.yaml', 'post:', 'put:'))).toEqual([
    'post /tasks/{task_id}/run is not runTask',
  ]);
  expect(operationFaults(withText(contract, 'paths/multi-tasks.yaml', '"200":', '"201":'))).toEqual([
    'createMultiTasks does not answer 200',
    'createMultiTasks has another success',
  ]);
  expect(operationFaults(withText(contract, 'parameters/Position.yaml', 'required: true', 'required: false'))).toEqual([
    'listDatasourceTables does not take position as it should',
    'listDatasourceColumns does not take position as it should',
  ]);
  expect(
    operationFaults(withText(contract, 'paths/tasks.yaml', '    - $ref: ../parameters/TaskTagFilter.yaml\n', '')),
  ).toEqual(['listTasks does not take task_tag as it should']);
});
