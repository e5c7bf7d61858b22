/** What a caller asks of the mock: the `Prefer` header, or the query parameters that Prism has for it. */
import { faultPreferences } from '../faults/preferred-fault.ts';
import type { Call } from '../front/call.ts';

const names = ['code', 'example', 'dynamic', 'seed', ...faultPreferences] as const;

/** As they were written: `code` is the status of the answer, `example` the key of an example, `dynamic` is `true` or `false`. */
export type Preferences = { readonly [Name in (typeof names)[number]]?: string };

const parameterOf = new Map(names.map((name) => [name, `__${name}`]));

/** Query parameters that belong to the mock and not to the contract. */
export const preferenceParameters: ReadonlySet<string> = new Set(parameterOf.values());

/** Reads both; the header wins. */
export function readPreferences({ headers, query }: Call): Preferences {
  const preferences: Partial<Record<(typeof names)[number], string>> = {};
  for (const [name, parameter] of parameterOf) {
    const sent = query[parameter];
    const value = Array.isArray(sent) ? sent[0] : sent;
    if (value) preferences[name] = value;
  }
  const { prefer } = headers;
  if (prefer === undefined) return preferences;
  for (const part of String(prefer).split(/[,;]/)) {
    const mark = part.indexOf('=');
    const name = names.find((known) => known === part.slice(0, mark).trim().toLowerCase());
    const value = part
      .slice(mark + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
    if (mark > 0 && name && value) preferences[name] = value;
  }
  return preferences;
}
