import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FailureName, meaningOf } from './failures.ts';

const entries = Object.entries(failures) as [FailureName, (typeof failures)[FailureName]][];

test.each(entries)('%s is found by its own status, code and message', (name, { status, code, message }) => {
  expect(meaningOf(status, code, message)?.name).toBe(name satisfies string);
});

test('a message with other values in it still finds its entry among those that share a code', () => {
  const { status, code } = failures.DataSourceInUse;
  expect(meaningOf(status, code, 'Invalid parameter [datasource_id]: in use by task 00ff00.')?.name).toBe(
    'DataSourceInUse',
  );
});

test('an unknown message gets the general entry of its status and code', () => {
  const { status, code } = failures.InvalidValue;
  expect(meaningOf(status, code, 'something the contract does not say')?.name).toBe('InvalidValue');
});

test('a code under another status than the contract has it is known by the code', () => {
  expect(meaningOf(400, failures.TaskNotFound.code)?.name).toBe('TaskNotFound');
});

test('a status without a code identifies the failure only where no other has that status', () => {
  expect(meaningOf(failures.Unauthenticated.status)?.name).toBe('Unauthenticated');
  expect(meaningOf(400)).toBeUndefined();
  expect(meaningOf(502)).toBeUndefined();
});

test('codes that the contract does not know have no entry, whatever they and their message are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (code, message) => {
      fc.pre(!entries.some(([, failure]) => failure.code === code));
      expect(meaningOf(400, code, message)).toBeUndefined();
    }),
  );
});
