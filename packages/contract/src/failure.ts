/** A refusal in the contract's words: status and code come from its name, the message says what was wrong here. */
import { failureHeader, failures, limits } from '@roma-fdi/types';

export type FailureName = keyof typeof failures;

export function isFailureName(name: string): name is FailureName {
  return Object.hasOwn(failures, name);
}

const maxMessage = limits.ErrorRsp.error_msg;

export interface FailureOptions extends ErrorOptions {
  /** Response headers that belong to this failure besides its name, such as Allow. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly place?: string;
}

export class Failure extends Error {
  override readonly name: FailureName;
  readonly status: number;
  readonly code: string;
  /** Of its answer, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The place in the request that the message names, where it names one. */
  readonly place: string | undefined;

  /** Without a message the contract's general one is used. */
  constructor(name: FailureName, message?: string, options: FailureOptions = {}) {
    const { status, code, message: general } = failures[name];
    super(shortened(message ?? general), options);
    this.name = name;
    this.status = status;
    this.code = code;
    this.headers = {
      [failureHeader.toLowerCase()]: name,
      ...(status === 429 || status === 503 ? { 'retry-after': '1' } : {}),
      ...options.headers,
    };
    this.place = options.place;
  }
}

/** A value that fits the contract but cannot be used: `Invalid parameter [name]: why`. */
export function invalidParameter(failure: FailureName, parameter: string, why: string): Failure {
  return new Failure(failure, `Invalid parameter [${parameter}]: ${why}`);
}

/** The body of every answer that is an error. */
export function failureBody({ code, message }: Failure): string {
  return JSON.stringify({ error_code: code, error_msg: message });
}

function shortened(message: string): string {
  const characters = [...message];
  return characters.length <= maxMessage ? message : `${characters.slice(0, maxMessage - 3).join('')}...`;
}
