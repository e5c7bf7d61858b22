/** Refuses what is no option by its name: a misspelt one would be passed over without a word. */
import { InvalidCallError } from './errors/invalid-call-error.ts';

/** Throws InvalidCallError for what is no object, and for a name that is not one of these. */
export function checkOptionNames(of: string, options: object, names: ReadonlySet<string>): void {
  if (typeof options !== 'object' || options === null)
    throw new InvalidCallError(`The options of ${of} must be an object.`);
  for (const name in options) {
    if (!names.has(name)) {
      throw new InvalidCallError(`${name} is not an option of ${of}. Its options are ${[...names].join(', ')}.`);
    }
  }
}
