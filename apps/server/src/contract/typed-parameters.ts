/** Gives the text of query parameters the type that the contract declares; what does not read as that type stays text and fails. */
import type { Parameter } from './document.ts';

const integer = /^-?\d{1,15}$/;

export function typed(
  query: Readonly<Record<string, string | readonly string[]>>,
  parameters: readonly Parameter[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, in: place, schema } of parameters) {
    const text = place === 'query' ? query[name] : undefined;
    if (text === undefined) continue;
    values[name] = schema.type === 'integer' && typeof text === 'string' && integer.test(text) ? Number(text) : text;
  }
  return values;
}
