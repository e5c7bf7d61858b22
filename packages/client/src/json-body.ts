/** Refuses in a body what JSON cannot hold: it has null for NaN and Infinity, and a null may be a value of its own. */
import { InvalidCallError } from './errors/invalid-call-error.ts';

/** Deeper than the contract nests; a body that refers to itself has no end. */
const maximumDepth = 32;

/**
 * @param name of the value, as messages have it
 * @throws InvalidCallError that names the field, and not its value
 */
export function checkBody(value: unknown, name: string = 'The body', depth: number = 0): void {
  if (typeof value === 'number' ? !Number.isFinite(value) : typeof value === 'bigint') {
    throw new InvalidCallError(`${name} must be a finite number.`);
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth === maximumDepth) throw new InvalidCallError(`${name} lies too deep.`);
  for (const [field, inner] of Object.entries(value)) checkBody(inner, field, depth + 1);
}
