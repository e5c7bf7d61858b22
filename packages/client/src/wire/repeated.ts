/** Sends a request again where that may help and can do no harm. */
import { ConnectionError } from '../errors/connection-error.ts';
import { readErrorBody } from '../errors/error-body.ts';
import { isMissing, isPassing } from '../errors/failures.ts';
import { retryAfterSeconds } from '../errors/retry-after.ts';
import { isOk, type Reply } from './exchange.ts';
import { onAbort } from './shared-abort.ts';
import type { Watch } from './watch.ts';

/** What one attempt came to: a whole answer, or what was thrown. */
export interface Outcome {
  readonly reply?: Reply;
  readonly error?: unknown;
}

export interface Rule {
  /** How often it is sent again at most. */
  readonly maxRetries: number;
  /** When the call's deadline passes, on the clock of `performance.now()`. */
  readonly end: number;
  /** Whether sending it twice is the same as sending it once. */
  readonly isRepeatable: boolean;
  /** As in `Exchange`. */
  readonly ifGone?: string | undefined;
  readonly watch?: Pick<Watch, 'failed' | 'retry'> | undefined;
}

/** The last outcome: a reply, or what was thrown. A wait that would outlast the deadline is not begun. */
export async function repeated(rule: Rule, signal: AbortSignal, send: () => Promise<Reply>): Promise<Reply> {
  for (let retries = 0; ; retries++) {
    const outcome: Outcome = await send().then(
      (reply) => ({ reply }),
      (error: unknown) => {
        rule.watch?.failed(error);
        return { error };
      },
    );
    const wait = retries < rule.maxRetries ? waitAfter(outcome, rule, retries) : undefined;
    if (wait === undefined || wait > longestTimer || performance.now() + wait >= rule.end) {
      if (!outcome.reply) throw outcome.error;
      return retries > 0 ? doneBefore(outcome.reply, rule) : outcome.reply;
    }
    rule.watch?.retry(wait, outcome);
    await sleep(wait, signal);
  }
}

/** Milliseconds to wait before the next attempt; undefined where there is none. */
function waitAfter({ reply, error }: Outcome, { isRepeatable }: Rule, retries: number): number | undefined {
  if (!reply) {
    if (!(error instanceof ConnectionError)) return undefined;
    return isRepeatable || wasRefused(error) ? backoff(retries) : undefined;
  }
  if (isOk(reply) || !(mayPass(reply) || (isRepeatable && isGatewayTimeout(reply)))) return undefined;
  const seconds = retryAfterSeconds(reply.headers.get('Retry-After'));
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
function mayPass({ status, body }: Reply): boolean {
  return status === 429 || status === 503 || isPassing(status, readErrorBody(body).code);
}

/** A gateway lost the service or its answer: what became of the call is as unknown as after a broken connection. */
function isGatewayTimeout({ status }: Reply): boolean {
  return status === 502 || status === 504;
}

/** Codes of a connection that was not made; the last one is Bun's. Deno gives none, and names the step in a message. */
const refusal = /^(ECONNREFUSED|EAI_AGAIN|ENOTFOUND|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;
const refusalOfDeno = /client error \(Connect\)/;

/** Nobody has seen the request. */
function wasRefused({ code, status, cause }: ConnectionError): boolean {
  if (status !== undefined) return false;
  return code ? refusal.test(code) : cause instanceof Error && refusalOfDeno.test(`${cause} ${cause.cause}`);
}

/** What an earlier attempt of a deletion has removed, though its answer was lost, is not there for the next one. */
function doneBefore(reply: Reply, { ifGone }: Rule): Reply {
  const isGone = ifGone !== undefined && isMissing(reply.status, readErrorBody(reply.body).code);
  return isGone ? { ...reply, status: 200, body: ifGone } : reply;
}

/** Beyond this, timers fire at once. */
const longestTimer = 2 ** 31 - 1;

/** Ends early where the call does. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
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
