/** The seam below the client: what carries a request and brings the answer back. */

/** What a transport is given beside the URL. */
export interface TransportInit {
  readonly method: string;
  readonly headers: TransportHeaders;
  /** JSON; absent where the call has no body. */
  readonly body?: string;
  /** Aborted at the deadline, and when the caller aborts. */
  readonly signal: AbortSignal;
  /** A transport must not follow redirects: the headers hold the credentials. */
  readonly redirect: 'manual';
}

/**
 * A `Headers` object. To the compiler it is a record too, since the `fetch` of undici takes records, and no `Headers` but its own; read it
 * by `get`.
 */
export type TransportHeaders = Headers & Readonly<Record<string, string>>;

/** What a transport brings back: the part of a `Response` that the client reads. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** `opaqueredirect` where a browser hides a redirect; anything else has no meaning here. */
  readonly type?: string;
  /** How many bytes `text()` reads, where that is certain before. */
  readonly length?: number | undefined;
  /** Read in place of `text()` where it is there and `length` is not, to stop at the option `maxAnswerBytes`. */
  readonly body?: TransportBody | null;
  text(): Promise<string>;
}

/** The part of a `ReadableStream` of bytes that the client reads. */
export interface TransportBody {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<unknown>;
  };
}

/** A function like `fetch`, and `fetch` is one. */
export interface Transport {
  (url: string, init: TransportInit): Promise<TransportAnswer>;
  /** Whether it is given its headers as a plain object with names in lower case, which is quicker than a `Headers` object. */
  readonly takesRecord?: boolean;
}

/** Looked up at each call, so that what replaces `fetch` later (tracing, msw, a test's stub) is used too. */
export const fetchTransport: Transport = Object.assign(
  (url: string, init: TransportInit) => globalThis.fetch(url, init),
  { takesRecord: true },
);
