import { describe, expect, it } from 'vitest';
import { type Contract, readContract } from './contract.ts';
import { operationExample } from './operation-example.ts';

const contract = await readContract();

/** Path and method of an operation, and the operation itself, in a copy that a test may change. */
function locate(operationId: string) {
  const copy: Contract = structuredClone(contract);
  for (const [path, item] of Object.entries(copy.paths)) {
    for (const [method, operation] of Object.entries(item))
      if (operation.operationId === operationId) return { copy, path, method, operation };
  }
  throw new Error(`no ${operationId}`);
}

describe('the example of an operation', () => {
  it('takes the first example of each parameter and of the body', () => {
    const { copy, path, method } = locate('installMultiTasks');
    const example = operationExample(copy, path, method);
    expect(example).toMatchObject({ method: 'POST', path, body: { auto_mapping: true } });
    expect(example.values['project_id']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has no body where the operation takes none', () => {
    const { copy, path, method } = locate('showTask');
    expect(operationExample(copy, path, method).body).toBeUndefined();
  });

  it('is refused, naming operation and place, when a body has no example', () => {
    const { copy, path, method, operation } = locate('installMultiTasks');
    operation.requestBody!.content['application/json']!.examples = {};
    expect(() => operationExample(copy, path, method)).toThrow(
      'No sample can be made for installMultiTasks: its request body has no example in spec/. Give it one.',
    );
  });

  it('is refused, naming operation and place, when a path parameter has no example', () => {
    const { copy, path, method } = locate('showTask');
    copy.components.parameters['TaskId']!.examples = {};
    expect(() => operationExample(copy, path, method)).toThrow('showTask: its path parameter task_id has no example');
  });

  it('is refused when a reference leads nowhere', () => {
    const { copy, path, method } = locate('showTask');
    delete copy.components.parameters['TaskId'];
    expect(() => operationExample(copy, path, method)).toThrow('nothing at #/components/parameters/TaskId');
  });
});
