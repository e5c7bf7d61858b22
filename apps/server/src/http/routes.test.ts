import { routes } from '@roma-fdi/types';
import { expect, it } from 'vitest';
import { readContract } from '../contract/document.ts';
import { noSuchOperation } from './routes.ts';

const contract = readContract();
const filled = (template: string): string => template.replaceAll(/\{\w+\}/g, 'x');

it.each(Object.values(routes).map(({ path }) => path))('tells the methods of %s', (path) => {
  const failure = noSuchOperation(contract, `${filled(path)}?limit=1`);
  const methods = Object.values(routes)
    .filter((route) => route.path === path)
    .map(({ method }) => method);
  expect(failure).toMatchObject({ name: 'MethodNotAllowed', headers: { allow: methods.join(', ') } });
  expect(failure.message).toContain(methods.join(', '));
});

it.each([
  ['a final slash', (path: string) => `${path}/`],
  ['a doubled slash', (path: string) => path.replace('/fdi', '//fdi')],
  ['an empty parameter', (path: string) => path.replace('/x', '/')],
  ['another case', (path: string) => path.toUpperCase()],
  ['a dot segment', (path: string) => path.replace('/fdi', '/../fdi')],
])('knows no path with %s', (_, change) => {
  expect(noSuchOperation(contract, change(filled(routes.listDatasources.path))).name).toBe('NoSuchOperation');
});
