/** The client's options, checked once and made ready for use. */
import { checkAddress } from './address.ts';
import { type Credentials, credentialsOf } from './credentials.ts';
import type { CallFacts } from './errors/fdi-error.ts';
import { InvalidCallError } from './errors/invalid-call-error.ts';
import type { Remedies } from './errors/words.ts';
import { checkHeaders, lowerNames } from './header-value.ts';
import type { CallOptions, ConnectOptions } from './options.ts';
import { pathSegment } from './wire/encode.ts';
import { fetchTransport, type Transport } from './wire/transport.ts';
import type { Watch } from './wire/watch.ts';

/** The path parameters that all operations share. */
export interface Place {
  readonly project_id: string;
  readonly instance_id: string;
}

/** What every call of a client has in common. */
export interface Settings {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Path of the address, before the API's own; without a slash at its end. */
  readonly basePath: string;
  readonly place: Place;
  readonly credentials: Credentials;
  /** Of every call, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly transport: Transport;
  readonly maxAnswerBytes: number;
  /** How often a call is sent again at most: its own, else the client's. */
  readonly maxRetries: (own?: number) => number;
  /** Milliseconds of a call: its own, else the client's, else the contract's. */
  readonly timeout: (usual: number, own?: number) => number;
  readonly remedies: Remedies | undefined;
  /** Watches each call, where somebody listens. */
  readonly observe?: ((call: CallFacts) => Watch) | undefined;
  /** Refuses options of a call, where that is not left to the compiler. */
  readonly checkOptions?: (options: CallOptions) => void;
  /** The secrets of a body as it is sent; without it none of its values is kept out of errors. */
  readonly secretsIn?: (body: string) => readonly string[];
  /** Refuses a body, or form data, that cannot be written as it is. */
  readonly checkBody?: (body: unknown) => void;
}

/** Throws InvalidCallError for an option that cannot work. */
export function settle(options: ConnectOptions): Settings {
  const url = checkAddress('baseUrl', options.baseUrl);
  const maxRetries = checkMaxRetries(options.maxRetries ?? defaultMaxRetries);
  const timeout = options.timeout === undefined ? undefined : checkTimeout(options.timeout);
  return {
    baseUrl: url.origin + url.pathname,
    basePath: url.pathname,
    place: {
      project_id: pathSegment('projectId', options.projectId),
      instance_id: pathSegment('instanceId', options.instanceId),
    },
    credentials: credentialsOf(options.credentials),
    headers: { accept: 'application/json', ...lowerNames(checkHeaders(options.headers ?? {})) },
    transport: options.transport ?? fetchTransport,
    maxAnswerBytes: checkMaxAnswerBytes(options.maxAnswerBytes ?? defaultAnswerBytes),
    maxRetries: (own) => (own === undefined ? maxRetries : checkMaxRetries(own)),
    timeout: (usual, own) => (own === undefined ? (timeout ?? usual) : checkTimeout(own)),
    remedies: options.remedies,
  };
}

/** Beyond this, timers fire at once. */
const longestTimer = 2 ** 31 - 1;
const defaultMaxRetries = 2;
const mostRetries = 10;
const defaultAnswerBytes = 64 * 1024 * 1024;
const none = Number.POSITIVE_INFINITY;

function checkTimeout(timeout: number): number {
  const isPossible = timeout >= 1 && (timeout <= longestTimer || timeout === none);
  return check(timeout, isPossible, `timeout must be milliseconds from 1 to ${longestTimer}, or Infinity.`);
}

function checkMaxRetries(maxRetries: number): number {
  const isPossible = Number.isInteger(maxRetries) && maxRetries >= 0 && maxRetries <= mostRetries;
  return check(maxRetries, isPossible, `maxRetries must be a whole number from 0 to ${mostRetries}.`);
}

function checkMaxAnswerBytes(bytes: number): number {
  return check(bytes, bytes >= 1, 'maxAnswerBytes must be bytes from 1, or Infinity.');
}

function check(value: number, isPossible: boolean, message: string): number {
  if (typeof value === 'number' && isPossible) return value;
  throw new InvalidCallError(message);
}
