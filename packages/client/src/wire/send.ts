/** The one place from which a request leaves: credentials, deadline, no redirect, the whole answer. */
import { type BegunAnswer, ConnectionError } from '../errors/connection-error.ts';
import { redact, reduceFault, type Sent } from '../errors/redact.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { UnexpectedAnswerError, type UnexpectedReason } from '../errors/unexpected-answer-error.ts';
import { lowerNames } from '../header-value.ts';
import type { Settings } from '../settings.ts';
import { readBody } from './body.ts';
import { withinDeadline } from './deadline.ts';
import { type Exchange, isOk, type Reply, requestIdOf } from './exchange.ts';
import { repeated } from './repeated.ts';
import type { TransportAnswer, TransportHeaders, TransportInit } from './transport.ts';

/** Carries one request. Statuses of all kinds but redirects are answers; what is none is an error of this client. */
export type Send = (exchange: Exchange) => Promise<Reply>;

/** A sender with the client's settings. */
export function createSend({ credentials, transport, maxAnswerBytes, remedies, place }: Settings): Send {
  const { project_id: projectId } = place;
  // One function of several steps: each of its own would be one more promise for every call.
  async function attempt(exchange: Exchange, signal: AbortSignal, isRenewed = false): Promise<Reply> {
    const { call, url, body } = exchange;
    const { method } = call;
    const proof = await credentials.sign({
      method,
      url,
      get headers() {
        return new Headers(exchange.headers);
      },
      body,
      projectId,
      signal,
    });
    // A copy: the proof is neither for the middleware of the raw client nor for the next attempt.
    const headers = { ...exchange.headers, ...lowerNames(proof) };
    const sent = { proof, url };
    const init: TransportInit = {
      method,
      // Each transport gets the one of the two that it takes (TransportHeaders).
      headers: (transport.takesRecord ? headers : new Headers(headers)) as TransportHeaders,
      ...(body !== undefined && { body }),
      signal,
      redirect: 'manual',
    };
    exchange.watch?.sent();
    let answer: TransportAnswer;
    try {
      answer = await transport(url, init);
    } catch (error) {
      throw new ConnectionError(call, reduceFault(error, sent), undefined, remedies);
    }
    const { status } = answer;
    const begun = (): BegunAnswer => ({ status, requestId: requestIdOf({ headers: answer.headers, sent }) });
    const unexpected = (reason: UnexpectedReason, what: string) =>
      new UnexpectedAnswerError(call, begun(), reason, what, remedies);
    if (isRedirect(answer)) throw unexpected('redirect', refusedRedirect(answer.headers.get('Location'), sent));
    let text: string | undefined;
    try {
      text = await readBody(answer, maxAnswerBytes);
    } catch (error) {
      // A failure stays a failure with its status, even when its body did not arrive.
      if (isOk(answer)) throw new ConnectionError(call, reduceFault(error, sent), begun());
    }
    if (text === undefined && isOk(answer)) {
      throw unexpected('too-large', `its body has more than ${maxAnswerBytes} bytes.`);
    }
    exchange.watch?.answered({ status, headers: answer.headers, sent });
    if (status === 401 && !isRenewed && (await credentials.renew?.(proof, signal))) {
      return attempt(exchange, signal, true);
    }
    return { call, sent, status, headers: answer.headers, body: text ?? '' };
  }

  return (exchange) => {
    const { call, timeout, maxRetries, isRepeatable, ifGone, watch, signal: callers } = exchange;
    const deadline = { timeout, signal: callers, expired: () => new TimeoutError(call, timeout, remedies) };
    const rule = { maxRetries, end: performance.now() + timeout, isRepeatable, ifGone, watch };
    return withinDeadline(deadline, (signal) => repeated(rule, signal, () => attempt(exchange, signal)));
  };
}

function isRedirect({ status, type }: TransportAnswer): boolean {
  return (status >= 300 && status < 400) || type === 'opaqueredirect';
}

/** Names the origin alone: the rest of a location may hold secrets. */
function refusedRedirect(location: string | null, sent: Sent): string {
  const { url } = sent;
  const origin = location && URL.canParse(location, url) ? redact(` to ${new URL(location, url).origin}`, sent) : '';
  return `a redirect${origin} is not followed.`;
}
