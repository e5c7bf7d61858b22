/** Values that fit the contract: made from its schemas, with words of its examples wherever one fits, so that requests meet what is there. */
import type { Operation, Parameter } from '@roma-fdi/contract';
import fc from 'fast-check';
import { anyCharacter } from '../../../../test/properties.ts';
import { contract } from './contract.ts';
import { atTheLimit, fits, type Shape, shapeOf } from './shapes.ts';

/** A value of the schema. */
export function anyValue(node: unknown, name = ''): fc.Arbitrary<unknown> {
  const shape = shapeOf(node);
  if (shape.alternatives.length > 0)
    return fc.oneof(
      ...shape.alternatives.map((each) => ({ weight: isSelfHosted(each) ? 3 : 1, arbitrary: anyValue(each, name) })),
    );
  const value = ofType(shape, name);
  return shape.types.includes('null') ? fc.option(value, { nil: null, freq: 6 }) : value;
}

/** A text for a parameter or for a field of a form. */
export function anyText(node: unknown, name: string): fc.Arbitrary<string> {
  const shape = shapeOf(node);
  const [type] = shape.types;
  if (type === 'string') return wellFormed(ofType(shape, name) as fc.Arbitrary<string>);
  return ofType(shape, name).map(String);
}

const { 'x-self-hosted-only': selfHosted = [] } = { ...contract.document.components?.schemas?.['DatasourceType'] } as {
  readonly 'x-self-hosted-only'?: readonly string[];
};

/** Whether an alternative is one that our server can do more with than refuse it. */
const isSelfHosted = (alternative: unknown): boolean =>
  [...shapeOf(alternative).properties.values()].some((node) => {
    return shapeOf(node).enum?.some((word) => selfHosted.includes(String(word)));
  });

/** What cannot be written in a URL is left out. */
const wellFormed = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.filter((text) => !/\p{Surrogate}/u.test(text));

function ofType(shape: Shape, name: string): fc.Arbitrary<unknown> {
  if (shape.enum) return fc.constantFrom(...shape.enum.filter((word) => word !== null));
  switch (shape.types.find((type) => type !== 'null')) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integerOf(shape);
    case 'string':
      return stringOf(shape, name);
    case 'array':
      return listOf(shape, name);
    case 'object':
      return objectOf(shape);
    default:
      throw new Error(`${name} has a type that nothing is generated for.`);
  }
}

function integerOf({ minimum, maximum }: Shape): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, Number.MIN_SAFE_INTEGER), Math.min(maximum, Number.MAX_SAFE_INTEGER)];
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min, max }) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  );
}

function stringOf(shape: Shape, name: string): fc.Arbitrary<string> {
  const known = (words.get(name) ?? []).filter((word) => fits(shape, word));
  const free = shape.pattern ? fc.stringMatching(shape.pattern) : fc.string({ unit: anyCharacter });
  const longest = atTheLimit(shape)?.longest;
  return fc.oneof(
    { weight: 3, arbitrary: free.filter((text) => fits(shape, text)) },
    ...(known.length > 0 ? [{ weight: 8, arbitrary: fc.constantFrom(...known) }] : []),
    ...(longest === undefined ? [] : [{ weight: 1, arbitrary: fc.constant(longest) }]),
  );
}

function listOf(shape: Shape, name: string): fc.Arbitrary<unknown[]> {
  const bounds = { minLength: shape.minItems, maxLength: Math.min(shape.maxItems, shape.minItems + 3) };
  const entry = anyValue(shape.items, name);
  return shape.uniqueItems ? fc.uniqueArray(entry, bounds) : fc.array(entry, bounds);
}

/** With what it needs, and a few of the other properties. */
function objectOf(shape: Shape): fc.Arbitrary<object> {
  const all = [...shape.properties.keys()];
  const needed = all.filter((name) => shape.required.has(name));
  const others = all.filter((name) => !shape.required.has(name));
  return fc
    .constantFrom(0, 1, 2, 5)
    .chain((most) => fc.subarray(others, { maxLength: Math.min(others.length, most) }))
    .chain((chosen) =>
      fc.record(
        Object.fromEntries([...needed, ...chosen].map((name) => [name, anyValue(shape.properties.get(name), name)])),
      ),
    );
}

/** The words of the contract's examples as often as they stand there, by the name of the property or parameter. */
const words: ReadonlyMap<string, readonly string[]> = wordsOf(contract.operations);

function wordsOf(all: readonly Operation[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const note = (name: string, value: unknown): void => {
    if (typeof value === 'string') found.set(name, [...(found.get(name) ?? []), value]);
    else if (Array.isArray(value)) for (const entry of value) note(name, entry);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, each] of Object.entries(value)) note(inner, each);
  };
  for (const { parameters, body, answers } of all) {
    for (const parameter of parameters) note(parameter.name, knownValues(parameter));
    note('', [...(body?.examples.values() ?? [])]);
    note(
      '',
      [...answers].flatMap(([status, each]) => (status < 300 ? [...each.examples.values()] : [])),
    );
  }
  return found;
}

/** Of a parameter's examples those that lead somewhere. */
export function knownValues({ example, examples }: Parameter): string[] {
  return (examples.size > 0 ? [...examples.values()] : [example])
    .map(String)
    .filter((id) => id !== unknownIdOf({ examples }));
}

/** The ID that the contract says does not exist; a project may stand under the same key, and does. */
export function unknownIdOf({ examples }: Pick<Parameter, 'examples'>): string | undefined {
  const leading = [...examples].flatMap(([key, id]) => (isMissing(key) ? [] : [id]));
  const missing = [...examples].find(([key, id]) => isMissing(key) && !leading.includes(id));
  return missing && String(missing[1]);
}

/** Whether an example's key says that what it names does not exist. */
export function isMissing(key: string): boolean {
  return /not-found$/.test(key);
}
