/** What may stand in a recording: structure, names, types and shapes, the contract's own words, and pseudonyms of IDs. */
import type { Contract } from '@roma-fdi/contract';
import { failures } from '@roma-fdi/types';
import { masked, type Secrets } from '../requests/secrets.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { nameOrShape, shapeOfNumber, shapeOfText } from './shape.ts';

export interface Redaction {
  body(value: unknown): unknown;
  headers(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, unknown>;
  /** The parameters of a path or a query. */
  parameters(parameters: Readonly<Record<string, string | readonly string[]>>): Record<string, unknown>;
  /** A parameter of a path, which is an ID whatever it is called. */
  id(value: string): string;
  /** Where something is wrong: names that no contract gives are shapes. */
  place(place: string): string;
}

/** Entries of a list that are kept, and values of a body in all. */
const mostEntries = 20;
const mostValues = 5_000;
const deepest = 32;

const quality = String.raw`(?: ?; ?q=[01](?:\.\d{1,3})?)?`;
const listOf = (word: string): RegExp => new RegExp(`^${word}${quality}(?: ?, ?${word}${quality})*$`, 'i');
const mediaType = String.raw`(?:\*/\*|(?:application|text)/(?:\*|json|problem\+json|xml|html|plain|x-www-form-urlencoded))(?: ?; ?charset=[\w-]{1,12})?`;
const codings = listOf(String.raw`(?:gzip|deflate|compress|br|zstd|identity|chunked|\*)`);
const count = /^\d{1,12}$/;

/** Headers that say how a message is to be read, with the values that say nothing about whom it is for. */
const openHeaders: ReadonlyMap<string, RegExp> = new Map([
  ['accept', listOf(mediaType)],
  ['accept-encoding', codings],
  ['allow', /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?:, ?(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS))*$/],
  ['connection', /^(?:close|keep-alive)$/i],
  ['content-encoding', codings],
  ['content-length', count],
  ['content-type', new RegExp(`^${mediaType}$`, 'i')],
  ['retry-after', count],
  ['transfer-encoding', codings],
  ['x-failure', new RegExp(`^(?:${Object.keys(failures).join('|')})$`)],
]);

export function createRedaction({ document }: Pick<Contract, 'document'>, secrets: Secrets): Redaction {
  const words = wordsOf(document);
  const pseudonym = createPseudonyms();

  function text(name: string, value: string): string {
    if (words.has(value)) return value;
    // A code that nobody has documented is what a recording is for.
    if (name === 'error_code' && /^[A-Za-z]{1,16}[._-][A-Za-z]{0,8}\d[\d.]{0,15}$/.test(value)) return value;
    return isIdName(name) ? pseudonym(value) : shapeOfText(value);
  }

  function redact(name: string, value: unknown, depth: number, budget: { values: number }): unknown {
    if (typeof value === 'string') return text(name, value);
    if (typeof value === 'number') return shapeOfNumber(value);
    if (typeof value !== 'object' || value === null) return value;
    budget.values--;
    if (depth > deepest || budget.values < 0) return '…';
    if (Array.isArray(value)) {
      const kept = value.slice(0, mostEntries).map((entry) => redact(name, entry, depth + 1, budget));
      return value.length > mostEntries ? [...kept, `… ${value.length - mostEntries} more`] : kept;
    }
    const entries = Object.entries(value);
    const isSecret = name === 'content' ? secrets.isSecretContent : secrets.isSecretName;
    return Object.fromEntries(
      entries.slice(0, mostValues).map(([key, inner]) => {
        budget.values--;
        const hidden = isSecret(key) && inner !== null && inner !== '';
        return [nameOrShape(key), hidden ? masked : redact(key, inner, depth + 1, budget)];
      }),
    );
  }

  const each = <Value>(values: Readonly<Record<string, Value>>, one: (name: string, value: Value) => unknown) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [nameOrShape(name), one(name, value)]));
  const list = (value: string | readonly string[], one: (value: string) => string) =>
    typeof value === 'string' ? one(value) : value.slice(0, mostEntries).map(one);

  return {
    body: (value) => redact('', value, 0, { values: mostValues }),
    id: pseudonym,
    parameters: (parameters) =>
      each(parameters, (name, value) => (secrets.isSecretName(name) ? masked : list(value, (one) => text(name, one)))),
    headers: (headers) =>
      each(headers, (written, value) => {
        const name = written.toLowerCase();
        if (secrets.isSecretName(name) || value === undefined) return masked;
        if (name === 'x-request-id') return list(value, pseudonym);
        return list(value, (one) => (openHeaders.get(name)?.test(one) ? one : shapeOfText(one)));
      }),
    place: (place) =>
      place.replace(
        /\[(.*)\]$/s,
        (_all, path: string) =>
          `[${path
            .split('.')
            .map((step) => (/^\d+$/.test(step) ? step : nameOrShape(step)))
            .join('.')}]`,
      ),
  };
}

const isIdName = (name: string): boolean => /(^|_)ids?$/i.test(name) || /[a-z]Ids?$/.test(name);

/** Every word that the document enumerates, and the codes of the failures. */
function wordsOf(document: object): ReadonlySet<string> {
  const words = new Set<string>(Object.values(failures).map(({ code }) => code));
  const left: unknown[] = [document];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== 'object' || node === null) continue;
    const { enum: listed, const: only } = node as { readonly enum?: unknown; readonly const?: unknown };
    for (const word of [only, ...(Array.isArray(listed) ? listed : [])]) if (typeof word === 'string') words.add(word);
    for (const inner of Object.values(node)) left.push(inner);
  }
  return words;
}
