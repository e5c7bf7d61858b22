import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContract } from './document.ts';
import { createValidator, type RawRequest } from './validate.ts';

const contract = readContract();
const validator = createValidator(contract);
const path = { project_id: 'p', instance_id: 'i' };

function messageOf(id: Parameters<typeof validator.checkRequest>[0], raw: Partial<RawRequest>): string | undefined {
  const checked = validator.checkRequest(id, { path, query: {}, body: undefined, ...raw });
  return checked.fits ? undefined : checked.message.replace(/^Invalid parameters\. /, '');
}
const init = (body: unknown) => messageOf('installMultiTasks', { body });

describe('a request', () => {
  it('fits with and without what is optional', () => {
    expect(init(undefined)).toBeUndefined();
    expect(init({})).toBeUndefined();
    expect(init({ ext_info: null, task_id: '', source_datasource_id: null, auto_mapping: null })).toBeUndefined();
  });

  it('is told the place of its first fault, and how many more there are', () => {
    expect(init({ auto_mapping: 'true' })).toMatch(/^Body property \[auto_mapping\] must be .*a boolean.*\.$/);
    expect(init({ auto_mapping: 'true', task_id: 'x', nonsense: 1 })).toMatch(/, and 2 more\.$/);
    expect(init([])).toMatch(/^The body must be an object\.$/);
    expect(messageOf('installMultiTasks', { path: { ...path, instance_id: '../x' } })).toMatch(
      /^Path parameter \[instance_id\] /,
    );
    expect(messageOf('listDatasources', { query: { limit: 'ten' } })).toMatch(/^Query parameter \[limit\] /);
  });

  it('needs a body where the contract needs one', () => {
    expect(messageOf('createDatasourceInfo', {})).toBe('The body is required.');
  });

  it('may have no body where the contract has none', () => {
    expect(messageOf('listDatasources', { body: Buffer.from('{}') })).toBe('The body must be empty.');
  });

  it('passes its numbers on as numbers, and the defaults of what it leaves out', () => {
    const checked = validator.checkRequest('listDatasources', { path, query: { limit: '5' }, body: undefined });
    expect(checked).toEqual({
      fits: true,
      request: { path, query: { limit: 5, offset: 0, sort_type: 'ASC' }, body: undefined },
    });
  });

  it('gives every parameter once, and none that is not described', () => {
    expect(messageOf('listDatasources', { query: { limit: ['1', '2'] } })).toBe(
      'Query parameter [limit] must be given once.',
    );
    expect(messageOf('listDatasources', { query: { limt: '5' } })).toBe('Query parameter [limt] is not described.');
    expect(messageOf('listDatasources', { query: { 'a/b~c': ['1', '2'] } })).toBe(
      'Query parameter [a/b~c] is not described.',
    );
  });

  it('never throws, never has a long message, and never repeats a value', () => {
    const secret = 'S3cr3t-value-that-must-not-come-back';
    const names = fc.oneof(
      fc.constantFrom(
        'auto_mapping',
        'task_id',
        'ext_info',
        'source_datasource_id',
        'content',
        'datasource_type',
        '__proto__',
      ),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((codes) => String.fromCharCode(...codes)),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant(secret),
        fc.constantFrom(null, true, 0, -1.5, ''),
        fc.array(tie('tree'), { maxLength: 5 }),
        fc.array(fc.tuple(names, tie('tree')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    fc.assert(
      fc.property(fc.constantFrom('installMultiTasks' as const, 'createDatasourceInfo' as const), tree, (id, body) => {
        const checked = validator.checkRequest(id, { path, query: {}, body });
        if (checked.fits) return;
        const { message } = checked;
        expect(message).not.toContain(secret);
        expect([...message].length).toBeLessThanOrEqual(512);
        expect(message).toBe(message.toWellFormed());
      }),
      { numRuns: 200 },
    );
  });
});

describe('an answer', () => {
  const fault = { error_code: failures.TaskNotFound.code, error_msg: 'x' };

  it('keeps the contract or is told why not', () => {
    expect(validator.checkAnswer('showTask', 404, fault)).toBeUndefined();
    expect(validator.checkAnswer('showTask', 404, { error_code: 1 })).toContain('showTask 404');
    expect(validator.checkAnswer('showTask', 418, fault)).toContain('does not document the status 418');
    expect(validator.checkAnswer('deleteTask', 204, undefined)).toBeUndefined();
    expect(validator.checkAnswer('deleteTask', 204, {})).toContain('no body');
  });
});
