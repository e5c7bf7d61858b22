/** The one place from which a request leaves: credentials, deadline, no redirect, the whole answer. */
import { type BegunAnswer, ConnectionError } from '../errors/connection-error.ts';
import { tracedHere } from '../errors/fdi-error.ts';
import { redact, reduceFault, type Sent } from '../errors/redact.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { UnexpectedAnswerError, type UnexpectedReason } from '../errors/unexpected-answer-error.ts';
import type { Settings } from '../settings.ts';
import { readBody } from './body.ts';
import { withinDeadline } from './deadline.ts';
import { type Exchange, isOk, type Reply, requestIdOf } from './exchange.ts';
import { repeated } from './repeated.ts';
import type { TransportAnswer, TransportHeaders, TransportInit } from './transport.ts';

/** Carries one request. Statuses of all kinds but redirects are answers; what is none is an error of this client. */
export type Send = (exchange: Exchange) => Promise<Reply>;

/** A sender with the client's settings. */
export function createSend(settings: Settings): Send {
  const { credentials } = settings;
  return async (request) => {
    const { call, url, body, timeout, retries, isRepeatable } = request;
    const { method } = call;

    async function attempt(signal: AbortSignal): Promise<Reply> {
      // Its own: the proof is neither for the middleware of the raw client nor for the next attempt.
      const headers = new Headers(request.headers);
      const proof = await credentials.sign({ method, url, headers, body, signal });
      for (const [name, value] of Object.entries(proof)) headers.set(name, value);
      const init: TransportInit = {
        method,
        // A Headers object has no names that a compiler could read (TransportHeaders).
        headers: headers as TransportHeaders,
        ...(body !== undefined && { body }),
        signal,
        redirect: 'manual',
      };
      return exchange({ call, sent: { proof, url } }, init, settings);
    }

    const deadline = {
      timeout,
      signal: request.signal,
      expired: () => new TimeoutError(call, timeout, settings.remedies),
    };
    try {
      const rule = { retries, end: performance.now() + timeout, isRepeatable };
      return await withinDeadline(deadline, (signal) =>
        repeated(rule, signal, async () => {
          const reply = await attempt(signal);
          const again = reply.status === 401 && (await credentials.renew?.(reply.sent.proof, signal));
          return again ? attempt(signal) : reply;
        }),
      );
    } catch (error) {
      throw tracedHere(error);
    }
  };
}

async function exchange(
  { call, sent }: Pick<Reply, 'call' | 'sent'>,
  init: TransportInit,
  { transport, maxAnswerBytes, remedies }: Settings,
): Promise<Reply> {
  let answer: TransportAnswer;
  try {
    answer = await transport(sent.url, init);
  } catch (error) {
    throw new ConnectionError(call, reduceFault(error, sent), undefined, remedies);
  }
  const { status, headers } = answer;
  const begun = (): BegunAnswer => ({ status, requestId: requestIdOf({ headers, sent }) });
  const unexpected = (reason: UnexpectedReason, what: string) =>
    new UnexpectedAnswerError(call, begun(), reason, what, remedies);
  if (isRedirect(answer)) throw unexpected('redirect', refusedRedirect(headers.get('Location'), sent));
  let body: string | undefined;
  try {
    body = await readBody(answer, maxAnswerBytes);
  } catch (error) {
    // A failure stays a failure with its status, even when its body did not arrive.
    if (isOk(answer)) throw new ConnectionError(call, reduceFault(error, sent), begun());
  }
  if (body === undefined && isOk(answer)) {
    throw unexpected('too-large', `its body has more than ${maxAnswerBytes} bytes.`);
  }
  return { call, sent, status, headers, body: body ?? '' };
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
