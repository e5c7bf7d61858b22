/** The error for an answer with a status that is not 2xx. */
import type { FailureAction, FailureName } from './failures.ts';
import { type CallFacts, FdiError, named, nameErrors } from './fdi-error.ts';
import type { FailureExplanation, Remedies } from './words.ts';

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
  declare readonly status: number;
  /** `error_code` of the answer; undefined where its body had none, as with an HTML page of a proxy. */
  declare readonly code: string | undefined;
  /** `X-Request-Id` of the answer: quote it when you report a fault. */
  declare readonly requestId: string | undefined;
  /** Seconds after which another try is worth it (`Retry-After`); undefined where the answer does not say. */
  declare readonly retryAfter: number | undefined;
  /**
   * The contract's name of this failure, such as `TaskNotFound`; undefined where the contract knows none. Without `remedies` it is the one
   * that the answer gives, and the cloud gives none: `isApiError(error, name)` then goes by the code.
   */
  declare readonly failure: FailureName | undefined;
  /**
   * What the failure means, in the contract's words; where the answer is not this API's, what has probably happened. Undefined where the
   * call was made without `remedies`.
   */
  declare readonly meaning: string | undefined;
  /** What to do about it; undefined as `meaning` is. */
  declare readonly remedy: string | undefined;
  /** The same in one word, such as `sign-in` or `try-again`; undefined where the contract does not know the failure, and as `meaning` is. */
  declare readonly action: FailureAction | undefined;

  constructor(call: CallFacts, answer: FailedAnswer, remedies?: Remedies) {
    const { failure, action, meaning, remedy, isGuess }: FailureExplanation = remedies?.ofFailure(answer) ?? {
      // What a server newer than this client says is none of the names yet.
      failure: answer.name as FailureName | undefined,
    };
    const said = answer.message ?? meaning;
    const parts = [
      `${named(call)} answered ${[answer.status, answer.code].filter(Boolean).join(' ')}${said ? `: ${said}` : '.'}`,
      isGuess && answer.message && `Probable cause: ${meaning}`,
      remedy && `What to do: ${remedy}`,
      answer.requestId && `X-Request-Id: ${answer.requestId}`,
    ];
    super(parts.filter(Boolean).join('\n'), call);
    this.status = answer.status;
    this.code = answer.code;
    this.requestId = answer.requestId;
    this.retryAfter = answer.retryAfter;
    this.failure = failure;
    this.meaning = meaning;
    this.remedy = remedy;
    this.action = action;
  }
}
