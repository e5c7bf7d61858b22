import { routes } from '@roma-fdi/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../../../test/properties.ts';
import { readTarget } from './http/target.ts';
import type { Operation } from './operations.ts';
import { readContract } from './read-contract.ts';
import { createRouter, operationFor, pathParametersOf } from './router.ts';

const operation = (method: string, path: string) => ({ method, path }) as Operation;
const route = createRouter([operation('GET', '/a/{id}'), operation('POST', '/a/init'), operation('DELETE', '/a/{id}')]);
const methods = (path: string) => [...route(path.split('/')).keys()];

const read = (url: string) => readTarget({ url, httpVersion: '1.0', rawHeaders: [] }, Infinity);

describe('a path', () => {
  test('has all methods of its template', () => expect(methods('/a/7')).toEqual(['GET', 'DELETE']));
  test('is the one with fewer parameters where several fit', () => expect(methods('/a/init')).toEqual(['POST']));
  test.for(['/a', '/a/', '/a/7/', '//a/7', '/a/../7', '/A/7', '', '/'])('%j is unknown', (path) =>
    expect(() => methods(path)).toThrow(expect.objectContaining({ name: 'NoSuchOperation' })),
  );
});

describe('for any segment', () => {
  const contract = readContract();
  test('a path made from a template leads to it, and its parameters come back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (value) => {
        for (const operation of contract.operations) {
          const path = operation.path.replace(/\{\w+\}/g, () => encodeURIComponent(value));
          if (value === 'init') continue;
          const { segments } = read(path);
          expect(operationFor(contract.route(segments), operation.method)).toBe(operation);
          for (const parameter of Object.values(pathParametersOf(operation.path, segments)))
            expect(parameter).toBe(value);
        }
      }),
    );
  });

  test('no target makes the reader fail otherwise than by a failure of the contract', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        try {
          read(`/${text}`);
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
      }),
    );
  });
});

test.each(Object.values(routes).map(({ path }) => path))(
  'another method of %s is told those that there are',
  (path) => {
    const methods = Object.values(routes)
      .filter((other) => other.path === path)
      .map(({ method }) => method)
      .join(', ');
    const { segments } = read(path.replaceAll(/\{\w+\}/g, 'x'));
    expect(() => operationFor(readContract().route(segments), 'PATCH')).toThrow(
      expect.objectContaining({
        name: 'MethodNotAllowed',
        headers: expect.objectContaining({ allow: methods }),
        message: expect.stringContaining(methods),
      }),
    );
  },
);
