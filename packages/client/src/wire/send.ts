/** The one place from which a request leaves: credentials, deadline, no redirect, the whole answer. */
import { ConnectionError } from '../errors/connection-error.ts';
import { redact, reduceFault } from '../errors/redact.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { lowerNames } from '../header-value.ts';
import type { Settings } from '../settings.ts';
import { readBody } from './body.ts';
import { withinDeadline } from './deadline.ts';
import { type Begun, type Exchange, isOk, type Reply, requestIdOf, unexpected } from './exchange.ts';
import { repeated } from './repeated.ts';
import type { TransportAnswer, TransportHeaders, TransportInit } from './transport.ts';

/** Carries one request. Statuses of all kinds but redirects are answers; what is none is an error of this client. */
export type Send = (exchange: Exchange) => Promise<Reply>;

/** A sender with the client's settings. */
export function createSend({ credentials, transport, maxAnswerBytes, remedies, place, secretsIn }: Settings): Send {
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
    // Signing may outlast the call.
    signal.throwIfAborted();
    // A copy: the proof is neither for the middleware of the raw client nor for the next attempt.
    const fields = { ...exchange.headers, ...lowerNames(proof) };
    const sent = { proof, url, body, secretsIn };
    const init: TransportInit = {
      method,
      // Each transport gets the one of the two that it takes (TransportHeaders).
      headers: (transport.takesRecord ? fields : new Headers(fields)) as TransportHeaders,
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
    const { status, headers } = answer;
    const begun = { call, sent, status, headers };
    if (isRedirect(answer)) throw unexpected(begun, 'redirect', refusedRedirect(begun), remedies);
    let text: string | undefined;
    try {
      text = await readBody(answer, maxAnswerBytes);
    } catch (error) {
      // A failure stays a failure with its status, even when its body did not arrive.
      if (isOk(answer)) {
        throw new ConnectionError(call, reduceFault(error, sent), { status, requestId: requestIdOf(begun) });
      }
    }
    if (text === undefined && isOk(answer)) {
      throw unexpected(begun, 'too-large', `its body has more than ${maxAnswerBytes} bytes.`, remedies);
    }
    exchange.watch?.answered({ status, headers: answer.headers, sent });
    if (status === 401 && !isRenewed && (await credentials.renew?.(proof, signal))) {
      return attempt(exchange, signal, true);
    }
    return { ...begun, body: text ?? '' };
  }

  return (exchange) => {
    const { call, timeout, signal: callers } = exchange;
    const deadline = { timeout, signal: callers, expired: () => new TimeoutError(call, timeout, remedies) };
    const end = performance.now() + timeout;
    return withinDeadline(deadline, (signal) => repeated(exchange, end, signal, () => attempt(exchange, signal)));
  };
}

function isRedirect({ status, type }: TransportAnswer): boolean {
  return (status >= 300 && status < 400) || type === 'opaqueredirect';
}

/** Names the origin alone: the rest of a location may hold secrets. */
function refusedRedirect({ headers, sent }: Begun): string {
  const location = headers.get('Location');
  const target = location && URL.canParse(location, sent.url) ? ` to ${new URL(location, sent.url).origin}` : '';
  return `a redirect${redact(target, sent)} is not followed.`;
}
