import { type OpenApiDocument, readOperations } from '@roma-fdi/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createExampleFinder } from './named-examples.ts';

const nullable = { type: ['string', 'null'] };
const document: OpenApiDocument = {
  openapi: '3.1.0',
  components: {
    schemas: {
      Base: { properties: { base: nullable } },
      Body: {
        allOf: [{ $ref: '#/components/schemas/Base' }],
        properties: {
          name: { type: 'string' },
          id: nullable,
          flag: { type: ['boolean', 'null'], default: false },
          extra: { type: ['object', 'null'], properties: { inner: nullable } },
          anything: true,
        },
      },
    },
  },
  paths: {
    '/things/{id}': {
      post: {
        operationId: 'op',
        parameters: [
          {
            name: 'project',
            in: 'path',
            examples: { both: { value: 'p' }, one: { value: 'p' }, gone: { value: 'p' } },
          },
          { name: 'id', in: 'path', examples: { both: { value: '7' }, one: { value: '8' }, gone: { value: '10' } } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Body' },
              examples: {
                body: { value: { name: 'a' } },
                both: { value: { name: 'a' } },
                nothing: { value: {} },
                right: { value: { name: 'c' } },
                wrong: { value: { name: 'c' } },
              },
            },
          },
        },
        responses: {
          '200': { content: { 'application/json': { examples: { both: { value: 1 }, body: { value: 1 } } } } },
          '400': { content: { 'application/json': { examples: { wrong: { value: 1 } } } } },
          '404': { content: { 'application/json': { examples: { gone: { value: 1 } } } } },
        },
      },
    },
  },
};
const [operation] = readOperations(document);
const find = createExampleFinder(document, operation!);

test('the more of the request an example fixes, the earlier it stands', () => {
  expect(find({ parameters: { id: '7' }, body: { name: 'a' } })).toEqual(['both', 'body']);
  expect(find({ parameters: { id: '9' }, body: { name: 'a' } })).toEqual(['body']);
  expect(find({ parameters: { id: '8' }, body: { name: 'b' } })).toEqual(['one']);
  expect(find({ parameters: {}, body: { name: 'b' } })).toEqual([]);
});

test('no body is an empty one', () => {
  expect(find({ parameters: {}, body: undefined })).toEqual(['nothing']);
});

test('what means nothing makes no difference, whatever stands where', () => {
  const nothing = fc.constantFrom(null, '', undefined);
  const body = fc.record({
    name: fc.constant('a'),
    id: nothing,
    base: nothing,
    flag: fc.constantFrom(null, undefined, false),
    extra: fc.oneof(fc.constantFrom(null, undefined), fc.record({ inner: nothing })),
  });
  fc.assert(
    fc.property(body, (sent) => {
      expect(find({ parameters: {}, body: JSON.parse(JSON.stringify(sent)) })).toEqual(['body']);
    }),
  );
});

test.for([
  { name: '' },
  { name: 'a', id: 'x' },
  { name: 'a', flag: true },
  { name: 'a', other: null },
  { name: 'a', extra: { inner: 'x' } },
])('%j means something else', (body) => {
  expect(find({ parameters: {}, body })).toEqual([]);
});

test('a failure of the path stands before every body, and one of the body before a success', () => {
  expect(find({ parameters: { id: '10' }, body: { name: 'a' } })).toEqual(['gone', 'body']);
  expect(find({ parameters: { id: '10' }, body: { name: 'c' } })).toEqual(['gone', 'wrong', 'right']);
  expect(find({ parameters: { id: '7' }, body: { name: 'c' } })).toEqual(['wrong', 'right']);
});

test('what a schema of true lets pass, or no property describes, is compared as it is', () => {
  for (const name of ['anything', 'constructor', 'unknown'])
    expect(find({ parameters: { id: '9' }, body: { name: 'a', [name]: { a: 1 } } })).toEqual([]);
});
