/** The guard: a proxy that lets only the contract through, in both directions, and keeps a list of what broke it. */
import type { IncomingMessage } from 'node:http';
import { Failure, type FaultDescription, type Operation } from '@roma-fdi/contract';
import { gone, hasGone, isForm } from '@roma-fdi/contract/http';
import { timeouts } from '@roma-fdi/types';
import { ClientGone } from './front/body.ts';
import type { Answer, Call, Exchange } from './front/call.ts';
import { checkCall } from './front/check-call.ts';
import { accepted } from './front/credentials.ts';
import { listen } from './front/listener.ts';
import { BrokenAnswer } from './guard/broken-answer.ts';
import { createUpstream, type UpstreamAnswer } from './guard/forward.ts';
import { judgeAnswer } from './guard/judge-answer.ts';
import { namesTwice } from './guard/names-twice.ts';
import type { Violation } from './guard/violation.ts';
import { prepare } from './prepared.ts';

export interface GuardOptions {
  /**
   * Whether answers must keep the contract to the letter. Default: true. `false` is for an upstream in the cloud: null
   * counts as absent, unknown words of an enumeration pass, headers may be missing, and so do undocumented statuses of 400
   * and more. What a client relies on is still checked: required properties, types, limits, media type, good statuses.
   */
  strict?: boolean;
  /** Milliseconds that the upstream has for an answer; later the guard answers 503. Default: 120,000. */
  timeout?: number;
  /** Port to listen on. Default: 0, a free one. */
  port?: number;
  /** Address to listen on. Default: `127.0.0.1`, which no other machine reaches. */
  host?: string;
  /** Origins whose pages may call through the guard. Default: none. */
  origins?: readonly string[];
  /** Milliseconds in which a request must have arrived; later it gets 408. Default: 30,000. */
  requestTimeout?: number;
  /** A bundled OpenAPI 3.1 document, parsed. Default: the contract that this version of the package was made from. */
  document?: object;
}

export interface Guard {
  /** Give it to the client as its base URL, in place of the upstream's. */
  url: string;
  port: number;
  /** What broke the contract so far, in the order in which it was seen; at most the first 1,000. */
  violations: readonly Violation[];
  /** Returns the violations and forgets them, for a test that breaks the contract on purpose. */
  takeViolations(): Violation[];
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

const maxViolations = 1_000;
const maxViolationsOfAnswer = 100;
/** Milliseconds between two questions to a caller that closed its side, whether it is still there. */
const pause = 50;

/**
 * Starts a guard in front of an upstream: a URL, or anything that has one, such as a mock.
 *
 * A request that breaks the contract is not forwarded but answered as the mock would; an answer that breaks it, or HTTP, or
 * has no end becomes a 500 that names the violation. An upstream that cannot be reached is no violation: the answer is 503.
 * What passes is passed as it is, credentials and the upstream's X-Request-Id included. A caller that hangs up ends the work
 * of the upstream, and no answer to it is a violation.
 *
 * @throws TypeError when the upstream is no http or https URL, or the document has what is not supported.
 * @throws Error when the port or the address cannot be used; its message says what to do.
 */
export async function startGuard(upstream: string | URL | { url: string }, options: GuardOptions = {}): Promise<Guard> {
  const { strict = true, timeout = timeouts.installMultiTasks } = options;
  const target = createUpstream(upstreamUrl(upstream), timeout);
  const { contract, validator, credentials } = await prepare(options.document);
  const violations: Violation[] = [];

  function record(violation: Violation): void {
    if (violations.length < maxViolations) violations.push(violation);
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
    try {
      const answer = await target.send(call, caller);
      const [first, ...others] = judgeAnswer(validator, call.operation, answer, strict);
      if (!first) return { answer };
      return { faults: [first, ...others], status: answer.status, requestId: answer.headers['x-request-id'] };
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error;
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
  });
  return {
    url,
    port,
    violations,
    takeViolations: () => violations.splice(0),
    close: () => {
      target.close();
      return close();
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
