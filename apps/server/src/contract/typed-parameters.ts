/** Gives the text of query parameters the type that the contract declares; what does not read as that type stays text and fails. */
import type { Parameter } from './document.ts';

const integer = /^-?\d{1,15}$/;

/** Keeps what the contract does not know as well, so that it is refused by name. */
export function typed(
  query: Readonly<Record<string, string | readonly string[]>>,
  parameters: readonly Parameter[],
): Record<string, unknown> {
  const numbers = new Set(parameters.filter(({ schema }) => schema.type === 'integer').map(({ name }) => name));
  const values = Object.entries(query).map(([name, value]) => [
    name,
    numbers.has(name) && typeof value === 'string' && integer.test(value) ? Number(value) : value,
  ]);
  return Object.fromEntries(values);
}
