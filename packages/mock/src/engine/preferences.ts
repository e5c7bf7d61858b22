/** What a caller asks of the mock: the `Prefer` header, or the query parameters that Prism has for it. */
import type { Call } from '../front/call.ts';

export interface Preferences {
  /** Status of the answer, as it was written. */
  code?: string;
  /** Key of the example. */
  example?: string;
  /** `true` or `false`. */
  dynamic?: string;
  seed?: string;
}

const names = ['code', 'example', 'dynamic', 'seed'] as const;

/** Query parameters that belong to the mock and not to the contract. */
export const preferenceParameters: ReadonlySet<string> = new Set(names.map((name) => `__${name}`));

/** Reads both; the header wins. */
export function readPreferences({ headers, query }: Call): Preferences {
  const preferences: Preferences = {};
  for (const name of names) {
    const [value] = [query[`__${name}`]].flat();
    if (value) preferences[name] = value;
  }
  for (const part of String(headers['prefer'] ?? '').split(/[,;]/)) {
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
