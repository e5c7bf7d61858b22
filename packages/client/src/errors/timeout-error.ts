/** The error for a call that did not end within its deadline. */
import { type CallFacts, FdiError, named, nameErrors } from './fdi-error.ts';

/** The deadline passed before the whole answer was there. The service may still finish its work. */
export class TimeoutError extends FdiError {
  static {
    nameErrors(TimeoutError, 'TimeoutError');
  }

  /** The deadline, in milliseconds. */
  readonly timeout: number;

  constructor(call: CallFacts, timeout: number) {
    super(
      `${named(call)}: no whole answer within ${timeout} ms. The service may still finish the call; ` +
        'look before you repeat it, or give it longer (option timeout).',
      call,
    );
    this.timeout = timeout;
  }
}
