/** Chooses among the documented answers: what the caller prefers, else what belongs to the request, else Prism's choice. */
import { randomUUID } from 'node:crypto';
import { Failure, type Operation } from '@roma-fdi/contract';
import type { Preferences } from './preferences.ts';
import type { Wanted } from './prism.ts';

export interface ChoiceOptions {
  dynamic: boolean;
  seed: string | undefined;
}

/** `matching` are the named examples that the request equals, the most specific first. */
export function chooseAnswer(
  operation: Operation,
  preferences: Preferences,
  matching: readonly string[],
  options: ChoiceOptions,
): Wanted {
  const dynamic = preferences.dynamic === undefined ? options.dynamic : preferences.dynamic === 'true';
  const example = preferences.example ?? (dynamic || preferences.code ? undefined : belonging(operation, matching));
  const status =
    preferences.code === undefined ? statusOf(operation, example) : documented(operation, preferences.code);
  if (example !== undefined && !operation.answers.get(status)?.examples.has(example))
    throw noExample(operation, status);
  // Error codes that are made up help nobody: only good answers are generated.
  const generated = dynamic && example === undefined && status < 300;
  return { status, example, seed: generated ? (preferences.seed ?? options.seed ?? randomUUID()) : undefined };
}

function belonging(operation: Operation, matching: readonly string[]): string | undefined {
  return matching.find((name) => [...operation.answers.values()].some(({ examples }) => examples.has(name)));
}

/** The status that documents the example, or the first good one. */
function statusOf({ answers }: Operation, example: string | undefined): number {
  const statuses = [...answers.keys()].sort((a, b) => a - b);
  const withExample =
    example === undefined ? undefined : statuses.find((status) => answers.get(status)?.examples.has(example));
  return withExample ?? statuses.find((status) => status >= 200 && status < 300) ?? (statuses[0] as number);
}

function documented(operation: Operation, code: string): number {
  const status = Number(code);
  if (operation.answers.has(status)) return status;
  const statuses = [...operation.answers.keys()].join(', ');
  throw new Failure(
    'NoSuchOperation',
    `${operation.operationId} documents no such status; Prefer: code= takes ${statuses}.`,
  );
}

function noExample({ operationId, answers }: Operation, status: number): Failure {
  const lists = [...answers].flatMap(([code, { examples }]) =>
    examples.size > 0 && (code < 300 || code === status || code === 400)
      ? [`${code}: ${[...examples.keys()].join(', ')}`]
      : [],
  );
  return new Failure(
    'NoSuchOperation',
    `${operationId} has no such example; Prefer: example= takes ${lists.join('; ')}.`,
  );
}
