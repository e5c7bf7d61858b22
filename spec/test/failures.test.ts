/** Every failure is complete and stands where it belongs, and one that does not is told. */
import { describe, expect, it } from 'vitest';
import { readContract, withChange, withText } from './contract.ts';
import {
  failureFaults,
  incompleteFailures,
  namelessAnswers,
  strangersInMessages,
  strayCodes,
  unraisedFaults,
} from './failures.ts';
import { operations, retold } from './operations.ts';

const contract = readContract();
const told = operations(contract);

describe('A failure', () => {
  it('stands under its own status, the general one first and the vendor’s examples behind', () => {
    expect(failureFaults(told)).toEqual([]);
    expect(failureFaults(retold(contract, 'responses/Forbidden.yaml', '#/Forbidden', '#/Unauthenticated'))).toContain(
      'showTask shows errors.yaml#/Unauthenticated under 403, but it comes with 401',
    );
    expect(
      failureFaults(retold(contract, 'responses/InvalidParameters.yaml', '#/InvalidParameters', '#/TaskListEmpty')),
    ).toContain('showTask does not show the general failure first under 400');
    const vendorFirst = retold(
      contract,
      'paths/multi-tasks-init.yaml',
      '            no-such-operation:\n',
      '            vendor-first:\n',
    );
    expect(failureFaults(vendorFirst)).toEqual(["installMultiTasks shows the vendor's example first under 404"]);
  });

  it('tells its meaning, cause, remedy and origin in a message of at most 512 characters', () => {
    expect(incompleteFailures(contract)).toEqual([]);
    const bare = withChange(
      contract,
      'errors.yaml',
      (text) => `${text}\nBare:\n  value: { error_msg: ${'long '.repeat(103)} }\n`,
    );
    expect(incompleteFailures(bare)).toEqual([
      'Bare has no summary',
      'Bare has no x-cause',
      'Bare has no x-remedy',
      'Bare has no x-origin',
      'Bare has no x-action',
      'Bare has no x-status',
      'Bare has no code',
      'Bare has a message of 514 characters',
    ]);
  });

  it('may come with its name in every answer', () => {
    expect(namelessAnswers(told)).toEqual([]);
    const nameless = retold(contract, 'paths/datasources.yaml', 'headers/XFailure.yaml', 'headers/XRequestId.yaml');
    expect(namelessAnswers(nameless)).toEqual(['createDatasourceInfo answers 400 without the name of the failure']);
  });

  it('has its code written in errors.yaml alone', () => {
    expect(strayCodes(contract)).toEqual([]);
    const [stray] = /FDI\.\d{4}/.exec(contract.get('errors.yaml')?.text ?? '') ?? [];
    const written = withChange(contract, 'responses/Forbidden.yaml', (text) => `${text}# answers ${stray}\n`);
    expect(strayCodes(written)).toEqual([`responses/Forbidden.yaml writes ${stray}`]);
  });

  it('names in its message no ID but those of the story', () => {
    expect(strangersInMessages(contract, told)).toEqual([]);
    const other = withText(contract, 'errors.yaml', 'in use by task 4e', 'in use by task 5e');
    expect(strangersInMessages(other, operations(other))).toEqual([expect.stringMatching(/tells of 5e/)]);
  });

  it('is named by an operation that can raise it, or marked', () => {
    expect(unraisedFaults(contract, told)).toEqual([]);
    const swapped = withChange(contract, 'errors.yaml', (text) =>
      text
        .replace('  x-raised: unknown\n', '')
        .replace(/(TaskNotFound:[\s\S]*?x-action: .*\n)/, '$1  x-raised: unknown\n'),
    );
    expect(unraisedFaults(swapped, operations(swapped))).toEqual([
      'RealTimeStopFailed is raised by no operation',
      'TaskNotFound is raised, and marked x-raised',
    ]);
  });
});
