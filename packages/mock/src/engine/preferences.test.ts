import { parseQuery } from '@roma-fdi/contract/http';
import { expect, test } from 'vitest';
import type { Call } from '../front/call.ts';
import { readPreferences } from './preferences.ts';

const read = (prefer: string | undefined, search = '') =>
  readPreferences({ headers: { ...(prefer !== undefined && { prefer }) }, query: parseQuery(search) } as Call);

test.for([
  ['code=404', { code: '404' }],
  ['code=404, example=not-found', { code: '404', example: 'not-found' }],
  ['code=404; example="not-found"', { code: '404', example: 'not-found' }],
  ['DYNAMIC=true,seed=a b', { dynamic: 'true', seed: 'a b' }],
  ['seed=a=b', { seed: 'a=b' }],
  ['respond-async, wait=5', {}],
  ['code', {}],
  ['code=', {}],
  ['', {}],
] as const)('Prefer: %s', ([header, expected]) => {
  expect(read(header)).toEqual(expected);
});

test('the query has them with two underscores, and the header wins', () => {
  expect(read(undefined, '__code=404&__example=x&__dynamic=false&__seed=1')).toEqual({
    code: '404',
    example: 'x',
    dynamic: 'false',
    seed: '1',
  });
  expect(read('code=400', '__code=404')).toEqual({ code: '400' });
});
