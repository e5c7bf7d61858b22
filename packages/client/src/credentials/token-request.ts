/** Asks the identity service for a token: one POST with user and password, its answer, and nothing of them in any error. */
import { ConnectionError } from '../errors/connection-error.ts';
import type { CallFacts } from '../errors/fdi-error.ts';
import { quoted } from '../errors/quoted.ts';
import { redact, reduceFault, type Sent } from '../errors/redact.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { readBody } from '../wire/body.ts';
import { withinDeadline } from '../wire/deadline.ts';
import type { Transport, TransportAnswer, TransportHeaders } from '../wire/transport.ts';
import { IamError } from './iam-error.ts';

/** Whom a token is for. */
export interface TokenRequest {
  /** Address of IAM, without a slash at its end. */
  readonly endpoint: string;
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly project: { readonly name: string } | { readonly id: string };
  readonly transport: Transport;
}

export interface IssuedToken {
  readonly token: string;
  /** Milliseconds for which it is good from now on; undefined where the answer does not say. */
  readonly lifetime: number | undefined;
}

const tokensPath = '/v3/auth/tokens';
/** Milliseconds, whatever the deadlines of the calls that wait for it. */
const longestRequest = 30_000;
/** Without its catalog an answer has some kilobytes. */
const mostBytes = 1024 * 1024;

/** @throws IamError, ConnectionError or TimeoutError */
export function requestToken(asked: TokenRequest, signal: AbortSignal): Promise<IssuedToken> {
  const { endpoint, user, password, domain, project, transport } = asked;
  const call: CallFacts = { operation: undefined, method: 'POST', path: `${endpoint}${tokensPath}` };
  const url = `${call.path}?nocatalog=true`;
  const body = JSON.stringify({
    auth: {
      identity: { methods: ['password'], password: { user: { name: user, password, domain: { name: domain } } } },
      scope: { project },
    },
  });
  const sent: Sent = { url, proof: {}, secretsIn: () => quoted(password) };
  const headers = new Headers({ 'Content-Type': 'application/json', Accept: 'application/json' });
  const deadline = { timeout: longestRequest, signal, expired: () => new TimeoutError(call, longestRequest) };
  return withinDeadline(deadline, async (within) => {
    const init = {
      method: call.method,
      headers: headers as TransportHeaders,
      body,
      signal: within,
      redirect: 'manual',
    } as const;
    let answer: TransportAnswer;
    let text: string;
    try {
      answer = await transport(url, init);
      text = (await readBody(answer, mostBytes)) ?? '';
    } catch (error) {
      throw new ConnectionError(call, reduceFault(error, sent));
    }
    const token = answer.status === 201 ? answer.headers.get('X-Subject-Token') : null;
    if (token) return { token, lifetime: lifetimeIn(text) };
    throw new IamError(call, answer.status, wordsIn(answer, text, sent));
  });
}

/** By the clock of IAM, whatever ours says. */
function lifetimeIn(text: string): number | undefined {
  const { token } = objectIn(text);
  const { expires_at: end, issued_at: start } = (token ?? {}) as Record<string, unknown>;
  const lifetime = Date.parse(String(end)) - Date.parse(String(start));
  return Number.isFinite(lifetime) ? Math.max(0, lifetime) : undefined;
}

const longestWords = 500;

/** IAM writes its errors in two forms. */
function wordsIn({ status, headers, type }: TransportAnswer, text: string, sent: Sent): string | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return 'a redirect is not followed, since it would get the password';
  }
  if (status === 201) return headers.get('X-Subject-Token') === null ? 'X-Subject-Token is missing' : 'it is empty';
  const { error, error_msg } = objectIn(text);
  const said = (error as { readonly message?: unknown } | null | undefined)?.message ?? error_msg;
  return typeof said === 'string' ? redact(said, sent).slice(0, longestWords) : undefined;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
