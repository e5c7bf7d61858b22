import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tries } from '../../../test/properties.ts';
import { Failure } from './failure.ts';
import type { Operation } from './operations.ts';
import { operationOf, readContract } from './read-contract.ts';
import { createValidator, type RawRequest } from './validator.ts';

const contract = readContract();
const validator = await createValidator(contract);
const path = { project_id: 'p', instance_id: 'i' };

function messageOf(id: string, raw: Partial<RawRequest>): string | undefined {
  try {
    validator.checkRequest(operationOf(contract, id), { path, query: {}, body: undefined, ...raw });
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message.replace(/^Invalid parameters\. /, '');
  }
}
const init = (body: unknown) => messageOf('installMultiTasks', { body });

describe('a request', () => {
  test('fits with and without what is optional', () => {
    expect(init(undefined)).toBeUndefined();
    expect(init({})).toBeUndefined();
    expect(init({ ext_info: null, task_id: '', source_datasource_id: null, auto_mapping: null })).toBeUndefined();
  });

  test('is told the place of its first fault, and how many more there are', () => {
    expect(init({ auto_mapping: 'true' })).toMatch(/^Body property \[auto_mapping\] must be .*a boolean.*\.$/);
    expect(init({ auto_mapping: 'true', task_id: 'x', nonsense: 1 })).toMatch(/, and 2 more\.$/);
    expect(init([])).toMatch(/^The body must be an object\.$/);
    expect(messageOf('installMultiTasks', { path: { ...path, instance_id: '../x' } })).toMatch(
      /^Path parameter \[instance_id\] /,
    );
    expect(messageOf('listDatasources', { query: { limit: 'ten' } })).toMatch(/^Query parameter \[limit\] /);
  });

  test('needs a body where the contract needs one', () => {
    expect(messageOf('createDatasourceInfo', {})).toBe('The body is required.');
  });

  test('may have no body where the contract has none', () => {
    expect(messageOf('listDatasources', { body: Buffer.from('{}') })).toBe('The body must be empty.');
  });

  test('passes its numbers on as numbers, and the defaults of what it leaves out', () => {
    const raw = { path, query: { limit: '5' }, body: undefined };
    expect(validator.checkRequest(operationOf(contract, 'listDatasources'), raw)).toEqual({
      path,
      query: { limit: 5, offset: 0, sort_type: 'ASC' },
      body: undefined,
    });
  });

  test('has parameters that fit together', () => {
    const list = (query: RawRequest['query']) =>
      messageOf('listMultiTaskMappings', { path: { ...path, task_id: 'task' }, query });
    expect(list({ limit: '10000', fields: 'summary' })).toBeUndefined();
    expect(list({ limit: '1000' })).toBeUndefined();
    expect(list({ limit: '1001' })).toBe('Query parameter [limit] must be at most 1000.');
    expect(list({ limit: '10001', fields: 'summary' })).toBe('Query parameter [limit] must be at most 10000.');
    expect(list({ limit: '10001' })).toBe('Query parameter [limit] must be at most 1000.');
  });

  test('gives every parameter once, and none that is not described', () => {
    expect(messageOf('listDatasources', { query: { limit: ['1', '2'] } })).toBe(
      'Query parameter [limit] must be given once.',
    );
    expect(messageOf('listDatasources', { query: { limt: '5' } })).toBe('Query parameter [limt] is not described.');
    expect(messageOf('listDatasources', { query: { 'a/b~c': ['1', '2'] } })).toBe(
      'Query parameter [a/b~c] is not described.',
    );
  });

  test('is told what was expected there, whatever the keyword', () => {
    const { examples = new Map() } = operationOf(contract, 'createDatasourceInfo').body ?? {};
    const shop = examples.get('shop') as { content: object };
    const says = (body: object) => messageOf('createDatasourceInfo', { body: { ...shop, ...body } });
    expect(says({ app_id: undefined })).toBe('Body property [app_id] is required.');
    expect(says({ datasource_type: 'PAPER' })).toMatch(
      /^Body property \[datasource_type\] must be one of MYSQL, TAURUS, .*\.$/,
    );
    expect(says({ description: 'abc' })).toBe('Body property [description] must have at least 4 characters.');
    expect(says({ description: 'a'.repeat(1_025) })).toBe(
      'Body property [description] must have at most 1024 characters.',
    );
    expect(says({ app_id: 'a\u0000bc' })).toBe(
      'Body property [app_id] must be 1 to 255 whole characters, none of them a control character.',
    );
    expect(says({ content: { unknown: 1 } })).toBe('Body property [content.database_name] is required, and 4 more.');
    const content = Object.assign({}, shop.content, { unknown: 1 });
    expect(says({ content })).toBe('Body property [content.unknown] is not described.');
    expect(says({ content: { ...shop.content, mode: 'expert' } })).toBe(
      'Body property [content.mode] must be one of default, professional.',
    );
    expect(says({ content: { mode: 'professional' } })).toBe('Body property [content.url] is required.');
    expect(says({ content: [] })).toBe('Body property [content] must be an object.');
  });

  test('never has a long message, and never repeats a value', () => {
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
        const message = messageOf(id, { body }) ?? '';
        expect(message).not.toContain(secret);
        expect([...message].length).toBeLessThanOrEqual(512);
        expect(message).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: tries(200) },
    );
  });
});

describe('an answer', () => {
  const fault = { error_code: failures.TaskNotFound.code, error_msg: 'x' };
  const judge = (id: string, status: number, body: unknown, headers?: Record<string, string>, strict = true) =>
    validator
      .judgeAnswer(operationOf(contract, id), { status, body, ...(headers && { headers }) }, strict)
      .map(({ place, expected }) => `${place} ${expected}`);

  test('keeps the contract or is told why not', () => {
    expect(judge('showTask', 404, fault)).toEqual([]);
    expect(judge('showTask', 404, { ...fault, error_code: 1 })).toEqual([
      'Body property [error_code] must be a string',
    ]);
    expect(judge('showTask', 418, fault)).toEqual([expect.stringMatching(/^Status must be documented, .*it is 418$/)]);
    expect(judge('deleteTask', 204, undefined)).toEqual([]);
    expect(judge('deleteTask', 204, {})).toEqual(['The body must be empty']);
  });

  test('has the headers that are described, once they are made', () => {
    expect(judge('showTask', 404, fault, {})).toEqual(['Header [x-request-id] is required']);
    const later = { 'x-request-id': 'a', 'retry-after': 'later' };
    expect(judge('showTask', 503, fault, later)).toEqual(['Header [retry-after] must be an integer']);
    expect(judge('showTask', 503, fault, { ...later, 'retry-after': '1' })).toEqual([]);
  });

  test('is read as a client of the cloud reads it where it is not held strictly', () => {
    expect(judge('showTask', 404, { ...fault, request_id: null }, {}, false)).toEqual([]);
    expect(judge('showTask', 418, undefined, {}, false)).toEqual([]);
    expect(judge('showTask', 204, undefined, {}, false)).toHaveLength(1);
    expect(judge('showTask', 404, { error_msg: 'x' }, {}, false)).toEqual(['Body property [error_code] is required']);
  });

  test('names its failure with the status and the code that the name has, or not at all', () => {
    const named = (name: string, strict = true) =>
      judge('showTask', 404, fault, { 'x-request-id': 'a', 'x-failure': name }, strict);
    expect(named('TaskNotFound')).toEqual([]);
    expect(named('NoSuchOperation')).toEqual([
      'Header [x-failure] must name the failure that has this status and code',
    ]);
    expect(named('NameTaken')).toEqual(['Header [x-failure] must name the failure that has this status and code']);
    expect(named('constructor')).toEqual([expect.stringMatching(/^Header \[x-failure\] must be one of /)]);
    expect(judge('showTask', 404, null, { 'x-request-id': 'a', 'x-failure': 'TaskNotFound' })).toHaveLength(2);
    expect(['NameTaken', 'constructor'].flatMap((name) => named(name, false))).toEqual([]);
  });

  test('has no integer that JavaScript would have rounded', () => {
    const page = { total: 2 ** 53, size: 0, entities: [] };
    expect(judge('listDatasources', 200, page)).toEqual([
      `Body property [total] must be at most ${Number.MAX_SAFE_INTEGER}`,
    ]);
  });

  test('may be any of its examples, and so may a request', () => {
    for (const operation of contract.operations) {
      for (const [name, body] of operation.body?.examples ?? [])
        expect({ name, says: messageOf(operation.operationId, { body, path: storyPath(operation) }) }).toEqual({
          name,
        });
      for (const [status, { examples }] of operation.answers) {
        const headers = { 'x-request-id': 'a', 'retry-after': '1' };
        for (const body of examples.values()) expect(judge(operation.operationId, status, body, headers)).toEqual([]);
      }
    }
  });
});

function storyPath({ parameters }: Operation): Record<string, string> {
  return Object.fromEntries(
    parameters.filter((parameter) => parameter.in === 'path').map(({ name, example }) => [name, String(example)]),
  );
}

describe('a body with more values than are judged to the end', () => {
  const operation = operationOf(contract, 'installMultiTasks');
  const many = (value: unknown) => Array.from({ length: 15_000 }, () => value);

  test('has one fault where each value has one', () => {
    expect(validator.judgeAnswer(operation, { status: 200, body: many(0) })).toEqual([
      { place: 'Body property [0]', expected: 'must be an object' },
    ]);
  });

  test('has its fault found wherever it stands', () => {
    const body = [...many({ task_id: 'abc' }), { task_id: 1 }];
    expect(validator.judgeAnswer(operation, { status: 200, body })).toHaveLength(1);
    expect(validator.judgeAnswer(operation, { status: 200, body: many({ task_id: 'abc' }) })).toEqual([]);
  });

  test('has a fault behind what is tolerated', () => {
    const tolerated = { task_id: 'abc', mappings: [{ status: 'MAYBE' }] };
    const body = [...many(tolerated), { task_id: 1 }];
    expect(validator.judgeAnswer(operation, { status: 200, body }, false)).toMatchObject([
      { place: 'Body property [15000.task_id]' },
    ]);
    expect(validator.judgeAnswer(operation, { status: 200, body: many(tolerated) }, false)).toEqual([]);
    expect(validator.judgeAnswer(operation, { status: 200, body: many(tolerated) }, true)).toHaveLength(1);
  });

  test('of a request is refused by its first fault', () => {
    const body = Object.fromEntries(many(0).map((value, index) => [`name-${index}`, value]));
    expect(init(body)).toMatch(/^Body property \[name-\d+\] is not described\.$/);
  });
});
