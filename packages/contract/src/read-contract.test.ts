import { routes } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { readContract } from './read-contract.ts';

const contract = readContract();
const operation = (id: string) => contract.operations.find(({ operationId }) => operationId === id);

test('knows every operation of the contract, by the method and path that the types have', () => {
  const found = contract.operations.map(({ operationId, method, path }) => [operationId, { method, path }]);
  expect(Object.fromEntries(found)).toEqual(routes);
});

test('follows references to parameters, and keeps their order', () => {
  const parameters = operation('listMultiTaskMappings')?.parameters;
  expect(parameters?.slice(0, 3).map(({ name, in: place }) => `${place} ${name}`)).toEqual([
    'path project_id',
    'path instance_id',
    'path task_id',
  ]);
  expect(parameters?.every(({ schema }) => schema !== undefined)).toBe(true);
});

test('says whether a body is needed and how large it may be', () => {
  expect(operation('installMultiTasks')).toMatchObject({ body: { required: false }, maxBodyBytes: 65_536 });
  expect(operation('createDatasourceInfo')?.body?.required).toBe(true);
  expect(operation('deleteTask')).toMatchObject({ body: undefined, maxBodyBytes: 65_536 });
});

test('tells answers with a body from those without', () => {
  const answers = operation('deleteTask')?.answers;
  expect([...(answers?.keys() ?? [])]).toContain(204);
  expect(answers?.get(204)?.pointer).toBeUndefined();
  expect(answers?.get(404)?.pointer).toContain('/schema');
});

test('counts no secret among the fields that answers may show', () => {
  expect(contract.openContentFields).toContain('host');
  for (const secret of ['password', 'sk', 'url', 'ssl_password', 'connector_params', 'key_store'])
    expect(contract.openContentFields).not.toContain(secret);
});
