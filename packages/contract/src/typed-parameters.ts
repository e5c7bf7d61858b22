/** Gives the text of parameters, headers and form fields the type that the contract declares; what does not read as that type stays text and fails. */
import type { Field } from './operations.ts';

export type Texts = Readonly<Record<string, string | readonly string[] | undefined>>;

/** How each type is written; an integer is few enough decimal digits to be exact in JavaScript, without `+`, fraction or exponent. */
const forms: Readonly<Record<string, readonly [form: RegExp, read: (text: string) => unknown]>> = {
  integer: [/^-?\d{1,15}$/, Number],
  number: [/^-?\d{1,15}(\.\d{1,15})?$/, Number],
  boolean: [/^(true|false)$/, (text) => text === 'true'],
};

/** Fills in the contract's defaults, and keeps what the contract does not know, so that it is refused by name. */
export function typed(texts: Texts, described: readonly Field[]): Record<string, unknown> {
  const missing = readingOf(described).defaults.filter(([name]) => !Object.hasOwn(texts, name));
  return Object.fromEntries([...missing, ...typedEntries(texts, described)]);
}

/** The values alone, without defaults. */
export function typedEntries(texts: Texts, described: readonly Field[]): [name: string, value: unknown][] {
  const { types } = readingOf(described);
  return Object.entries(texts).map(([name, text]) => {
    const [form, read] = forms[types.get(name) ?? ''] ?? [];
    return [name, typeof text === 'string' && form?.test(text) ? read?.(text) : text];
  });
}

interface Reading {
  readonly types: ReadonlyMap<string, string>;
  readonly defaults: readonly (readonly [name: string, value: unknown])[];
}

/** By the lists of the contract, which are the same for every request. */
const readings = new WeakMap<readonly Field[], Reading>();

function readingOf(described: readonly Field[]): Reading {
  const known = readings.get(described);
  if (known) return known;
  const withDefault = described.filter(({ schema }) => schema.default !== undefined);
  const reading = {
    types: new Map(described.map(({ name, schema }) => [name, String(schema.type)])),
    defaults: withDefault.map(({ name, schema }) => [name, schema.default] as const),
  };
  readings.set(described, reading);
  return reading;
}
