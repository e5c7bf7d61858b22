/** Which secrets a data source keeps when its settings are given again without them. */
import type { Settings } from '@roma-fdi/databases';

/** What decides where a secret goes, and how: with another value of one of these it would be shown to somebody else. */
const placeFields = ['mode', 'host', 'port', 'url', 'user_name', 'database_name', 'ssl', 'ssl_enable'] as const;

export type Kept =
  | { readonly settings: Settings }
  /** The secret that must be sent again. */
  | { readonly needed: string };

/** The given settings with the kept secrets that they leave out. */
export function withKeptSecrets(given: Settings, before: Settings, secrets: Settings): Kept {
  const missing = Object.keys(secrets).filter((name) => given[name] === undefined);
  const [needed] = missing;
  if (needed === undefined) return { settings: given };
  if (placeFields.some((name) => given[name] !== before[name])) return { needed };
  return { settings: { ...given, ...Object.fromEntries(missing.map((name) => [name, secrets[name]])) } };
}
