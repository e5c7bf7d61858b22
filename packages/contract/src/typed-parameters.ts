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
  const defaults = described
    .filter(({ name, schema }) => schema.default !== undefined && !Object.hasOwn(texts, name))
    .map(({ name, schema }) => [name, schema.default]);
  return Object.fromEntries([...defaults, ...typedEntries(texts, described)]);
}

/** The values alone, without defaults. */
export function typedEntries(texts: Texts, described: readonly Field[]): [name: string, value: unknown][] {
  const types = new Map(described.map(({ name, schema }) => [name, schema.type]));
  return Object.entries(texts).map(([name, text]) => {
    const [form, read] = forms[String(types.get(name))] ?? [];
    return [name, typeof text === 'string' && form?.test(text) ? read?.(text) : text];
  });
}
