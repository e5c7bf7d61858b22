/** Gives the text of query parameters the type that the contract declares; what does not read as that type stays text and fails. */
import { integerText } from '@roma-fdi/types';
import type { Parameter } from './document.ts';

/** Fills in the contract's defaults, and keeps what the contract does not know, so that it is refused by name. */
export function typed(
  query: Readonly<Record<string, string | readonly string[]>>,
  parameters: readonly Parameter[],
): Record<string, unknown> {
  const defaults = parameters
    .filter(
      ({ name, in: place, schema }) => place === 'query' && schema.default !== undefined && !Object.hasOwn(query, name),
    )
    .map(({ name, schema }) => [name, schema.default]);
  const numbers = new Set(parameters.filter(({ schema }) => schema.type === 'integer').map(({ name }) => name));
  const values = Object.entries(query).map(([name, value]) => [
    name,
    numbers.has(name) && typeof value === 'string' && integerText.test(value) ? Number(value) : value,
  ]);
  return Object.fromEntries([...defaults, ...values]);
}
