/**
 * Judges alternatives by the property that tells them apart. Against `oneOf` alone a validator tries them all, and reports what is wrong
 * with each: a MySQL database without a host would be told that it is no SQLite file.
 */
import { placeAt } from './document.ts';

/** A copy of a document in which each such `oneOf` is a choice: the alternative of the property's value, and no other. */
export function withChosenAlternatives<T extends object>(document: T): T {
  const copy = structuredClone(document);
  choose(copy, document);
  return copy;
}

interface Alternatives {
  oneOf?: readonly object[];
  readonly 'x-told-apart-by'?: string;
  allOf?: object[];
}

interface Alternative {
  readonly required?: readonly string[];
  readonly allOf?: readonly object[];
  readonly properties?: Readonly<Record<string, { readonly enum: readonly unknown[] }>>;
}

function choose(node: unknown, document: object): void {
  if (typeof node !== 'object' || node === null) return;
  for (const child of Object.values(node)) choose(child, document);
  const schema: Alternatives = node;
  const name = schema['x-told-apart-by'];
  if (name === undefined || !schema.oneOf) return;
  const alternatives = schema.oneOf.map((then) => {
    const alternative = alternativeOf(then, document);
    return { then, values: valuesOf(alternative, name, document), required: requiredOf(alternative, document) };
  });
  const choices = alternatives.flatMap(({ then, values, required }) => {
    const isOne = { properties: { [name]: { enum: values } }, required: [name] };
    // What need not be said is meant where nothing is.
    const isAbsent = required.includes(name) ? [] : [{ if: { not: { required: [name] } }, then }];
    return [{ if: isOne, then }, ...isAbsent];
  });
  // A value that chooses none is at fault itself, and what all alternatives need is missed without a choice.
  const [first, ...others] = alternatives;
  const choosing = {
    type: 'object',
    properties: { [name]: { enum: alternatives.flatMap(({ values }) => values) } },
    required: first?.required.filter((each) => others.every(({ required }) => required.includes(each))) ?? [],
  };
  schema.allOf = [...(schema.allOf ?? []), choosing, ...choices];
  delete schema.oneOf;
}

function alternativeOf(reference: object, document: object): Alternative {
  const pointer = '$ref' in reference ? String(reference.$ref).slice(1) : undefined;
  return pointer === undefined ? (reference as Alternative) : placeAt<Alternative>(document, pointer).value;
}

/** The values that lead to an alternative, which states them itself or in one of its parts. */
function valuesOf({ properties, allOf = [] }: Alternative, name: string, document: object): readonly unknown[] {
  return properties?.[name]?.enum ?? allOf.flatMap((part) => valuesOf(alternativeOf(part, document), name, document));
}

/** With what the parts require that it is made of. */
function requiredOf({ required = [], allOf = [] }: Alternative, document: object): readonly string[] {
  return [...required, ...allOf.flatMap((part) => requiredOf(alternativeOf(part, document), document))];
}
