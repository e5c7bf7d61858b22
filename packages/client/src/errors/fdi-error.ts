/** The base of every error that this client makes, and the facts of the call that all of them name. */
import type { operations } from '@roma-fdi/types';

/** The contract's name of an operation, such as `installMultiTasks`. */
export type OperationId = keyof operations;

/** What an error says about the call that it stands for. */
export interface CallFacts {
  /** Operation that was called; undefined for a call through the raw client. */
  readonly operation: OperationId | undefined;
  /** HTTP method. */
  readonly method: string;
  /** Path without its query, which may hold what is not for a log. */
  readonly path: string;
}

/** Marks errors of this client, also those of another copy of it in the same program. */
export const brand: unique symbol = Symbol.for('@roma-fdi/client.error');

/** Base of all errors of this client: catch it where the kind does not matter. Holds no token and nothing else that was sent. */
export class FdiError extends Error {
  static {
    Object.defineProperty(FdiError.prototype, 'name', { value: 'FdiError', configurable: true });
    Object.defineProperty(FdiError.prototype, brand, { value: true });
  }

  /** Operation that was called; undefined outside a named method. */
  declare readonly operation: OperationId | undefined;
  /** HTTP method; undefined where no request was formed. */
  declare readonly method: string | undefined;
  /** Path without its query; undefined where no request was formed. */
  declare readonly path: string | undefined;

  constructor(message: string, call?: CallFacts, cause?: Error) {
    super(message, cause && { cause });
    this.operation = call?.operation;
    this.method = call?.method;
    this.path = call?.path;
  }

  /** Name, message and facts, for logs that are JSON. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

/** Lets an error that came out of a timer or a transport point at the line that made the call; V8 alone can. */
export function tracedHere(error: unknown): unknown {
  if (error instanceof FdiError) Error.captureStackTrace?.(error, tracedHere);
  return error;
}

/** The call as messages begin with it: `installMultiTasks (POST /v2/...)`. */
export function named({ operation, method, path }: CallFacts): string {
  return operation ? `${operation} (${method} ${path})` : `${method} ${path}`;
}

/** A message, and what to do where that is known. */
export function withRemedy(message: string, remedy: string | undefined): string {
  return remedy ? `${message} ${remedy}` : message;
}

/** Gives a class of errors its name, on the prototype so that printed errors do not repeat it. */
export function nameErrors(type: { prototype: FdiError }, name: string): void {
  Object.defineProperty(type.prototype, 'name', { value: name, configurable: true });
}
