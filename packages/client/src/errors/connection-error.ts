/** The error for a call that got no whole answer. */

import { type CallFacts, FdiError, named, nameErrors, withRemedy } from './fdi-error.ts';
import type { Remedies } from './words.ts';

/** Status and request id of an answer that had begun. */
export interface BegunAnswer {
  readonly status: number;
  readonly requestId: string | undefined;
}

const unexplained = 'no connection, or it broke before an answer';

/**
 * No connection, or it broke before the answer was whole. Whether the service has done its work is unknown when the request
 * had been sent. `cause` is the transport's error, reduced to its message, code and stack.
 */
export class ConnectionError extends FdiError {
  static {
    nameErrors(ConnectionError, 'ConnectionError');
  }

  /** The system's error code, such as `ECONNREFUSED` or `ENOTFOUND`; undefined where there is none. */
  declare readonly code: string | undefined;
  /** HTTP status, where the answer had begun. */
  declare readonly status: number | undefined;
  /** `X-Request-Id`, where the answer had begun. */
  declare readonly requestId: string | undefined;

  constructor(
    call: CallFacts,
    fault: { code: string | undefined; cause: Error },
    begun?: BegunAnswer,
    remedies?: Remedies,
  ) {
    const code = fault.code ? ` (${fault.code})` : '';
    const { meaning, remedy } = remedies?.ofConnection(fault.cause) ?? { meaning: unexplained, remedy: undefined };
    super(
      begun
        ? `${named(call)}: the connection broke inside the answer${code}, after status ${begun.status}.`
        : withRemedy(`${named(call)}: ${meaning.replace(/\.$/, '')}${code}.`, remedy),
      call,
      fault.cause,
    );
    this.code = fault.code;
    this.status = begun?.status;
    this.requestId = begun?.requestId;
  }
}
