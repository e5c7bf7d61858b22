import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FailureName, meaningOf } from './failures.ts';

const entries = Object.entries(failures) as [FailureName, (typeof failures)[FailureName]][];

test.each(entries)('%s is known by its name, with its status and code', (name, { status, code }) => {
  expect(meaningOf(status, code, name)?.name).toBe(name satisfies string);
  expect(meaningOf(status, undefined, name)?.name).toBe(name);
});

test.each(entries)('the name %s is not believed with another status or code', (name) => {
  for (const [, { status, code }] of entries) {
    if (status === failures[name].status && code === failures[name].code) continue;
    expect(meaningOf(status, code, name)).toEqual(meaningOf(status, code));
    if (status !== failures[name].status) expect(meaningOf(status, undefined, name)).toEqual(meaningOf(status));
  }
});

test.each([undefined, '', 'AFailureToCome', 'constructor', '__proto__', 'nametaken'])(
  'with the name %j the code decides, by its general entry',
  (name) => {
    const { status, code } = failures.NameTaken;
    expect(meaningOf(status, code, name)?.name).toBe('InvalidValue');
  },
);

test('a code under another status than the contract has it is known by the code', () => {
  expect(meaningOf(400, failures.TaskNotFound.code)?.name).toBe('TaskNotFound');
});

test('a status without a code identifies the failure only where no other has that status', () => {
  expect(meaningOf(failures.Unauthenticated.status)?.name).toBe('Unauthenticated');
  expect(meaningOf(400)).toBeUndefined();
  expect(meaningOf(502)).toBeUndefined();
});

test('codes that the contract does not know have no entry, whatever they and their name are', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...entries.map(([name]) => name)), (code, name) => {
      fc.pre(!entries.some(([, failure]) => failure.code === code));
      expect(meaningOf(400, code, name)).toBeUndefined();
    }),
  );
});
