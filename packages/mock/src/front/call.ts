/** A request on its way through the checks, and the answer that it gets. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../contract/operations.ts';

export interface Target {
  /** As it was sent, without the query. */
  path: string;
  /** Decoded. */
  segments: string[];
  /** As it was sent, with its `?`; empty without one. */
  search: string;
}

export interface Call extends Target {
  operation: Operation;
  /** Parameters of the path by name, decoded. */
  pathParameters: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  rawHeaders: string[];
  /** The bytes of the body; none is an empty buffer. */
  bytes: Buffer;
  /** The parsed body; undefined where none was sent. */
  body: unknown;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  /** Undefined for an answer that has no body. Text goes out in one piece with the headers, bytes in a second. */
  payload?: string | Buffer | undefined;
}
