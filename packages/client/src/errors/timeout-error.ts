/** The error for a call that did not end within its deadline. */
import { type CallFacts, FdiError, named, nameErrors, withRemedy } from './fdi-error.ts';
import type { Remedies } from './words.ts';

/** The deadline passed before the whole answer was there. The service may still finish its work. */
export class TimeoutError extends FdiError {
  static {
    nameErrors(TimeoutError, 'TimeoutError');
  }

  /** The deadline, in milliseconds. */
  declare readonly timeout: number;

  constructor(call: CallFacts, timeout: number, remedies?: Remedies) {
    super(withRemedy(`${named(call)}: no whole answer within ${timeout} ms.`, remedies?.ofTimeout), call);
    this.timeout = timeout;
  }
}
