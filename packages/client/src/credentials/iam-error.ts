/** The error for an answer of the identity service that has no token in it. */
import { type CallFacts, FdiError, named, nameErrors } from '../errors/fdi-error.ts';

/** The identity service (IAM) gave no token. Neither the message nor a cause holds the password. */
export class IamError extends FdiError {
  static {
    nameErrors(IamError, 'IamError');
  }

  /** HTTP status of its answer. */
  readonly status: number;

  /** @param said its own words, with nothing in them that was sent */
  constructor(call: CallFacts, status: number, said: string | undefined) {
    super(
      `${named(call)} answered ${status} and gave no token${said ? `: ${said.replace(/\.$/, '')}` : ''}.\n` +
        `What to do: ${remedyOf(status)}`,
      call,
    );
    this.status = status;
  }
}

function remedyOf(status: number): string {
  if (status === 401)
    return 'check user, password and domain. IAM locks a user for some minutes after several failures.';
  if (status === 400 || status === 403 || status === 404)
    return 'check the region or endpoint, the domain, and the project that the token is for; the user must have access to it.';
  if (status === 429 || status >= 500) return 'try again later; IAM is overloaded or fails.';
  return 'check that endpoint is the address of IAM.';
}
