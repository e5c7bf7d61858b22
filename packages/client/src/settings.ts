/** The client's options, checked once and made ready for use. */
import { type Credentials, credentialsOf } from './credentials.ts';
import { InvalidCallError } from './errors/invalid-call-error.ts';
import type { Remedies } from './errors/words.ts';
import { checkHeaders, lowerNames } from './header-value.ts';
import type { ConnectOptions, FdiClientOptions } from './options.ts';
import { regionUrl } from './region.ts';
import { pathSegment } from './wire/encode.ts';
import { fetchTransport, type Transport } from './wire/transport.ts';

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
  /** How often a call is sent again: its own, else the client's. */
  readonly retries: (own?: number) => number;
  /** Milliseconds of a call: its own, else the client's, else the contract's. */
  readonly timeout: (usual: number, own?: number) => number;
  readonly remedies: Remedies | undefined;
}

/** Throws InvalidCallError for an option that cannot work. */
export function settle(options: ConnectOptions): Settings {
  const baseUrl = address(options);
  const retries = checkRetries(options.retries ?? 0);
  const timeout = options.timeout === undefined ? undefined : checkTimeout(options.timeout);
  return {
    baseUrl,
    basePath: new URL(baseUrl).pathname.replace(/\/$/, ''),
    place: {
      project_id: pathSegment('projectId', options.projectId),
      instance_id: pathSegment('instanceId', options.instanceId),
    },
    credentials: credentialsOf(options.credentials),
    headers: { accept: 'application/json', ...lowerNames(checkHeaders(options.headers ?? {})) },
    transport: options.transport ?? fetchTransport,
    retries: (own) => (own === undefined ? retries : checkRetries(own)),
    maxAnswerBytes: checkMaxAnswerBytes(options.maxAnswerBytes ?? defaultAnswerBytes),
    timeout: (usual, own) => (own === undefined ? (timeout ?? usual) : checkTimeout(own)),
    remedies: options.remedies,
  };
}

/** Beyond this, timers fire at once. */
const longestTimer = 2 ** 31 - 1;

/** The timeout; refuses what no timer can do. */
function checkTimeout(timeout: number): number {
  const possible = typeof timeout === 'number' && timeout >= 1;
  if (possible && (timeout <= longestTimer || timeout === Number.POSITIVE_INFINITY)) return timeout;
  throw new InvalidCallError(`timeout must be milliseconds from 1 to ${longestTimer}, or Infinity for none.`);
}

const mostRetries = 10;

function checkRetries(retries: number): number {
  if (Number.isInteger(retries) && retries >= 0 && retries <= mostRetries) return retries;
  throw new InvalidCallError(`retries must be a whole number from 0 to ${mostRetries}.`);
}

const defaultAnswerBytes = 64 * 1024 * 1024;

function checkMaxAnswerBytes(bytes: number): number {
  if (typeof bytes === 'number' && bytes >= 1) return bytes;
  throw new InvalidCallError('maxAnswerBytes must be bytes from 1, or Infinity for any number of them.');
}

function address({ baseUrl, region }: FdiClientOptions): string {
  if ((baseUrl === undefined) === (region === undefined)) {
    throw new InvalidCallError('Give either baseUrl or region, and not both.');
  }
  return region === undefined ? checkBaseUrl(baseUrl) : regionUrl(region);
}

/** The messages do not quote the URL: it may hold a password. */
function checkBaseUrl(baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InvalidCallError('baseUrl must be an address such as https://host or http://127.0.0.1:4020.');
  }
  if (url.username || url.password) throw new InvalidCallError('baseUrl must hold neither user nor password.');
  if (url.search || url.hash) throw new InvalidCallError('baseUrl must hold neither query nor fragment.');
  return url.href.replace(/\/+$/, '');
}
