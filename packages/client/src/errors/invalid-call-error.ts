/** The error for a client or a call that cannot be made as it was asked for. */
import { FdiError, nameErrors } from './fdi-error.ts';

/** An option or an argument is wrong; nothing was sent. The message names it, never its value. */
export class InvalidCallError extends FdiError {
  static {
    nameErrors(InvalidCallError, 'InvalidCallError');
  }
}
