/** A request on its way through the checks, and the answer that it gets. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Operation } from '@roma-fdi/contract';
import type { parseQuery, Target } from '@roma-fdi/contract/http';

export interface Call extends Target {
  operation: Operation;
  /** Parameters of the path by name, decoded. */
  pathParameters: Record<string, string>;
  /** By name; those that come more than once have a list. */
  query: ReturnType<typeof parseQuery>;
  headers: IncomingHttpHeaders;
  rawHeaders: string[];
  /** The bytes of the body; none is an empty buffer. */
  bytes: Buffer;
  /** The parsed body; undefined where none was sent. */
  body: unknown;
}

/** What a call came with and is answered by. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What goes wrong with an answer on its way to the caller. */
export type Mishap =
  | { readonly kind: 'delay' | 'slowBody'; readonly ms: number }
  | { readonly kind: 'reset'; readonly when: 'before' | 'during' | 'after' }
  | { readonly kind: 'cutBody'; readonly bytes: number | undefined };

export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  /** Undefined for an answer that has no body. Text goes out in one piece with the headers, bytes in a second. */
  payload?: string | Buffer | undefined;
  /** Whether it is of a proxy or a gateway, which know no X-Request-Id. */
  isForeign?: boolean;
  mishap?: Mishap;
}
