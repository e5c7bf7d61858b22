/** Refuses what is no option by its name: a misspelt one would be passed over without a word. */
import { InvalidCallError } from './errors/invalid-call-error.ts';
import { hookNames } from './observe/hooks.ts';
import type { CallOptions, FdiClientOptions } from './options.ts';

/** Throws InvalidCallError for what is no object, and for a name that is not one of these. */
export function checkOptionNames(of: string, options: object, names: ReadonlySet<string>): void {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidCallError(`The options of ${of} must be an object.`);
  }
  for (const name in options) {
    if (!names.has(name)) {
      throw new InvalidCallError(`${name} is not an option of ${of}. Its options are ${[...names].join(', ')}.`);
    }
  }
}

const clientOptions: ReadonlySet<keyof FdiClientOptions> = new Set([
  ...(['baseUrl', 'region', 'projectId', 'instanceId', 'credentials', 'timeout', 'maxRetries'] as const),
  ...(['idempotentInit', 'maxAnswerBytes', 'headers', 'transport', 'logger'] as const),
  ...hookNames,
]);

/** Those of `createFdiClient`. */
export function checkClientOptions(options: FdiClientOptions): void {
  checkOptionNames('createFdiClient', options, clientOptions);
  checkHeadersKind(options.headers);
  if (options.transport !== undefined && typeof options.transport !== 'function') {
    throw new InvalidCallError('transport must be a function like fetch.');
  }
}

/** A `Headers` object, a map or a list of pairs has no names of its own: its headers would be passed over without a word. */
function checkHeadersKind(headers: unknown): void {
  if (headers !== undefined && (typeof headers !== 'object' || headers === null || Symbol.iterator in headers)) {
    throw new InvalidCallError('headers must be an object of names and values.');
  }
}

const callOptions: ReadonlySet<keyof CallOptions> = new Set(['signal', 'timeout', 'maxRetries', 'headers']);

/** Those of a call. */
export function checkCallOptions(options: CallOptions): void {
  checkOptionNames('a call', options, callOptions);
  const { signal, headers } = options;
  checkHeadersKind(headers);
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw new InvalidCallError('signal must be an AbortSignal.');
  }
}
