/** Uses each part of a document once, so that what the validator or Prism cannot do with it is found before a call finds it. */
import { answerOf, Failure, type Operation, type Validator } from '@roma-fdi/contract';
import { offered } from '../engine/choose-answer.ts';
import type { Engine } from '../engine/prism.ts';

/** @throws {TypeError} that names the operation and what of it cannot be judged */
export function tryValidator(operations: readonly Operation[], validator: Validator): void {
  for (const operation of operations) {
    attempt(operation, 'the request', () =>
      validator.checkRequest(operation, { path: {}, query: {}, headers: {}, body: null }),
    );
    for (const [status] of offered(operation)) {
      const headers = Object.fromEntries((answerOf(operation, status)?.headers ?? []).map(({ name }) => [name, '']));
      attempt(operation, `the answer ${status}`, () =>
        validator.judgeAnswer(operation, { status, headers, body: null }),
      );
    }
  }
}

/** @throws {TypeError} that names the operation and the answer that Prism cannot make */
export async function tryEngine(operations: readonly Operation[], engine: Engine): Promise<void> {
  for (const operation of operations) {
    const pathParameters = Object.fromEntries(operation.parameters.map(({ name }) => [name, 'a']));
    for (const [status] of offered(operation)) {
      await engine.answer({ operation, pathParameters, query: {} }, { status }).catch((error: unknown) => {
        throw refusal(operation, `the answer ${status}`, error);
      });
    }
  }
}

function attempt(operation: Operation, part: string, use: () => unknown): void {
  try {
    use();
  } catch (error) {
    // Nothing fits; what counts is whether it can be judged.
    if (!(error instanceof Failure)) throw refusal(operation, part, error);
  }
}

function refusal({ method, path }: Operation, part: string, error: unknown): TypeError {
  const why = error instanceof Error ? error.message : String(error);
  return new TypeError(`The document has what is not supported: ${method} ${path}, ${part}: ${why}.`, { cause: error });
}
