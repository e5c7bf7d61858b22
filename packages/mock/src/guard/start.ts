/** Puts a guard together: what it lets through, what it records, and its server. */
import type { IncomingMessage } from 'node:http';
import { Failure, type FaultDescription, type Operation } from '@roma-fdi/contract';
import { gone, hasGone, isForm } from '@roma-fdi/contract/http';
import { timeouts } from '@roma-fdi/types';
import { ClientGone } from '../front/body.ts';
import type { Answer, Call, Exchange } from '../front/call.ts';
import { checkCall } from '../front/check-call.ts';
import { accepted } from '../front/credentials.ts';
import { type FrontOptions, listen } from '../front/listener.ts';
import type { Guard, GuardOptions } from '../guard.ts';
import {
  aBoolean,
  aDeadline,
  anObject,
  aPort,
  aText,
  type Checks,
  checkOptions,
  origins,
} from '../options/check-options.ts';
import { prepare } from '../prepared.ts';
import { openRecorder } from '../record/recorder.ts';
import { createSecrets } from '../requests/secrets.ts';
import { BrokenAnswer } from './broken-answer.ts';
import { createUpstream, type UpstreamAnswer } from './forward.ts';
import { judgeAnswer } from './judge-answer.ts';
import { namesTwice } from './names-twice.ts';
import type { Violation } from './violation.ts';

const maxViolations = 1_000;
const maxViolationsOfAnswer = 100;
/** Milliseconds between two questions to a caller that closed its side, whether it is still there. */
const pause = 50;

const checks: Checks<GuardOptions> = {
  strict: aBoolean,
  timeout: aDeadline,
  port: aPort,
  host: aText,
  origins,
  requestTimeout: aDeadline,
  record: aText,
  document: anObject,
};

/** Starts a guard, and tells the observer of each request when it is over. */
export async function startObservedGuard(
  upstream: string | URL | { url: string },
  options: GuardOptions,
  observer: Pick<FrontOptions, 'finished'> = {},
): Promise<Guard> {
  checkOptions('startGuard', options, checks);
  const { strict = true, timeout = timeouts.installMultiTasks } = options;
  const target = createUpstream(upstreamUrl(upstream), timeout);
  const { contract, validator, credentials } = await prepare(options.document);
  const secrets = createSecrets(contract, credentials.values());
  const recorder = options.record === undefined ? undefined : openRecorder(options.record, contract, secrets);
  const violations: Violation[] = [];

  function record(violation: Violation): void {
    if (violations.length < maxViolations) violations.push({ ...violation, path: secrets.url(violation.path) });
  }

  function refused(failure: Failure, request?: IncomingMessage, operation?: Operation): void {
    // What the guard says about its upstream is no fault of the client, and has been recorded where it is one.
    if (failure.status >= 500 || wasCutShort(failure)) return;
    record({
      direction: 'request',
      method: request?.method ?? '',
      path: request?.url ?? '',
      ...(operation && { operationId: operation.operationId }),
      status: failure.status,
      where: failure.place ?? 'Request',
      message: failure.message,
    });
  }

  async function pass(call: Call, { request, response }: Exchange): Promise<Answer> {
    checkCall(validator, call);
    checkNames(call);
    const judged = await judge(call, gone(request, response, { pause }));
    if ('answer' in judged) {
      const { status, headers, bytes } = judged.answer;
      return { status, headers, payload: bytes.length > 0 ? bytes : undefined };
    }
    // What nobody waits for any more counts for nobody: the next test may have begun.
    if (await hasGone(request, response, pause)) throw new ClientGone();
    for (const fault of judged.faults.slice(0, maxViolationsOfAnswer)) record(violationOf(call, judged.status, fault));
    throw refusal(call, judged);
  }

  /** Fetches the answer and holds it to the contract. */
  async function judge(call: Call, caller: AbortSignal): Promise<{ answer: UpstreamAnswer } | Refused> {
    const began = performance.now();
    const keep = (answer: UpstreamAnswer | undefined, faults: readonly FaultDescription[]) =>
      recorder?.add({ call, answer, faults, ms: performance.now() - began });
    try {
      const answer = await target.send(call, caller);
      const faults = judgeAnswer(validator, call.operation, answer, strict);
      keep(answer, faults);
      const [first, ...others] = faults;
      if (!first) return { answer };
      return { faults: [first, ...others], status: answer.status, requestId: answer.headers['x-request-id'] };
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error;
      keep(undefined, [error.fault]);
      return { faults: [error.fault], status: error.status, requestId: undefined };
    }
  }

  const { url, port, close } = await listen(contract, {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    accepted: accepted(undefined, undefined),
    credentials,
    origins: options.origins ?? [],
    requestTimeout: options.requestTimeout ?? 30_000,
    operate: pass,
    refused,
    ...observer,
  }).catch((error: unknown) => {
    recorder?.discard();
    throw error;
  });
  return {
    url,
    port,
    violations,
    takeViolations: () => violations.splice(0),
    close: () => {
      target.close();
      return close().finally(() => recorder?.close());
    },
  };
}

/** An answer of the upstream that is not passed on. */
interface Refused {
  readonly faults: readonly [FaultDescription, ...FaultDescription[]];
  readonly status: number | undefined;
  readonly requestId: string | string[] | undefined;
}

function refusal({ operation }: Call, { faults: [first, ...others], status, requestId }: Refused): Failure {
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return new Failure(
    'InternalError',
    `The answer of the upstream breaks the contract (${operation.operationId}, ${status ?? 'no status'}): ${first.place} ${first.expected}${more}.`,
    typeof requestId === 'string' ? { headers: { 'x-request-id': requestId } } : {},
  );
}

/** Whether the caller hung up in the middle of its request. */
function wasCutShort({ cause }: Failure): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'HPE_INVALID_EOF_STATE';
}

/** The upstream may read another one of two properties with one name. Of form data this was found when it was read. */
function checkNames({ bytes, body, headers }: Call): void {
  if (body === undefined || isForm(headers['content-type']) || !namesTwice(bytes.toString(), body)) return;
  throw new Failure('InvalidParameters', 'Invalid parameters. The body must name each property once.', {
    place: 'The body',
  });
}

function violationOf(
  { operation, path, search }: Call,
  status: number | undefined,
  { place, expected }: FaultDescription,
): Violation {
  return {
    direction: 'answer',
    method: operation.method,
    path: path + search,
    operationId: operation.operationId,
    ...(status !== undefined && { status }),
    where: place,
    message: `${place} ${expected}.`,
  };
}

function upstreamUrl(upstream: string | URL | { url: string }): URL {
  const given = typeof upstream === 'string' ? upstream : upstream instanceof URL ? upstream.href : upstream.url;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new TypeError('The upstream must be an http or https URL, for instance http://127.0.0.1:4020.');
  }
  return url;
}
