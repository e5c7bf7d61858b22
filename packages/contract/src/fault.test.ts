import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFaults, type Fault, faultMessage } from './fault.ts';

const fault = (
  keyword: string,
  instancePath = '/a',
  params: Fault['params'] = {},
  where: Fault['in'] = 'body',
  message?: string,
): Fault => ({
  in: where,
  keyword,
  instancePath,
  params,
  message,
});

describe('the message', () => {
  test.for<[string, Fault[]]>([
    [
      'Body property [auto_mapping] must be a boolean.',
      [fault('type', '/auto_mapping', { type: ['boolean', 'null'] })],
    ],
    ['The body must be an object.', [fault('type', '', { type: 'object' })]],
    ['Body property [a.b] is not described.', [fault('additionalProperties', '/a', { additionalProperty: 'b' })]],
    [
      'Body property [a.b/c~d] is not described.',
      [fault('unevaluatedProperties', '/a', { unevaluatedProperty: 'b/c~d' })],
    ],
    ['Body property [a/b.c~d] must be a string.', [fault('type', '/a~1b/c~0d', { type: 'string' })]],
    ['Body property [x] is required.', [fault('required', '', { missingProperty: 'x' })]],
    ['The body is required.', [fault('required', '')]],
    ['Path parameter [task_id] must match ^a$.', [fault('pattern', '/task_id', { pattern: '^a$' }, 'path')]],
    [
      'Path parameter [task_id] must be the letter a.',
      [fault('pattern', '/task_id', { pattern: '^a$', words: 'the letter a' }, 'path')],
    ],
    ['Query parameter [limit] must be at most 999.', [fault('maximum', '/limit', { limit: 999 }, 'query')]],
    [
      'Query parameter [limt] is not described.',
      [fault('additionalProperties', '', { additionalProperty: 'limt' }, 'query')],
    ],
    ['Header [x-request-id] is required.', [fault('required', '', { missingProperty: 'x-request-id' }, 'header')]],
    ['Body property [a] must be one of X, Y.', [fault('enum', '/a', { allowedValues: ['X', 'Y'] })]],
    [
      'Body property [a] must not have fewer than 2 properties.',
      [fault('minProperties', '/a', {}, 'body', 'must NOT have fewer than 2 properties')],
    ],
    ['Body property [a] is not valid.', [fault('unheardOf')]],
  ])('%s', ([expected, faults]) => {
    expect(faultMessage(faults)).toBe(`Invalid parameters. ${expected}`);
  });

  test('names the first place and counts the others: path, query, header, body, then by pointer', () => {
    const faults = [
      fault('type', '/b', { type: 'string' }),
      fault('type', '/a/10', { type: 'string' }),
      fault('type', '/a/9', { type: 'string' }),
      fault('type', '/limit', { type: 'integer' }, 'query'),
    ];
    expect(faultMessage(faults)).toBe('Invalid parameters. Query parameter [limit] must be an integer, and 3 more.');
    expect(describeFaults(faults).map(({ place }) => place)).toEqual([
      'Query parameter [limit]',
      'Body property [a.9]',
      'Body property [a.10]',
      'Body property [b]',
    ]);
  });

  test('of several faults at one place the most telling stands, and counts once', () => {
    const faults = [fault('format', '/a', { format: 'int32' }), fault('maximum', '/a', { limit: 9 })];
    expect(faultMessage(faults)).toBe('Invalid parameters. Body property [a] must be at most 9.');
  });

  test('shows names without control characters or halves of pairs, and cuts long ones', () => {
    const named = (additionalProperty: string) =>
      faultMessage([fault('additionalProperties', '', { additionalProperty })]);
    expect(named('a\u001b[31m\n')).toContain('[a\uFFFD[31m\uFFFD] is not described');
    expect(named('\ud800')).toContain('[\uFFFD] is not described');
    expect(named('k'.repeat(60_000)).length).toBeLessThan(200);
    for (const before of ['', 'k']) expect(named(`${before}${'😀'.repeat(80)}`)).toMatch(/😀…\] is not described/u);
  });

  test('says little where nothing is known', () => {
    expect(faultMessage([])).toBe('Invalid parameters.');
  });
});

const anyFault: fc.Arbitrary<Fault> = fc.record({
  in: fc.constantFrom('path', 'query', 'header', 'body'),
  keyword: fc.constantFrom('type', 'required', 'enum', 'pattern', 'additionalProperties', 'oneOf'),
  instancePath: fc
    .array(fc.string({ maxLength: 300 }), { maxLength: 4 })
    .map((keys) => keys.map((key) => `/${key.replace(/[~/]/g, '_')}`).join('')),
  params: fc.record({
    type: fc.constantFrom('string', 'object'),
    pattern: fc.string({ maxLength: 1_000 }),
    allowedValues: fc.array(fc.string()),
  }),
  message: fc.option(fc.string({ maxLength: 1_000 }), { nil: undefined }),
});

describe('for any faults', () => {
  test('the message does not depend on the order in which they were found', () => {
    fc.assert(
      fc.property(fc.array(anyFault, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (faults, random) => {
        const shuffled = faults
          .map((entry) => ({ entry, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(describeFaults(shuffled).map(({ place }) => place)).toEqual(
          describeFaults(faults).map(({ place }) => place),
        );
      }),
    );
  });

  test('the message is well-formed, ends as a sentence and fits the contract', () => {
    fc.assert(
      fc.property(fc.array(anyFault, { minLength: 1, maxLength: 8 }), (faults) => {
        const message = faultMessage(faults);
        expect(message.length).toBeLessThanOrEqual(512);
        expect(message).toMatch(/^Invalid parameters\. [\s\S]*\.$/);
      }),
    );
  });
});
