/** The one place from which a request leaves: token, deadline, no redirect, the whole answer. */
import { ConnectionError } from '../errors/connection-error.ts';
import type { CallFacts } from '../errors/fdi-error.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import { reduceFault } from '../errors/redact.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.ts';
import type { Settings } from '../settings.ts';
import { withinDeadline } from './deadline.ts';
import { type Exchange, isOk, type Reply, requestIdOf } from './exchange.ts';
import type { TransportAnswer, TransportInit } from './transport.ts';

/** Carries one request. Statuses of all kinds but redirects are answers; what is none is an error of this client. */
export type Send = (exchange: Exchange) => Promise<Reply>;

const tokenHeader = 'X-Auth-Token';

/** A sender with the client's settings. */
export function createSend(settings: Settings): Send {
  return (exchange) => {
    const { url, operation } = exchange;
    // Only the raw client can be pointed elsewhere.
    if (!url.startsWith(`${settings.baseUrl}/`)) {
      throw new InvalidCallError('A call goes to the address of its client: make another client for another address.');
    }
    const timeout = exchange.timeout ?? settings.timeout(operation);
    const call = () => ({ operation, method: exchange.method, path: new URL(url).pathname });
    const expired = () => new TimeoutError(call(), timeout);
    return withinDeadline({ timeout, signal: exchange.signal, expired }, async (signal) => {
      const token = await settings.token();
      exchange.headers.set(tokenHeader, token);
      const answer = await carry(settings, exchange, signal, call, token);
      if (isRedirect(answer)) throw refusedRedirect(call(), answer, url);
      return {
        call: call(),
        status: answer.status,
        headers: answer.headers,
        body: await read(answer, call, token),
        token,
      };
    });
  };
}

async function carry(
  settings: Settings,
  { url, method, headers, body }: Exchange,
  signal: AbortSignal,
  call: () => CallFacts,
  token: string,
): Promise<TransportAnswer> {
  const init: TransportInit = { method, headers, ...(body === undefined ? {} : { body }), signal, redirect: 'manual' };
  try {
    return await settings.transport(url, init);
  } catch (error) {
    throw new ConnectionError(call(), reduceFault(error, token));
  }
}

async function read(answer: TransportAnswer, call: () => CallFacts, token: string): Promise<string> {
  try {
    return await answer.text();
  } catch (error) {
    // A failure stays a failure with its status, even when its body did not arrive.
    if (!isOk(answer)) return '';
    const begun = { status: answer.status, requestId: requestIdOf(answer) };
    throw new ConnectionError(call(), reduceFault(error, token), begun);
  }
}

function isRedirect({ status, type }: TransportAnswer): boolean {
  return (status >= 300 && status < 400) || type === 'opaqueredirect';
}

/** Names the origin alone: the rest of a location may hold secrets. */
function refusedRedirect(call: CallFacts, answer: TransportAnswer, url: string): UnexpectedAnswerError {
  const location = answer.headers.get('Location');
  const origin = location && URL.canParse(location, url) ? ` to ${new URL(location, url).origin}` : '';
  return new UnexpectedAnswerError(
    call,
    { status: answer.status, requestId: requestIdOf(answer) },
    'redirect',
    `a redirect${origin} is not followed, since the token must not reach another address. ` +
      'If the API moved there, give that address as baseUrl.',
  );
}
