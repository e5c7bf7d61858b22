/** Makes `mock.on`: checks what a test sets, and adds it to the stubs. */
import { type Contract, operationOf, type Validator } from '@roma-fdi/contract';
import type { MockCall } from './answer.ts';
import { decide } from './decide.ts';
import { nameOfAnswer } from './name-of-answer.ts';
import { placeOfCaller } from './place.ts';
import type { Stubbing } from './stubbing.ts';
import type { Prepared, StubKind, Stubs } from './stubs.ts';

type Predicate = (call: MockCall) => unknown;

/** @throws {RangeError} where the contract has no such operation; the message lists those that it has */
export function createOn(
  contract: Contract,
  validator: Validator,
  stubs: Stubs,
): <Id extends string>(operationId: Id) => Stubbing<Id> {
  return <Id extends string>(operationId: Id) => {
    const operation = operationOf(contract, operationId);

    function prepare(given: unknown): Prepared {
      if (typeof given === 'function') return { decideFor: given as (call: MockCall) => unknown };
      return { decided: decide(validator, operation, given) };
    }

    function stubbing(predicates: readonly Predicate[]): Stubbing<Id> {
      function add(kind: StubKind, answers: readonly unknown[], called: (...args: never[]) => unknown): Stubbing<Id> {
        const written = `mock.on('${operationId}')${predicates.map(() => '.when(…)').join('')}.${kind}(${answers.map(nameOfAnswer).join(', ')})`;
        stubs.add({
          operation,
          kind,
          predicates,
          answers: answers.map(prepare),
          name: `${written}, set at ${placeOfCaller(called)}`,
        });
        return own;
      }
      function once(answer: unknown): Stubbing<Id> {
        return add('once', [answer], once);
      }
      function always(answer: unknown): Stubbing<Id> {
        return add('always', [answer], always);
      }
      function sequence(...answers: readonly unknown[]): Stubbing<Id> {
        if (answers.length === 0) throw new TypeError(`${operationId} was given an empty sequence.`);
        return add('sequence', answers, sequence);
      }
      const own: Stubbing<Id> = {
        once,
        always,
        sequence,
        when: (predicate) => {
          if (typeof predicate !== 'function')
            throw new TypeError(`${operationId} was given a predicate that is no function.`);
          return stubbing([...predicates, predicate as Predicate]);
        },
      };
      return own;
    }

    return stubbing([]);
  };
}
