/** Clients that meet the mock's faults: ours, and two that are not. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createFdiClient, isApiError, isConnectionError, isUnexpectedAnswerError } from '../../client/src/index.ts';
import { story } from '../src/index.ts';

/** What a client saw: a status and the length of the body, or how it failed. */
export type Seen =
  | { readonly status: number; readonly length: number; readonly retryAfter?: string | undefined }
  | Failed;

export interface Failed {
  readonly failed: string;
  readonly status?: number | undefined;
}

export interface Asked {
  readonly url: string;
  /** Headers besides the token. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Initialises a composite task, and says what came of it. */
export type Client = (asked: Asked) => Promise<Seen>;

const path = story.path('installMultiTasks');
const token = { 'X-Auth-Token': 'a-token' };

/** A client that is like the global `fetch`. */
export const fetchWith =
  (how: typeof fetch): Client =>
  async ({ url, headers }) => {
    try {
      const response = await how(url + path, { method: 'POST', headers: { ...token, ...headers } });
      const { length } = await response.text();
      return { status: response.status, length, retryAfter: response.headers.get('retry-after') ?? undefined };
    } catch (error) {
      // Node names both in the same words: one that failed before the head of the answer, and one after it.
      return { failed: (error as Error).message };
    }
  };

export const nodeHttp: Client = ({ url, headers }) =>
  new Promise((resolve) => {
    const outgoing = request(url + path, { method: 'POST', agent: false, headers: { ...token, ...headers } });
    outgoing.on('error', ({ message }) => resolve({ failed: message }));
    outgoing.on('response', (incoming) => {
      const { statusCode: status = 0 } = incoming;
      const retryAfter = incoming.headers['retry-after'];
      text(incoming).then(
        ({ length }) => resolve({ status, length, retryAfter }),
        ({ message }) => resolve({ failed: message, status }),
      );
    });
    outgoing.end();
  });

export const ours: Client = async ({ url, headers }) => {
  const fdi = createFdiClient({
    baseUrl: url,
    projectId: 'a-project',
    instanceId: 'an-instance',
    credentials: 'a-token',
    maxRetries: 0,
    ...(headers && { headers }),
  });
  try {
    return { status: 200, length: JSON.stringify(await fdi.compositeTasks.init()).length };
  } catch (error) {
    if (isApiError(error)) return { status: error.status, length: 0, retryAfter: error.retryAfter?.toString() };
    if (isConnectionError(error)) return { failed: 'ConnectionError', status: error.status };
    if (isUnexpectedAnswerError(error)) return { failed: error.reason, status: error.status };
    throw error;
  }
};
