import { faultMessage } from '@roma-fdi/types';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { operationOf, readContract } from '../contract/contract.ts';
import type { Call } from '../front/call.ts';
import { pathParametersOf } from '../front/target.ts';
import { story } from '../story.ts';
import { createEngine, type Engine } from './prism.ts';

const contract = readContract();
let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(contract);
});

function judge(body: unknown, operationId = 'installMultiTasks') {
  const operation = operationOf(contract, operationId);
  return engine.judgeRequest({
    operation,
    pathParameters: pathParametersOf(operation.template, story.path(operationId).split('/')),
    query: new URLSearchParams(),
    headers: {},
    body,
  } as unknown as Call);
}

describe('Prism’s words are read back exactly', () => {
  it('whatever an unknown property is called', () => {
    const known = new Set(Object.keys(story.request<object>('installMultiTasks', 'vendor-request')));
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((name) => !known.has(name) && name !== '__proto__'),
        (name) => {
          expect(judge({ [name]: 1 })).toMatchObject([
            { in: 'body', instancePath: '', params: { additionalProperty: name } },
          ]);
        },
      ),
    );
  });

  it('for every keyword that the contract’s requests use', () => {
    const shop = story.request<Record<string, unknown>>('createDatasourceInfo', 'shop');
    const says = (body: unknown) =>
      faultMessage(judge(body, 'createDatasourceInfo')).replace('Invalid parameters. ', '');
    expect(says({ ...shop, app_id: undefined })).toBe('Body property [app_id] is required.');
    expect(says({ ...shop, datasource_type: 'PAPER' })).toMatch(
      /^Body property \[datasource_type\] must be one of DWS, MYSQL, .*, SQLITE\.$/,
    );
    expect(says({ ...shop, description: 'abc' })).toBe('Body property [description] must have at least 4 characters.');
    expect(says({ ...shop, description: 'a'.repeat(1_025) })).toBe(
      'Body property [description] must have at most 1024 characters.',
    );
    expect(says({ ...shop, app_id: 'a\u0000bc' })).toMatch(/^Body property \[app_id\] must match /);
    expect(says({ ...shop, content: { unknown: 1 } })).toBe('Body property [content.unknown] is not described.');
    expect(says({ ...shop, content: [] })).toBe('Body property [content] must be an object.');
  });
});

describe('every example of the contract', () => {
  it('is a request that fits, or an answer that fits', () => {
    for (const operation of contract.operations) {
      for (const [name, body] of operation.body?.examples ?? []) {
        expect({ name, faults: judge(body, operation.id) }).toEqual({ name, faults: [] });
      }
      for (const [status, { content, examples }] of operation.answers) {
        for (const body of content ? examples.values() : []) {
          const headers = { 'content-type': 'application/json', 'x-request-id': 'a', 'retry-after': '1' };
          expect(engine.judgeAnswer(operation, { status, headers, body })).toEqual([]);
        }
      }
    }
  });
});
