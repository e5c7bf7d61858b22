/** What a user may set: for a client, and for one call. */
import type { Credentials } from './credentials.ts';
import type { Remedies } from './errors/words.ts';
import type { Hooks } from './observe/hooks.ts';
import type { Logger } from './observe/logger.ts';
import type { Region } from './region.ts';
import type { Transport } from './wire/transport.ts';

/** Where the API is: exactly one of the two. */
export type Address =
  | {
      /** Scheme, host and port of a self-hosted server, of the mock, or of a gateway; a path before the API's own is kept. */
      baseUrl: string;
      region?: undefined;
      /**
       * Gives an `init` without a `task_id` one of the client's making, so that it may be sent again where its answer was lost: a known ID
       * makes no second task. Nobody knows what the vendor's cloud does with an ID that comes again, so it is refused with `region`.
       * @default false
       */
      idempotentInit?: boolean | undefined;
    }
  | {
      /** Region of the vendor's cloud in which the instance runs; the address follows from it. */
      region: Region;
      baseUrl?: undefined;
      idempotentInit?: false | undefined;
    };

/** Options of `createFdiClient`. */
export type FdiClientOptions = Address &
  ClientOptions &
  Hooks & {
    /**
     * Where the client writes one line for each request, wait and outcome: `console`, or a logger with its methods. Lines name facts, never a
     * secret, a body or a query. Where `ROMA_FDI_LOG` (`debug`, `info`, `warn` or `error`) is set in the environment, from that level on.
     * @default none; standard error where `ROMA_FDI_LOG` is set
     */
    logger?: Logger | undefined;
  };

/** Options of `createFdiClient` and of `connect`, but for the address. */
export interface ClientOptions {
  /** ID of the project that owns the instance. */
  projectId: string;
  /** ID of the ROMA Connect instance. */
  instanceId: string;
  /**
   * Who calls: the value of `X-Auth-Token`; a function that gives it before each request, within the call's deadline, and keeps or
   * renews it itself; or an object that gives the headers of each request, for tokens that the client should have renewed, and for
   * signatures. They go to the client's address alone, and into no error.
   */
  credentials: string | (() => string | Promise<string>) | Credentials;
  /**
   * Deadline of every call, from its start to the end of the answer's body, in milliseconds; `Infinity` for none.
   * @default 120000 for calls that wait for databases or for tasks (the README lists them) and for the raw client, 30000 for the rest
   */
  timeout?: number | undefined;
  /**
   * How often a call is sent again at most, within its deadline, where that may help and can do no harm: after 429 and 503, after any failure
   * whose `action` is `try-again`, where nobody took the connection, and, if once more is the same as once, where it broke. `Retry-After` of
   * the answer is waited for, else any time up to 0.5 s, 1 s, 2 s and so on up to 8 s. From 0, which is never, to 10.
   * @default 2
   */
  maxRetries?: number | undefined;
  /**
   * Largest body of an answer that is read, in bytes after decompression; `Infinity` for any.
   * @default 67108864 (64 MiB), several times the largest page
   */
  maxAnswerBytes?: number | undefined;
  /** Headers that go with every call. Those of the credentials cannot be replaced here. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * What carries the requests, a function like `fetch`: for proxies, tracing, tests. It must not follow redirects.
   * @default the global `fetch` at the time of the call
   */
  transport?: Transport | undefined;
}

/** Options of `connect`. */
export interface ConnectOptions extends ClientOptions {
  /**
   * Scheme, host and port of a self-hosted server, of the mock, or of a gateway; a path before the API's own is kept. That of a region of
   * the vendor's cloud is given by `regionUrl`.
   */
  baseUrl: string;
  /**
   * Explains errors: gives an `ApiError` its `meaning` and `remedy`, and its message the words for people. Import it from
   * `@roma-fdi/client/remedies`.
   * @default none, for the sake of small bundles
   */
  remedies?: Remedies | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which then fails with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Deadline of this call (of each page where several are read), in milliseconds; `Infinity` for none. */
  timeout?: number | undefined;
  /** How often this call (each page where several are read) is sent again at most, as the option of the client; 0 for never. */
  maxRetries?: number | undefined;
  /** Headers that go with this call, before those of the client. */
  headers?: Readonly<Record<string, string>> | undefined;
}
