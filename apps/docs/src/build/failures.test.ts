import { describe, expect, it } from 'vitest';
import { type Contract, contract } from './contract.ts';
import { errorsPage } from './errors-page.ts';
import { readFailures, type WrittenFailure, writtenFailures } from './failures.ts';

const failures = readFailures(contract);
const named = (name: string) => failures.find((failure) => failure.name === name);

/** The failures of errors.yaml, one of them changed. */
const withFailure = (name: string, change: Partial<WrittenFailure>) => ({
  ...writtenFailures(),
  [name]: { ...writtenFailures()[name]!, ...change },
});

describe('the failures that are shown', () => {
  it('are all that errors.yaml has, as it has them', () => {
    expect(failures.map(({ name, status, code, action }) => [name, status, code, action])).toEqual(
      Object.entries(writtenFailures()).map(([name, written]) => [
        name,
        written['x-status'],
        written.value.error_code,
        written['x-action'],
      ]),
    );
  });

  it('name the operations whose answers name them, or say why none does', () => {
    expect(named('NameTaken')?.raised).toEqual(['createDatasourceInfo', 'updateDatasourceInfo']);
    expect(named('Unauthenticated')?.raised).toHaveLength(Object.values(contract.paths).flatMap(Object.values).length);
    expect(named('MethodNotAllowed')?.raised).toBe('before-operations');
  });

  it.each([undefined, 'pray'])('cannot be shown with the action %j: the build fails and names it', (action) => {
    expect(() => readFailures(contract, withFailure('NameTaken', { 'x-action': action }))).toThrow(
      `NameTaken cannot be shown: its x-action in spec/errors.yaml must be one of change-request, check-reference, sign-in, free-it-first, try-again, ask-operator, not ${action}.`,
    );
  });

  it('cannot be shown where nothing says where they are raised: the build fails and names them', () => {
    expect(() => readFailures(contract, withFailure('MethodNotAllowed', { 'x-raised': undefined }))).toThrow(
      'MethodNotAllowed cannot be shown: no operation names it',
    );
    const unraised: Contract = structuredClone(contract);
    for (const item of Object.values(unraised.paths))
      for (const operation of Object.values(item)) operation.responses = {};
    expect(() => errorsPage(unraised)).toThrow('InvalidParameters cannot be shown: no operation names it');
  });
});
