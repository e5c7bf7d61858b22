/** The error for an answer that came, but is not what the contract promises. */
import { type CallFacts, FdiError, named, nameErrors, withRemedy } from './fdi-error.ts';
import type { Remedies } from './words.ts';

/** What was wrong with the answer. */
export type UnexpectedReason =
  /** A redirect, which is never followed: the token must not reach another host. */
  | 'redirect'
  /** No body where one was promised. */
  | 'empty'
  /** A body that is not JSON, or not all of it. */
  | 'not-json'
  /** A body that is larger than the option `maxAnswerBytes` allows; the rest of it is not read. */
  | 'too-large'
  /** JSON of another form; the message names the place. */
  | 'shape';

/** The answer is not one of this API: usually another server has the address, or a proxy changed the answer. */
export class UnexpectedAnswerError extends FdiError {
  static {
    nameErrors(UnexpectedAnswerError, 'UnexpectedAnswerError');
  }

  /** What was wrong with the answer. */
  declare readonly reason: UnexpectedReason;
  /** HTTP status; 0 for a redirect in a browser, which hides it. */
  declare readonly status: number;
  /** `X-Request-Id` of the answer, where it had one. */
  declare readonly requestId: string | undefined;

  constructor(
    call: CallFacts,
    answer: { status: number; requestId: string | undefined },
    reason: UnexpectedReason,
    what: string,
    remedies?: Remedies,
  ) {
    super(withRemedy(`${named(call)} answered ${answer.status}, but ${what}`, remedies?.ofAnswer[reason]), call);
    this.reason = reason;
    this.status = answer.status;
    this.requestId = answer.requestId;
  }
}
