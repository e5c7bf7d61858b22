/** The mock: answers every documented call with the contract's own examples. */
import type { Operation } from '@roma-fdi/contract';
import type { Credentials } from './document/security.ts';
import { createAnswerer } from './engine/answerer.ts';
import type { Call } from './front/call.ts';
import { accepted, signatureHeader, tokenHeader } from './front/credentials.ts';
import { listen } from './front/listener.ts';
import { prepare } from './prepared.ts';

export interface MockOptions {
  /** Port to listen on. Default: 0, a free one. */
  port?: number;
  /** Address to listen on. Default: `127.0.0.1`, which no other machine reaches. */
  host?: string;
  /** The one `X-Auth-Token` that is taken; others get 401. Default: any that is not empty. */
  token?: string;
  /**
   * The keys with which calls may be signed (AK/SK, `SDK-HMAC-SHA256`); any other signature in `Authorization` gets 401, as a server
   * answers it. Default: any signature is taken, unchecked.
   */
  keys?: readonly MockKey[];
  /** Answers are made up from the schemas instead of taken from the examples. Default: false. */
  dynamic?: boolean;
  /** With the same seed a made-up answer is the same each time. Default: none, each answer differs. */
  seed?: string;
  /** Origins whose pages may call the mock, for instance `http://localhost:5173`. Default: none. */
  origins?: readonly string[];
  /** Milliseconds in which a request must have arrived; later it gets 408. Default: 30,000. */
  requestTimeout?: number;
  /** How many of the latest calls `requests` keeps. Default: 1,000. */
  keep?: number;
  /** A bundled OpenAPI 3.1 document, parsed. Default: the contract that this version of the package was made from. */
  document?: object;
}

/** An access key that may sign calls. */
export interface MockKey {
  readonly accessKey: string;
  readonly secretKey: string;
  /** IDs of the projects that it may call; others get 403. Default: every project. */
  readonly projects?: readonly string[] | undefined;
}

/** A call that the mock answered, or refused for its parameters or body. */
export interface MockRequest {
  operationId: string;
  method: string;
  /** Path and query as they were sent. */
  url: string;
  /** The parsed body, of form data an object of its fields; undefined where none was sent. */
  body: unknown;
  /** Status of the answer. */
  status: number;
}

export interface Mock {
  /** For instance `http://127.0.0.1:40231`; give it to the client as its base URL. */
  url: string;
  port: number;
  /** The latest calls, oldest first. Headers, and with them credentials, are not kept. */
  requests: readonly MockRequest[];
  /** Returns the calls and forgets them, so that a test sees its own alone. */
  takeRequests(): MockRequest[];
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts the mock.
 *
 * @throws TypeError when the document has what is not supported; its message names the places.
 * @throws Error when the port or the address cannot be used; its message says what to do.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { dynamic = false, seed, keep = 1_000 } = options;
  const { contract, validator, credentials, engine } = await prepare(options.document);
  checkUsed('token', options.token, 'X-Auth-Token', tokenHeader, credentials);
  checkUsed('keys', options.keys, 'Authorization', signatureHeader, credentials);
  const answer = createAnswerer(contract, validator, await engine(), { dynamic, seed });
  const requests: MockRequest[] = [];

  function record(call: Call, status: number): void {
    const { operation, path, search, body } = call;
    requests.push({ operationId: operation.operationId, method: operation.method, url: path + search, body, status });
    if (requests.length > keep) requests.shift();
  }

  const { url, port, close } = await listen(contract, {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    accepted: accepted(options.token, options.keys),
    credentials,
    origins: options.origins ?? [],
    requestTimeout: options.requestTimeout ?? 30_000,
    async operate(call) {
      try {
        const given = await answer(call);
        record(call, given.status);
        return given;
      } catch (error) {
        record(call, (error as { status?: number }).status ?? 500);
        throw error;
      }
    },
  });
  return { url, port, requests, takeRequests: () => requests.splice(0), close };
}

/** What no operation asks for would be checked nowhere. */
function checkUsed(
  option: keyof MockOptions,
  value: unknown,
  name: string,
  header: string,
  credentials: ReadonlyMap<Operation, Credentials>,
): void {
  if (value === undefined || [...credentials.values()].flat(2).includes(header)) return;
  throw new TypeError(`The document asks for no ${name}, so the option \`${option}\` has nothing to be compared with.`);
}
