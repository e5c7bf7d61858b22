/** Holds two answers to one request against the contract and against each other. */
import { createValidator, Failure, type FailureName, type Operation } from '@roma-fdi/contract';
import { failureHeader, failures } from '@roma-fdi/types';
import { answerHeaders } from '../../../../packages/mock/src/guard/headers.ts';
import { judgeAnswer } from '../../../../packages/mock/src/guard/judge-answer.ts';
import type { RawAnswer } from '../../../../packages/mock/test/raw-http.ts';
import { contract } from './contract.ts';
import type { GeneratedRequest } from './request.ts';

/** An answer, or why there is none. */
export type Outcome = RawAnswer | Error;

export interface Outcomes {
  readonly mock: Outcome;
  readonly server: Outcome;
}

/** The first answers to some bytes; undefined where the connection ended without one. */
export interface FirstAnswers {
  readonly mock: RawAnswer | undefined;
  readonly server: RawAnswer | undefined;
}

/** Failures that may come of every path, whatever its operation declares. */
const beforeOperations: ReadonlySet<string> = new Set<FailureName>([
  'BadRequest',
  'MethodNotAllowed',
  'NoSuchOperation',
]);
/** Each server tells its own callers which credentials it takes; all other words are made by what both share. */
const inOwnWords: ReadonlySet<string> = new Set<FailureName>(['Unauthenticated', 'Forbidden']);

const validator = await createValidator(contract);

/**
 * What may follow on a request that fits: failures that the operation declares as 400 or 404, but those of the form of a request. They
 * depend on what the server holds and can do, and on what is the matter with the databases; a mock has examples in place of all that.
 */
export function failuresByState({ answers }: Operation): ReadonlySet<FailureName> {
  const declared = [400, 404].flatMap((status) => [...(answers.get(status)?.failures.values() ?? [])]);
  return new Set(declared.filter((name) => name !== 'InvalidParameters' && !beforeOperations.has(name)));
}

/** What is wrong with the answers; empty where nothing is. */
export function faultsOf(request: GeneratedRequest, outcomes: Outcomes): string[] {
  const { mock, server } = outcomes;
  if (mock instanceof Error || server instanceof Error)
    return Object.entries(outcomes).flatMap(([side, outcome]) =>
      outcome instanceof Error ? [`The ${side} gives no answer: ${outcome.message}`] : [],
    );
  return [
    ...(['mock', 'server'] as const).flatMap((side) => {
      const answer = side === 'mock' ? mock : server;
      return [...shapeFaults(request, answer), ...placeFaults(request, answer, request.expected[side])].map(
        (fault) => `The ${side} ${fault}, with ${answer.status} ${answer.body.slice(0, 600)}`,
      );
    }),
    ...differences(mock, server),
  ];
}

/** Of bytes that may be no request: what is wrong with the answers to them, of which there may be none. */
export function faultsOfAny(bytes: Buffer, { mock, server }: FirstAnswers): string[] {
  if (!mock || !server) return mock === server ? [] : [`The ${mock ? 'server' : 'mock'} alone gives no answer`];
  const ofEach = Object.entries({ mock, server }).flatMap(([side, answer]) =>
    anyFaults(answer, bytes.toString('latin1').startsWith('HEAD ')).map(
      (fault) => `The ${side} ${fault}, with ${answer.status} ${answer.body}`,
    ),
  );
  const [name, other] = [mock, server].map((answer) => nameOf(answer));
  // An operation was found, and what it answers is its own.
  const isFree = [name, other].every((each) => each === undefined || !isDecided(each));
  // That the sender has ended within a body may be seen before or after what the head alone decides.
  const isCut =
    [name, other].includes('BadRequest') && /^(content-length|transfer-encoding):/im.test(bytes.toString('latin1'));
  if (name === other || isFree || isCut) return [...ofEach, ...differences(mock, server)];
  return [...ofEach, `The mock answers ${name ?? mock.status}, the server ${other ?? server.status}`];
}

/** Whether the answer is one that the operation documents, and a failure is whole. */
function shapeFaults({ operation, method }: GeneratedRequest, answer: RawAnswer): string[] {
  const { status, rawHeaders, bytes } = answer;
  const faults = anyFaults(answer, method === 'HEAD');
  if (method === 'HEAD') return faults;
  const given = { status, headers: answerHeaders({ rawHeaders: [...rawHeaders] }), bytes };
  if (!operation.answers.has(status))
    return beforeOperations.has(nameOf(answer) ?? '') ? faults : [...faults, 'has a status that is not documented'];
  const broken = judgeAnswer(validator, operation, given, true);
  return [...faults, ...broken.map(({ place, expected }) => `breaks the contract: ${place} ${expected}`)];
}

/** What holds for every answer. */
function anyFaults(answer: RawAnswer, headOnly: boolean): string[] {
  const { status, headers } = answer;
  const faults: string[] = [];
  if (status >= 500) faults.push('fails');
  if (!/^[0-9a-f]{32}$/.test(headers.get('x-request-id') ?? '')) faults.push('gives no ID to its answer');
  if ([...headers.keys()].some((name) => name.startsWith('access-control-'))) faults.push('trusts a foreign origin');
  // Of an answer to HEAD the body does not come.
  if (status < 400 || headOnly) return faults;
  const name = nameOf(answer);
  const failure = name === undefined ? undefined : new Failure(name);
  if (failure?.status !== status) faults.push('has not the status of its failure');
  const body = parsed(answer.body);
  if (Object.keys(body).toString() !== 'error_code,error_msg' || body['error_code'] !== failure?.code)
    faults.push('has not the body of its failure');
  const message = String(body['error_msg']);
  if (message === '' || [...message].length > 512 || /\p{Surrogate}/u.test(message))
    faults.push('has no proper message');
  return faults;
}

/** Whether the answer may follow on this request. */
function placeFaults({ operation }: GeneratedRequest, answer: RawAnswer, expected: FailureName | undefined): string[] {
  const name = nameOf(answer);
  if (expected !== undefined) return name === expected ? [] : [`does not answer ${expected}`];
  if (answer.status < 300 || (name && failuresByState(operation).has(name))) return [];
  return [`refuses a request that fits, as ${name}`];
}

/** What the two must have in common: the status of a success, and all of a refusal that the request alone decides. */
function differences(mock: RawAnswer, server: RawAnswer): string[] {
  if (mock.status < 300 && server.status < 300)
    return mock.status === server.status ? [] : [`The mock answers ${mock.status}, the server ${server.status}`];
  const [name, other] = [nameOf(mock), nameOf(server)];
  if (name !== other || name === undefined || inOwnWords.has(name) || !isDecided(name)) return [];
  const faults: string[] = [];
  if (mock.body !== server.body) faults.push(`The mock says ${mock.body}, the server ${server.body}`);
  const [allow, others] = [mock.headers.get('allow'), server.headers.get('allow')];
  if (allow !== others) faults.push(`The mock allows ${allow}, the server ${others}`);
  return faults;
}

/** Whether a failure is of the request alone: no operation may raise it by what it knows. */
const isDecided = (name: FailureName): boolean =>
  !contract.operations.some((operation) => failuresByState(operation).has(name));

function nameOf({ headers }: Pick<RawAnswer, 'headers'>): FailureName | undefined {
  const name = headers.get(failureHeader.toLowerCase());
  return name !== undefined && Object.hasOwn(failures, name) ? (name as FailureName) : undefined;
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
