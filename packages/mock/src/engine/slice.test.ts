import { type OpenApiDocument, readContract } from '@roma-fdi/contract';
import { expect, test } from 'vitest';
import { sliceOf } from './slice.ts';

const place = { path: '/things', method: 'GET' };
const withSchema = (schema: object, schemas: object = {}): OpenApiDocument => ({
  openapi: '3.1.0',
  components: { schemas } as never,
  paths: {
    '/things': {
      get: { operationId: 'a', parameters: [], responses: { 200: { content: { 'application/json': { schema } } } } },
    } as never,
    '/others': { get: { operationId: 'b', responses: {} } } as never,
  },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test('an operation is given with what its answers refer to, and nothing else', () => {
  const schemas = { One: { properties: { two: ref('Two') } }, Two: { items: ref('One') }, Three: {} };
  const { paths, components } = sliceOf(withSchema(ref('One'), schemas), place) as OpenApiDocument;
  expect(Object.keys(paths)).toEqual(['/things']);
  expect(Object.keys(paths['/things']?.['get'] ?? {})).toEqual(['operationId', 'responses']);
  expect(Object.keys(components?.['schemas'] ?? {})).toEqual(['One', 'Two']);
});

test.each([
  ['into a path', ref('One').$ref.replace('components/schemas', 'paths')],
  ['into the middle of a component', '#/components/schemas/One/properties/two'],
  ['nowhere', '#/components/schemas/None'],
])('where an answer refers %s, the whole document is given', (_where, $ref) => {
  const document = withSchema({ $ref }, { One: {} });
  expect(sliceOf(document, place)).toBe(document);
});

test('of the contract each slice is a small part', () => {
  const { document, operations } = readContract();
  const whole = JSON.stringify(document).length;
  for (const operation of operations)
    expect(JSON.stringify(sliceOf(document, operation)).length, operation.operationId).toBeLessThan(whole / 4);
});
