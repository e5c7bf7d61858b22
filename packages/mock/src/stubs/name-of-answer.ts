/** How an error names what a stub was given: as it is written in the test, without bodies. */
import { isFault, nameOfFault } from '../faults/fault.ts';

export function nameOfAnswer(given: unknown): string {
  if (isFault(given)) {
    const name = nameOfFault(given);
    if (!('answer' in given) || given.answer === undefined) return name;
    return name.replace(
      /\)$/,
      name.endsWith('()') ? `undefined, ${nameOfAnswer(given.answer)})` : `, ${nameOfAnswer(given.answer)})`,
    );
  }
  if (typeof given === 'string') return `'${given}'`;
  if (typeof given === 'function') return 'a function';
  if (typeof given === 'object' && given !== null) return `{ status: ${(given as { status?: unknown }).status} }`;
  return String(given);
}
