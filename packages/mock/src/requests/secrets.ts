/** Which parts of a request are secrets, and the same request without them. */
import type { Contract } from '@roma-fdi/contract';
import type { Credentials } from '../document/security.ts';

export const masked = '***';

export interface Secrets {
  /** A copy; names in lower case. */
  headers(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string | string[]>;
  /** A copy where something is masked, else the value itself. */
  body(value: unknown): unknown;
  /** Of a path with its query, as they are written. */
  url(url: string): string;
  query<Value>(query: Readonly<Record<string, Value>>): Record<string, Value | string>;
  /** Whether a header, a parameter or a field of this name holds a secret wherever it stands. */
  isSecretName(name: string): boolean;
  /** Whether a field of a data source's content is a secret. */
  isSecretContent(name: string): boolean;
}

/** Names that say so themselves, in whatever spelling. */
const secretNames =
  /^(sk|authorization|proxy-authorization|cookie|set-cookie)$|pass(word|wd|phrase|code)|(^|[^a-z])(pass|auth)$|pwd|secret|token|credential|signature|api[-_]?key|private[-_]?key|access[-_]?key/i;

/** The field of a data source in which everything is a secret that the contract does not show in answers. */
const contentField = 'content';

/** @param credentials what the operations ask a caller for: their headers are secrets, whatever they are called */
export function createSecrets(
  { openContentFields }: Pick<Contract, 'openContentFields'>,
  credentials: Iterable<Credentials>,
): Secrets {
  const ofCredentials = new Set([...credentials].flat(2));
  const isSecretName = (name: string): boolean => secretNames.test(name) || ofCredentials.has(name.toLowerCase());
  const isSecretContent = (name: string): boolean =>
    secretNames.test(name) || (openContentFields.size > 0 && !openContentFields.has(name));

  function body(value: unknown, ofContent: boolean): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items = value.map((item) => body(item, ofContent));
      return items.some((item, index) => item !== value[index]) ? items : value;
    }
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
      const isSecret = ofContent ? isSecretContent(name) : secretNames.test(name);
      return [name, isSecret && inner !== null ? masked : body(inner, ofContent || name === contentField)];
    });
    const isSame = entries.every(([name, inner]) => inner === (value as Record<string, unknown>)[name]);
    return isSame ? value : Object.fromEntries(entries);
  }

  return {
    isSecretName,
    isSecretContent,
    body: (value) => body(value, false),
    headers: (headers) =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => {
          if (value === undefined) return [];
          return [[name, isSecretName(name) ? masked : typeof value === 'string' ? value : [...value]]];
        }),
      ),
    url: (url) =>
      url.replace(/([?&])([^=&]*)=[^&]*/g, (all, mark: string, name: string) =>
        isSecretName(decoded(name)) ? `${mark}${name}=${masked}` : all,
      ),
    query: (query) =>
      Object.fromEntries(Object.entries(query).map(([name, value]) => [name, isSecretName(name) ? masked : value])),
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
