/** The rules of failures: each is told completely, stands under its own status, and has its code in errors.yaml alone. */
import { at, type Contract, entries, properties } from './contract.ts';
import { isFailure, type Operation } from './operations.ts';

const code = /\b(FDI|APIGW)\.\d{4}\b/;

const actions = ['change-request', 'check-reference', 'sign-in', 'free-it-first', 'ask-operator', 'try-again'];

/** Failures without a status, a code, an origin, a cause, a remedy or an action, or with a message that is too long. */
export function incompleteFailures(contract: Contract): string[] {
  const longest = at(contract.get('schemas/ErrorRsp.yaml')?.value, 'properties', 'error_msg', 'x-max-length');
  return entries(contract.get('errors.yaml')?.value).flatMap(([name, failure]) => {
    const message = String(at(failure, 'value', 'error_msg') ?? '');
    const missing = ['summary', 'x-cause', 'x-remedy'].filter((key) => String(at(failure, key) ?? '').trim() === '');
    return [
      ...missing.map((key) => `${name} has no ${key}`),
      ...(['vendor', 'roma-fdi'].includes(String(at(failure, 'x-origin'))) ? [] : [`${name} has no x-origin`]),
      ...(actions.includes(String(at(failure, 'x-action'))) ? [] : [`${name} has no x-action`]),
      ...(Number.isInteger(at(failure, 'x-status')) ? [] : [`${name} has no x-status`]),
      ...(code.test(String(at(failure, 'value', 'error_code'))) ? [] : [`${name} has no code`]),
      ...(message.length >= 2 && message.length <= Number(longest)
        ? []
        : [`${name} has a message of ${message.length} characters`]),
    ];
  });
}

/** Codes outside errors.yaml. Words such as FDI.nnnn, which describe the form, are none. */
export function strayCodes(contract: Contract): string[] {
  return [...contract].flatMap(([path, { text }]) => {
    const found = path === 'errors.yaml' ? null : code.exec(text);
    return found ? [`${path} writes ${found[0]}`] : [];
  });
}

/** Whole IDs in messages that no example of the story has. */
export function strangersInMessages(contract: Contract, operations: readonly Operation[]): string[] {
  const told = JSON.stringify(
    operations.map(({ bodies, answers }) => [bodies, answers.filter(({ status }) => status < '300')]),
  );
  return [...properties(contract.get('errors.yaml')?.value)]
    .filter(([key]) => key === 'error_msg')
    .flatMap(([, message]) => String(message).match(/\b[0-9a-f]{32}\b/g) ?? [])
    .filter((id) => !told.includes(id))
    .map((id) => `errors.yaml tells of ${id}, which is not in the story`);
}

/** Failing answers that do not say that the name of their failure may come with them. */
export function namelessAnswers(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, answers }) =>
    answers
      .filter((answer) => isFailure(answer) && !answer.headers.includes('headers/XFailure.yaml'))
      .map(({ status }) => `${id} answers ${status} without the name of the failure`),
  );
}

/** Failures under a status that is not theirs, and failures in an order that would make a mock answer with a special one. */
export function failureFaults(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, answers }) =>
    answers
      .filter(isFailure)
      .flatMap(({ status, examples }) => [
        ...examples
          .filter(({ stored }) => String(at(stored, 'x-status')) !== status)
          .map(
            ({ source, stored }) =>
              `${id} shows ${source} under ${status}, but it comes with ${String(at(stored, 'x-status'))}`,
          ),
        ...(status === '400' && !examples[0]?.source.endsWith('#/InvalidParameters')
          ? [`${id} does not show the general failure first under 400`]
          : []),
        ...(examples[0]?.key.startsWith('vendor-') ? [`${id} shows the vendor's example first under ${status}`] : []),
      ]),
  );
}

const raisedElsewhere = ['before-operations', 'inside-answers', 'unknown'];

/** Failures that no operation names and that do not say where they are raised, and those that say so and are named. */
export function unraisedFaults(contract: Contract, operations: readonly Operation[]): string[] {
  const raised = new Set(
    operations.flatMap(({ answers }) => answers.flatMap(({ examples }) => examples)).map(({ source }) => source),
  );
  return entries(contract.get('errors.yaml')?.value).flatMap(([name, failure]) => {
    const isRaised = raised.has(`errors.yaml#/${name}`);
    const isMarked = raisedElsewhere.includes(String(at(failure, 'x-raised')));
    if (isRaised === isMarked)
      return [isRaised ? `${name} is raised, and marked x-raised` : `${name} is raised by no operation`];
    return [];
  });
}
