/** The failures of spec/errors.yaml as the site shows them: each with what its reader does about it, and where it is raised. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Operation, type OperationId, readOperations } from '@roma-fdi/contract';
import type { failures } from '@roma-fdi/types';
import { parse } from 'yaml';
import type { Contract } from './contract.ts';

export type Action = (typeof failures)[keyof typeof failures]['action'];

/** Why no operation names a failure, in the words of errors.yaml. */
type RaisedElsewhere = 'before-operations' | 'inside-answers' | 'unknown';

export interface ShownFailure {
  readonly name: string;
  readonly status: number;
  readonly code: string;
  /** The text of an answer that it comes with. */
  readonly message: string;
  readonly meaning: string;
  readonly cause: string;
  readonly remedy: string;
  readonly action: Action;
  /** Whether the vendor documents no code for it, so that the nearest one was chosen. */
  readonly isNearestCode: boolean;
  /** The operations that name it, or why none does. */
  readonly raised: readonly OperationId[] | RaisedElsewhere;
}

/** What its reader does about a failure, in the order in which the site shows it. An action without an entry does not compile. */
export const actions: Readonly<Record<Action, { readonly title: string; readonly text: string }>> = {
  'change-request': {
    title: 'Change the request',
    text: 'Sent again as it is, it fails again. Correct the place that the message names.',
  },
  'check-reference': {
    title: 'Check what it refers to',
    text: 'An ID, a name, an address or a path leads to nothing, or to something that cannot be reached.',
  },
  'sign-in': { title: 'Sign in', text: 'The credentials are missing, wrong, or no longer valid.' },
  'free-it-first': {
    title: 'Free it first',
    text: 'Something else stands in the way. Stop it, finish it or remove it; then send the same request.',
  },
  'try-again': {
    title: 'Try again',
    text: 'The same request may succeed a moment later. Where the answer has Retry-After, wait that many seconds.',
  },
  'ask-operator': {
    title: 'Ask the operator',
    text: 'No other request helps. Give whoever runs the service the X-Request-Id of the answer.',
  },
};

export interface WrittenFailure {
  readonly summary: string;
  readonly value: { readonly error_code: string; readonly error_msg: string };
  readonly 'x-status': number;
  readonly 'x-origin': string;
  readonly 'x-cause': string;
  readonly 'x-remedy': string;
  readonly 'x-action'?: string | undefined;
  readonly 'x-raised'?: string | undefined;
}

const file = fileURLToPath(import.meta.resolve('@roma-fdi/spec/errors.yaml'));

/** As errors.yaml has them. */
export const writtenFailures = (): Readonly<Record<string, WrittenFailure>> => parse(readFileSync(file, 'utf8'));

/** @throws {Error} which names the failure that no page could show */
export function readFailures(contract: Contract, written = writtenFailures()): ShownFailure[] {
  const operations = readOperations(contract);
  return Object.entries(written).map(([name, failure]) => ({
    name,
    status: failure['x-status'],
    code: failure.value.error_code,
    message: failure.value.error_msg,
    meaning: failure.summary,
    cause: failure['x-cause'],
    remedy: failure['x-remedy'],
    action: actionOf(name, failure['x-action']),
    isNearestCode: failure['x-origin'] === 'roma-fdi',
    raised: raisedBy(name, failure['x-raised'], operations),
  }));
}

function actionOf(name: string, action: string | undefined): Action {
  if (action !== undefined && Object.hasOwn(actions, action)) return action as Action;
  throw new Error(
    `The failure ${name} cannot be shown: its x-action in spec/errors.yaml must be one of ${Object.keys(actions).join(', ')}, not ${action}.`,
  );
}

function raisedBy(name: string, elsewhere: string | undefined, operations: readonly Operation[]) {
  const ids = operations
    .filter(({ answers }) =>
      [...answers.values()].some(({ failures }) => [...failures.values()].some((f) => f === name)),
    )
    .map(({ operationId }) => operationId);
  if (ids.length > 0) return ids;
  if (elsewhere === 'before-operations' || elsewhere === 'inside-answers' || elsewhere === 'unknown') return elsewhere;
  throw new Error(
    `The failure ${name} cannot be shown: no operation names it, and spec/errors.yaml does not say where it is raised (x-raised).`,
  );
}
