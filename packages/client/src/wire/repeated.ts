/** Sends a request again where that may help and can do no harm. */
import { passingFailures } from '@roma-fdi/types';
import { ConnectionError } from '../errors/connection-error.ts';
import { readErrorBody } from '../errors/error-body.ts';
import { retryAfterSeconds } from '../errors/retry-after.ts';
import { type Exchange, isOk, type Reply } from './exchange.ts';
import { onAbort } from './shared-abort.ts';

/** What one attempt came to: a whole answer, or what was thrown. */
export interface Outcome {
  readonly reply?: Reply;
  readonly error?: unknown;
}

/** What is repeated, and by which rule. */
export type Repeated = Pick<Exchange, 'maxRetries' | 'isRepeatable' | 'ifGone' | 'watch'>;

/**
 * The last outcome: a reply, or what was thrown. A wait that would outlast the deadline is not begun.
 *
 * @param end when the call's deadline passes, on the clock of `performance.now()`
 */
export async function repeated(
  exchange: Repeated,
  end: number,
  signal: AbortSignal,
  send: () => Promise<Reply>,
): Promise<Reply> {
  const { maxRetries, isRepeatable, ifGone, watch } = exchange;
  for (let retries = 0; ; retries++) {
    const outcome: Outcome = await send().then(
      (reply) => ({ reply }),
      (error: unknown) => {
        watch?.failed(error);
        return { error };
      },
    );
    // A call that has ended fails in its transport too, and whoever ended it waits for nothing any more.
    const isLast = retries === maxRetries || signal.aborted;
    const wait = isLast ? Number.POSITIVE_INFINITY : waitAfter(outcome, isRepeatable, retries);
    if (wait > longestTimer || performance.now() + wait >= end) {
      const { reply, error } = outcome;
      if (!reply) throw error;
      // What an earlier attempt has removed, though its answer was lost, is not there for the next one.
      if (retries === 0 || !ifGone?.failures.includes(failureOf(reply))) return reply;
      return { ...reply, status: 200, body: ifGone.body };
    }
    watch?.retry(wait, outcome);
    await sleep(wait, signal);
  }
}

/** Beyond this, timers fire at once. */
const longestTimer = 2 ** 31 - 1;

/** Milliseconds to wait before the next attempt; infinite where there is none. */
function waitAfter({ reply, error }: Outcome, isRepeatable: boolean, retries: number): number {
  const mayHelp = reply
    ? !isOk(reply) && (mayPass(reply) || (isRepeatable && isLost(reply)))
    : error instanceof ConnectionError && (isRepeatable || wasRefused(error));
  if (!mayHelp) return Number.POSITIVE_INFINITY;
  const seconds = reply && retryAfterSeconds(reply.headers.get('Retry-After'));
  return seconds === undefined ? backoff(retries) : seconds * 1000;
}

/** Upper bound of the first wait, in milliseconds; each bound is twice the one before, up to the last. */
const firstBackoff = 500;
const lastBackoff = 8_000;

/** Any time up to the bound (full jitter), so that callers who failed together do not come back together. */
function backoff(retries: number): number {
  return Math.random() * Math.min(lastBackoff, firstBackoff * 2 ** retries);
}

/** A promise that nothing was done, and that it may be done later. */
function mayPass(reply: Reply): boolean {
  return reply.status === 429 || reply.status === 503 || passingFailures.includes(failureOf(reply));
}

/** Status and code, as the contract's tables have them. */
function failureOf({ status, body }: Reply): string {
  return `${status} ${readErrorBody(body).code}`;
}

/** A gateway lost the service or its answer: what became of the call is as unknown as after a broken connection. */
function isLost({ status }: Reply): boolean {
  return status === 502 || status === 504;
}

/** Codes of a connection that was not made; the last one is Bun's. Deno gives none, and names the step in a message. */
const refusal =
  /^(ECONNREFUSED|EAI_AGAIN|ENOTFOUND|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|client error \(Connect\)/;

/** Nobody has seen the request. */
function wasRefused({ code, status, cause }: ConnectionError): boolean {
  return status === undefined && refusal.test(code ?? `${cause} ${cause instanceof Error && cause.cause}`);
}

/** Ends early where the call does, also where a hook has just ended it. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const ignore = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
    const timer = setTimeout(() => {
      ignore();
      resolve();
    }, milliseconds);
  });
}
