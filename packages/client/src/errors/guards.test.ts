import { failures } from '@roma-fdi/types';
import { expect, test, vi } from 'vitest';
import { ApiError } from './api-error.ts';
import { ConflictError } from './conflict-error.ts';
import { ConnectionError } from './connection-error.ts';
import type { CallFacts } from './fdi-error.ts';
import * as guards from './guards.ts';
import { InvalidCallError } from './invalid-call-error.ts';
import { TimeoutError } from './timeout-error.ts';
import { UnexpectedAnswerError } from './unexpected-answer-error.ts';

const call: CallFacts = { operation: 'showTask', method: 'GET', path: '/task' };
const nothing = { name: undefined, message: undefined, requestId: undefined, retryAfter: undefined };
const { isFdiError, ...kinds } = guards;

const errors = {
  isApiError: new ApiError(call, { status: 404, code: failures.TaskNotFound.code, ...nothing }),
  isConnectionError: new ConnectionError(call, { code: 'ECONNREFUSED', cause: new Error('refused') }),
  isConflictError: new ConflictError({ datasource_id: 'id' }, ['datasource_type']),
  isTimeoutError: new TimeoutError(call, 5),
  isUnexpectedAnswerError: new UnexpectedAnswerError(call, { status: 200, requestId: undefined }, 'empty', 'nothing.'),
  isInvalidCallError: new InvalidCallError('No.'),
} satisfies Record<keyof typeof kinds, Error>;

test.each(Object.keys(kinds) as (keyof typeof kinds)[])('%s takes its own kind and no other', (name) => {
  for (const [kind, error] of Object.entries(errors)) expect(kinds[name](error)).toBe(kind === name);
  expect(isFdiError(errors[name])).toBe(true);
});

test('what this client did not make is of no kind', () => {
  const foreign = [
    undefined,
    null,
    'ApiError',
    {},
    new Error('x'),
    Object.assign(new Error('x'), { name: 'ApiError' }),
  ];
  for (const value of foreign) {
    expect(isFdiError(value)).toBe(false);
    for (const guard of Object.values(kinds)) expect(guard(value)).toBe(false);
  }
});

test('a failure is distinguished from others by the contract’s name', () => {
  expect(guards.isApiError(errors.isApiError, 'TaskNotFound')).toBe(true);
  expect(guards.isApiError(errors.isApiError, 'DataSourceNotFound')).toBe(false);
  expect(guards.isApiError(errors.isTimeoutError, 'TaskNotFound')).toBe(false);
});

test('an error of another copy of this package is known, where instanceof fails', async () => {
  vi.resetModules();
  const other = await import('./timeout-error.ts');
  const error = new other.TimeoutError(call, 5);
  expect(error).not.toBeInstanceOf(TimeoutError);
  expect(guards.isTimeoutError(error)).toBe(true);
});
