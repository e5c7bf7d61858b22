import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTarget } from '../front/target.ts';
import { readContract } from './contract.ts';
import type { Operation } from './operations.ts';
import { createRouter } from './routes.ts';

const operation = (method: string, template: string) =>
  ({ id: `${method} ${template}`, method, template }) as Operation;
const route = createRouter([operation('GET', '/a/{id}'), operation('POST', '/a/init'), operation('DELETE', '/a/{id}')]);
const methods = (path: string) => [...(route(path.split('/'))?.operations.keys() ?? [])];

describe('a path', () => {
  it('has all methods of its template', () => expect(methods('/a/7')).toEqual(['GET', 'DELETE']));
  it('is the one with fewer parameters where several fit', () => expect(methods('/a/init')).toEqual(['POST']));
  it.for(['/a', '/a/', '/a/7/', '//a/7', '/A/7', '', '/'])('%j is unknown', (path) =>
    expect(methods(path)).toEqual([]),
  );
});

describe('for any segment', () => {
  const contract = readContract();
  it('a path made from a template leads to it, and its parameters come back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (value) => {
        for (const { template, method, id } of contract.operations) {
          const path = template.replace(/\{\w+\}/g, () => encodeURIComponent(value));
          if (value === 'init') continue;
          const { segments } = readTarget(path, Infinity);
          expect(contract.route(segments)?.operations.get(method)?.id).toBe(id);
        }
      }),
    );
  });

  it('no target makes the reader fail otherwise than by a failure of the contract', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          readTarget(`/${text}`, Infinity);
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
      }),
    );
  });
});
