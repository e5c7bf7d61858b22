/** A failure of the contract, thrown by the check that finds it and answered in one place. */
import { failures } from '@roma-fdi/types';

export type FailureName = keyof typeof failures;

const MAX_MESSAGE = 512;

export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The place in the request that the message names, where it names one. */
  place?: string;

  /** Without a message, the general one of the contract. */
  constructor(failure: FailureName, message?: string, headers: Record<string, string> = {}) {
    super(cut(message ?? failures[failure].message));
    this.name = failure;
    this.status = failures[failure].status;
    this.code = failures[failure].code;
    this.headers = headers;
  }
}

/** The body of every answer that is an error. */
export function failureBody(failure: Failure): string {
  return JSON.stringify({ error_code: failure.code, error_msg: failure.message });
}

function cut(message: string): string {
  return message.length <= MAX_MESSAGE ? message : `${message.slice(0, MAX_MESSAGE - 1)}…`;
}
