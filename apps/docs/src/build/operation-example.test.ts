import { operationOf, readContract } from '@roma-fdi/contract';
import { routes } from '@roma-fdi/types';
import { describe, expect, it } from 'vitest';
import { type Contract, contract } from './contract.ts';
import { operationExample } from './operation-example.ts';

/** The example of an operation, of a contract that was changed before. */
function exampleOf(operationId: string, change: (contract: Contract) => void = () => {}) {
  const copy = structuredClone(contract);
  change(copy);
  return operationExample(operationOf(readContract(copy), operationId));
}

describe('the example of an operation', () => {
  it('takes the first example of each parameter and of the body', () => {
    const example = exampleOf('installMultiTasks');
    expect(example).toMatchObject({ ...routes.installMultiTasks, body: { auto_mapping: true } });
    expect(example.values['project_id']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('knows form data from JSON', () => {
    const form = exampleOf('createMultiTaskMappingsAutomatically');
    expect(form).toMatchObject({ isForm: true, body: { mapping_prefix: expect.any(String) } });
    expect(exampleOf('installMultiTasks').isForm).toBe(false);
    expect(exampleOf('showTask').isForm).toBe(false);
  });

  it('has no body where the operation takes none', () => {
    expect(exampleOf('showTask').body).toBeUndefined();
  });

  it('is refused, naming operation and place, when a body has no example', () => {
    const change = ({ paths }: Contract) => {
      paths[routes.installMultiTasks.path]!['post']!.requestBody!.content['application/json']!.examples = {};
    };
    expect(() => exampleOf('installMultiTasks', change)).toThrow(
      'No sample can be made for installMultiTasks: its request body has no example in spec/. Give it one.',
    );
  });

  it('is refused, naming operation and place, when a path parameter has no example', () => {
    const change = ({ components }: Contract) => {
      components.parameters['TaskId']!.examples = {};
    };
    expect(() => exampleOf('showTask', change)).toThrow('showTask: its path parameter task_id has no example');
  });

  it('is refused when a reference leads nowhere', () => {
    const change = ({ components }: Contract) => {
      delete components.parameters['TaskId'];
    };
    expect(() => exampleOf('showTask', change)).toThrow('nothing at #/components/parameters/TaskId');
  });
});
