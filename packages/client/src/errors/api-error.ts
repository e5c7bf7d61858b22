/** The error for an answer with a status that is not 2xx. */
import { type FailureAction, type FailureName, meaningOf } from './failures.ts';
import { type CallFacts, FdiError, named, nameErrors } from './fdi-error.ts';
import type { Remedies } from './words.ts';

/** What an answer said about its failure. */
export interface FailedAnswer {
  readonly status: number;
  readonly code: string | undefined;
  /** What it calls the failure; only the names of the contract count. */
  readonly name: string | undefined;
  readonly message: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
}

/** The service, or a gateway before it, refused the call or failed at it. */
export class ApiError extends FdiError {
  static {
    nameErrors(ApiError, 'ApiError');
  }

  /** HTTP status. */
  readonly status: number;
  /** `error_code` of the answer; undefined where its body had none, as with an HTML page of a proxy. */
  readonly code: string | undefined;
  /** `X-Request-Id` of the answer: quote it when you report a fault. */
  readonly requestId: string | undefined;
  /** Seconds after which another try is worth it (`Retry-After`); undefined where the answer does not say. */
  readonly retryAfter: number | undefined;
  /** The contract's name of this failure, such as `TaskNotFound`; undefined where the contract knows none. */
  readonly failure: FailureName | undefined;
  /**
   * What the failure means, in the contract's words; where the answer is not this API's, what has probably happened. Undefined where the
   * call was made without `remedies`.
   */
  readonly meaning: string | undefined;
  /** What to do about it; undefined as `meaning` is. */
  readonly remedy: string | undefined;
  /** The same in one word, such as `sign-in` or `try-again`; undefined where the contract does not know the failure. */
  readonly action: FailureAction | undefined;

  constructor(call: CallFacts, answer: FailedAnswer, remedies?: Remedies) {
    const known = meaningOf(answer.status, answer.code, answer.name);
    const explained = remedies?.ofFailure(answer, known);
    const said = answer.message ?? explained?.meaning;
    const parts = [
      `${named(call)} answered ${[answer.status, answer.code].filter(Boolean).join(' ')}${said ? `: ${said}` : '.'}`,
      explained?.isGuess && answer.message && `Probable cause: ${explained.meaning}`,
      explained && `What to do: ${explained.remedy}`,
      answer.requestId && `X-Request-Id: ${answer.requestId}`,
    ];
    super(parts.filter(Boolean).join('\n'), call);
    this.status = answer.status;
    this.code = answer.code;
    this.requestId = answer.requestId;
    this.retryAfter = answer.retryAfter;
    this.failure = known?.name;
    this.meaning = explained?.meaning;
    this.remedy = explained?.remedy;
    this.action = known?.action;
  }
}
