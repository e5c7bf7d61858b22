/** Sends a request again where that may help and can do no harm. */
import { ConnectionError } from '../errors/connection-error.ts';
import { readErrorBody } from '../errors/error-body.ts';
import { isMissing, isPassing } from '../errors/failures.ts';
import { retryAfterSeconds } from '../errors/retry-after.ts';
import { isOk, type Reply } from './exchange.ts';
import { onAbort } from './shared-abort.ts';

export interface Rule {
  /** How often it is sent again at most. */
  readonly retries: number;
  /** When the call's deadline passes, on the clock of `performance.now()`. */
  readonly end: number;
  /** Whether sending it twice is the same as sending it once. */
  readonly isRepeatable: boolean;
}

/** Of the first wait, in milliseconds; each is twice as long as the one before. */
const firstPause = 200;

/** The last outcome: a reply, or what was thrown. A wait that would outlast the deadline is not begun. */
export async function repeated(rule: Rule, signal: AbortSignal, send: () => Promise<Reply>): Promise<Reply> {
  let isDoubtful = false;
  for (let tries = 0; ; tries++) {
    const outcome = await send().then(
      (reply) => ({ reply }),
      (error: unknown) => ({ error }),
    );
    const pause = tries < rule.retries ? pauseAfter(outcome, rule, tries) : undefined;
    if (pause === undefined || performance.now() + pause >= rule.end) {
      if ('error' in outcome) throw outcome.error;
      return isDoubtful ? doneBefore(outcome.reply) : outcome.reply;
    }
    isDoubtful ||= 'error' in outcome && !wasRefused(outcome.error);
    await wait(pause, signal);
  }
}

type Outcome = { readonly reply: Reply } | { readonly error: unknown };

/** Milliseconds to wait for the next try; undefined where there is none. */
function pauseAfter(outcome: Outcome, { isRepeatable }: Rule, tries: number): number | undefined {
  const pause = firstPause * 2 ** tries * (0.5 + Math.random() / 2);
  if ('error' in outcome) {
    if (!(outcome.error instanceof ConnectionError)) return undefined;
    return isRepeatable || wasRefused(outcome.error) ? pause : undefined;
  }
  const { reply } = outcome;
  if (isOk(reply) || !mayPass(reply)) return undefined;
  const seconds = retryAfterSeconds(reply.headers.get('Retry-After'));
  return seconds === undefined ? pause : seconds * 1000;
}

/** A promise that nothing was done, and that it may be done later. */
function mayPass({ status, body }: Reply): boolean {
  if (status === 429 || status === 503) return true;
  return isPassing(status, readErrorBody(body).code);
}

/** Nobody has seen the request. */
const refusals: ReadonlySet<string | undefined> = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function wasRefused(error: unknown): boolean {
  return error instanceof ConnectionError && error.status === undefined && refusals.has(error.code);
}

/** What a try whose answer was lost has deleted is not there for the next one. */
function doneBefore(reply: Reply): Reply {
  const isGone = reply.call.method === 'DELETE' && isMissing(reply.status, readErrorBody(reply.body).code);
  return isGone ? { ...reply, status: 204, body: '' } : reply;
}

/** Ends early where the call does. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
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
