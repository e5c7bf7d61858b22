import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure, type FailureName, invalidParameter } from './failure.ts';

test.each(Object.keys(failures) as FailureName[])(
  'takes status, code and general message of %s from the contract, and names it in a header',
  (name) => {
    const { status, code, message } = failures[name];
    expect(new Failure(name)).toMatchObject({ name, status, code, message, headers: { 'x-failure': name } });
  },
);

test('says when to come back where waiting helps, and nowhere else', () => {
  expect(new Failure('TooManyRequests').headers).toMatchObject({ 'retry-after': '1' });
  expect(new Failure('Unavailable', undefined, { headers: { connection: 'close' } }).headers).toMatchObject({
    'retry-after': '1',
    connection: 'close',
  });
  expect(new Failure('TaskNotFound').headers).not.toHaveProperty('retry-after');
});

test('names the parameter in brackets', () => {
  expect(invalidParameter('NameTaken', 'datasource_name', 'why.').message).toBe(
    'Invalid parameter [datasource_name]: why.',
  );
});

test('has a message of at most 512 characters, cut between whole ones', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), (text) => {
      const { message } = new Failure('InvalidValue', text);
      expect([...message].length).toBeLessThanOrEqual(512);
      expect(message).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
