/** The mock: answers every documented call with the contract's own examples, or as a test has said. */
import type { ChaosOptions } from './faults/chaos.ts';
import { createLocalMock, startObservedMock } from './mock/start.ts';
import type { MockRequest } from './requests/mock-request.ts';
import type { OperationId } from './stubs/answer.ts';
import type { Stubbing } from './stubs/stubbing.ts';

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
  /** Faults that happen to a part of the calls: those that no stub answers and that prefer no fault. Default: none. */
  chaos?: ChaosOptions;
  /** Milliseconds in which a stub's function must give its answer; later the caller gets 500. Default: 5,000. */
  stubTimeout?: number;
  /** Origins whose pages may call the mock, for instance `http://localhost:5173`. Default: none. */
  origins?: readonly string[];
  /** Milliseconds in which a request must have arrived; later it gets 408. Default: 30,000. */
  requestTimeout?: number;
  /** How many of the latest calls `requests` keeps, of at most 64 MiB of bodies in all. Default: 1,000. */
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

/** A mock in this process; `Id` are the operations that it knows. */
export interface LocalMock<Id extends string = OperationId> {
  /** Answers as over the wire, whatever the host of the URL: for a client's `transport`, or in place of the global `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Sets what an operation answers, for instance `mock.on('showTask').once('TaskNotFound')`.
   *
   * @throws RangeError where the contract has no such operation; the message lists those that it has.
   */
  on<Known extends Id>(operationId: Known): Stubbing<Known>;
  /** The latest calls, oldest first, without their secrets. */
  readonly requests: readonly MockRequest[];
  /** Returns the calls and forgets them. */
  takeRequests(): MockRequest[];
  /**
   * @throws Error that names each stub that failed and each that was never used, and where it was set; with `unused: false` those
   * that failed alone.
   */
  verify(options?: { readonly unused?: boolean }): void;
  /** Forgets the stubs and the calls. */
  reset(): void;
  /** Ends all connections, and all that waits for a fault's end; it may be called again. */
  close(): Promise<void>;
}

/** A mock that listens on a port. */
export interface Mock<Id extends string = OperationId> extends LocalMock<Id> {
  /** For instance `http://127.0.0.1:40231`; give it to the client as its base URL. */
  readonly url: string;
  readonly port: number;
}

/**
 * Starts the mock.
 *
 * @throws TypeError when an option is unknown or cannot work, or the document has what is not supported; its message names it.
 * @throws Error when the port or the address cannot be used; its message says what to do.
 */
export function startMock(options?: MockOptions & { readonly document?: undefined }): Promise<Mock>;
export function startMock(options: MockOptions): Promise<Mock<string>>;
export function startMock(options: MockOptions = {}): Promise<Mock<string>> {
  return startObservedMock(options);
}

/**
 * Makes a mock that listens nowhere and answers its own `fetch` alone.
 *
 * @throws TypeError like `startMock`.
 */
export function createMock(
  options?: Omit<MockOptions, 'port' | 'host'> & { readonly document?: undefined },
): Promise<LocalMock>;
export function createMock(options: Omit<MockOptions, 'port' | 'host'>): Promise<LocalMock<string>>;
export function createMock(options: Omit<MockOptions, 'port' | 'host'> = {}): Promise<LocalMock<string>> {
  return createLocalMock(options);
}
