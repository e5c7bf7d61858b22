/** Makes the documented answers of the mock: chooses which one a call gets, and has Prism make it. */
import { answerOf, type Contract, type Validator } from '@roma-fdi/contract';
import { failureHeader } from '@roma-fdi/types';
import type { Answer, Call } from '../front/call.ts';
import { type ChoiceOptions, chooseAnswer } from './choose-answer.ts';
import { createExampleFinder } from './named-examples.ts';
import { readPreferences } from './preferences.ts';
import type { Engine, Made, Wanted } from './prism.ts';

const jsonType = 'application/json';
const nameHeader = failureHeader.toLowerCase();

/** The faker does not know every keyword (a pattern makes it forget lengths), so what it made is judged and made again. */
const attempts = 50;

export interface Answerer {
  /** The answer that the request prefers, else the one that belongs to it, else the first good one. */
  usual(call: Call): Promise<Answer>;
  /** A documented answer. */
  make(call: Call, wanted: Wanted): Promise<Answer>;
}

export function createAnswerer(
  contract: Contract,
  validator: Validator,
  engine: Engine,
  options: ChoiceOptions,
): Answerer {
  const finders = new Map(
    contract.operations.map((operation) => [operation.operationId, createExampleFinder(contract.document, operation)]),
  );
  // Answers from examples never change; those that are made up are made anew.
  const ready = new Map<string, Answer>();
  async function makeUp(call: Call, wanted: Wanted, seed: string): Promise<Made> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const made = await engine.answer(call, { ...wanted, seed: attempt === 0 ? seed : `${seed} ${attempt}` });
      const answer = {
        status: wanted.status,
        headers: { 'content-type': jsonType, ...made.headers },
        body: made.body,
      };
      if (validator.judgeAnswer(call.operation, answer).length === 0) return made;
    }
    return engine.answer(call, { status: wanted.status });
  }

  async function make(call: Call, wanted: Wanted): Promise<Answer> {
    if (wanted.seed !== undefined) return toAnswer(call, wanted, await makeUp(call, wanted, wanted.seed));
    const key = `${call.operation.operationId} ${wanted.status} ${wanted.example ?? ''}`;
    const answer = ready.get(key) ?? toAnswer(call, wanted, await engine.answer(call, wanted));
    ready.set(key, answer);
    return { ...answer, headers: { ...answer.headers } };
  }

  return {
    make,
    usual: (call) => {
      const parameters = { ...call.query, ...call.pathParameters };
      const matching = finders.get(call.operation.operationId)?.({ parameters, body: call.body }) ?? [];
      return make(call, chooseAnswer(call.operation, readPreferences(call), matching, options));
    },
  };
}

/**
 * Every answer has an ID of its own in place of the example's, a failing one the name of the example that it is, and Prism names a type
 * even where there is no body.
 */
function toAnswer({ operation }: Call, { status, example }: Wanted, { headers, body }: Made): Answer {
  const { 'x-request-id': _id, 'content-type': _type, [nameHeader]: _name, ...others } = headers;
  if (body === undefined) return { status, headers: others };
  const { examples, failures } = answerOf(operation, status) ?? {};
  const name = failures?.get(example ?? [...(examples?.keys() ?? [])][0] ?? '');
  const named = name && { [nameHeader]: name };
  return { status, headers: { 'content-type': jsonType, ...others, ...named }, payload: JSON.stringify(body) };
}
