/** Chooses among the documented answers: what the caller prefers, else what belongs to the request, else Prism's choice. */
import { randomUUID } from 'node:crypto';
import { answerOf, type DocumentedAnswer, Failure, type Operation } from '@roma-fdi/contract';
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
  if (example !== undefined && !answerOf(operation, status)?.examples.has(example)) throw noExample(operation, status);
  // Error codes that are made up help nobody: only good answers are generated.
  const generated = dynamic && example === undefined && status < 300;
  return { status, example, seed: generated ? (preferences.seed ?? options.seed ?? randomUUID()) : undefined };
}

function belonging(operation: Operation, matching: readonly string[]): string | undefined {
  return matching.find((name) => offered(operation).some(([, { examples }]) => examples.has(name)));
}

type Offered = readonly (readonly [status: number, answer: DocumentedAnswer])[];

const offeredBy = new WeakMap<Operation, Offered>();

/** Each documented answer and a status that it has: of a class its first, of a default the first that is good where no other is. */
export function offered(operation: Operation): Offered {
  const known = offeredBy.get(operation);
  if (known) return known;
  const made = readOffered(operation);
  offeredBy.set(operation, made);
  return made;
}

function readOffered({ answers, otherAnswers }: Operation): Offered {
  const classes = [...otherAnswers].flatMap(([digit, answer]) => (digit === 0 ? [] : [[digit * 100, answer] as const]));
  const named = new Map([...classes, ...answers]);
  const fallback = otherAnswers.get(0);
  const good = [...named.keys()].some(isGood);
  if (fallback) named.set([good ? 500 : 200, 500].find((status) => !named.has(status)) ?? 0, fallback);
  return [...named].filter(([status]) => status > 0).sort(([a], [b]) => a - b);
}

const isGood = (status: number): boolean => status >= 200 && status < 300;

/** The status that documents the example, or the first good one. */
function statusOf(operation: Operation, example: string | undefined): number {
  const statuses = offered(operation);
  const [withExample] = (example !== undefined && statuses.find(([, { examples }]) => examples.has(example))) || [];
  const [first] = statuses.find(([status]) => isGood(status)) ?? statuses[0] ?? [];
  return withExample ?? (first as number);
}

function documented(operation: Operation, code: string): number {
  const status = Number(code);
  if (/^[2-5]\d\d$/.test(code) && answerOf(operation, status)) return status;
  throw new Failure(
    'NoSuchOperation',
    `${operation.operationId} documents no such status; Prefer: code= takes ${documentedStatuses(operation)}.`,
  );
}

/** The statuses that `offered` has, as a list for people. */
export function documentedStatuses(operation: Operation): string {
  return offered(operation)
    .map(([status]) => status)
    .join(', ');
}

function noExample(operation: Operation, status: number): Failure {
  const lists = offered(operation).flatMap(([code, { examples }]) =>
    examples.size > 0 && (code < 300 || code === status || code === 400)
      ? [`${code}: ${[...examples.keys()].join(', ')}`]
      : [],
  );
  return new Failure(
    'NoSuchOperation',
    `${operation.operationId} has no such example; Prefer: example= takes ${lists.join('; ')}.`,
  );
}
