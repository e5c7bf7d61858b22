/** A refusal in the contract's words: status and code come from its name, the message says what was wrong here. */
import { failures } from '@roma-fdi/types';

export type FailureName = keyof typeof failures;

/** The longest `error_msg` that the contract promises. */
const maxMessage = 512;

export class Failure extends Error {
  override readonly name: FailureName;
  readonly status: number;
  readonly code: string;
  /** Response headers that belong to this failure, such as Allow. */
  readonly headers: Readonly<Record<string, string>>;

  /** Without a message the contract's general one is used. */
  constructor(name: FailureName, message?: string, options: ErrorOptions & { headers?: Record<string, string> } = {}) {
    const { status, code, message: general } = failures[name];
    super(shortened(message ?? general), options);
    this.name = name;
    this.status = status;
    this.code = code;
    this.headers = { ...(status === 429 || status === 503 ? { 'retry-after': '1' } : {}), ...options.headers };
  }
}

/** A value that fits the contract but cannot be used: `Invalid parameter [name]: why`. */
export function invalidParameter(failure: FailureName, parameter: string, why: string): Failure {
  return new Failure(failure, `Invalid parameter [${parameter}]: ${why}`);
}

function shortened(message: string): string {
  const characters = [...message];
  return characters.length <= maxMessage ? message : `${characters.slice(0, maxMessage - 3).join('')}...`;
}
