/** The one place from which a request leaves: credentials, deadline, no redirect, the whole answer. */
import { type BegunAnswer, ConnectionError } from '../errors/connection-error.ts';
import { type CallFacts, type FdiError, tracedHere } from '../errors/fdi-error.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import { reduceFault } from '../errors/redact.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.ts';
import type { Settings } from '../settings.ts';
import { withinDeadline } from './deadline.ts';
import { type Exchange, isOk, type Reply, requestIdOf } from './exchange.ts';
import type { Transport, TransportAnswer, TransportInit } from './transport.ts';

/** Carries one request. Statuses of all kinds but redirects are answers; what is none is an error of this client. */
export type Send = (exchange: Exchange) => Promise<Reply>;

/** A sender with the client's settings. */
export function createSend({ baseUrl, credentials, transport, timeout: timeoutOf }: Settings): Send {
  return async ({ operation, method, url, headers: unsigned, body, signal: callersSignal, timeout: own }) => {
    // Only the raw client can be pointed elsewhere.
    if (!url.startsWith(`${baseUrl}/`)) {
      throw new InvalidCallError('A call goes to the address of its client: make another client for another address.');
    }
    const call = { operation, method, path: new URL(url).pathname };
    const timeout = timeoutOf(operation, own);

    async function attempt(signal: AbortSignal): Promise<Reply> {
      // A copy: the proof is neither for the middleware of the raw client nor for the next attempt.
      const headers = new Headers(unsigned);
      const proof = await credentials.sign({ method, url, headers, body, signal });
      for (const [name, value] of Object.entries(proof)) headers.set(name, value);
      const init = { method, headers, ...(body !== undefined && { body }), signal, redirect: 'manual' } as const;
      return exchange({ call, proof }, transport, url, init);
    }

    const deadline = { timeout, signal: callersSignal, expired: () => new TimeoutError(call, timeout) };
    try {
      return await withinDeadline(deadline, async (signal) => {
        const reply = await attempt(signal);
        const again = reply.status === 401 && (await credentials.renew?.(reply.proof, signal));
        return again ? attempt(signal) : reply;
      });
    } catch (error) {
      throw tracedHere(error);
    }
  };
}

async function exchange(
  { call, proof }: Pick<Reply, 'call' | 'proof'>,
  transport: Transport,
  url: string,
  init: TransportInit,
): Promise<Reply> {
  let answer: TransportAnswer;
  try {
    answer = await transport(url, init);
  } catch (error) {
    throw new ConnectionError(call, reduceFault(error, proof));
  }
  const { status, headers } = answer;
  const facts = { status, requestId: requestIdOf({ headers, proof }) };
  if (isRedirect(answer)) throw refusedRedirect(call, facts, headers.get('Location'), url);
  try {
    return { call, proof, status, headers, body: await answer.text() };
  } catch (error) {
    // A failure stays a failure with its status, even when its body did not arrive.
    if (!isOk(answer)) return { call, proof, status, headers, body: '' };
    throw new ConnectionError(call, reduceFault(error, proof), facts);
  }
}

function isRedirect({ status, type }: TransportAnswer): boolean {
  return (status >= 300 && status < 400) || type === 'opaqueredirect';
}

/** Names the origin alone: the rest of a location may hold secrets. */
function refusedRedirect(call: CallFacts, facts: BegunAnswer, location: string | null, url: string): FdiError {
  const origin = location && URL.canParse(location, url) ? ` to ${new URL(location, url).origin}` : '';
  return new UnexpectedAnswerError(
    call,
    facts,
    'redirect',
    `a redirect${origin} is not followed, since the credentials must not reach another address. ` +
      'If the API moved there, give that address as baseUrl.',
  );
}
