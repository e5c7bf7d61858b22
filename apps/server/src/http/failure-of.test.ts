import { Failure } from '@roma-fdi/contract';
import { failures } from '@roma-fdi/types';
import { expect, it } from 'vitest';
import { StoreError } from '../store/store-error.ts';
import { failureOf } from './failure-of.ts';

const of = (error: unknown): Failure => failureOf(error, 4096);

it('passes on what is a failure of the contract already', () => {
  const failure = new Failure('TaskNotFound');
  expect(of(failure)).toBe(failure);
});

it('tells that the store is away, and when to come back', () => {
  for (const kind of ['unavailable', 'busy', 'lost', 'closed'] as const) {
    const failure = of(new StoreError(kind, 'disk full'));
    expect(failure).toMatchObject({ name: 'Unavailable', status: 503, headers: { 'retry-after': '1' } });
    expect(failure.message).not.toContain('disk');
  }
});

it('does not say that nothing was changed where nobody knows', () => {
  const failure = of(new StoreError('unanswered', 'secret'));
  expect(failure).toMatchObject({ name: 'InternalError', status: 500, headers: {} });
  expect(failure.message).toContain('may have been done');
});

it('tells nothing of a fault of ours', () => {
  for (const error of [
    new Error('secret'),
    new StoreError('failed', 'secret'),
    'secret',
    undefined,
    null,
    { code: 'X' },
  ]) {
    const { name, message } = of(error);
    expect([name, message]).toEqual(['InternalError', failures.InternalError.message]);
  }
});

it.each([
  ['FST_ERR_BAD_URL', 'BadRequest'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'BadRequest'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'UnsupportedMediaType'],
  ['FST_ERR_MAX_PARAM_LENGTH', 'UriTooLong'],
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'BodyTooLarge'],
])('names what the framework calls %s', (code, name) => {
  expect(of(Object.assign(new Error('framework'), { code }))).toMatchObject({ name });
});

it('tells how large a body may be', () => {
  expect(of({ code: 'FST_ERR_CTP_BODY_TOO_LARGE' }).message).toContain('4096');
});
