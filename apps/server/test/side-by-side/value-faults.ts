/** Values that do not fit the contract: one fault in a value that fits otherwise, at any place that its schema has. */
import fc from 'fast-check';
import { anyCharacter } from '../../../../test/properties.ts';
import { atTheLimit, fits, fitsAsText, type Shape, shapeOf } from './shapes.ts';
import { anyValue } from './values.ts';

/** What is wrong at one place of a value. */
const ofAny: Readonly<Record<string, (shape: Shape) => readonly unknown[]>> = {
  'a wrong type': () => ['text', 7, 1.5, true, [], {}, [null], { toString: 'text' }],
  null: () => [null],
  'an empty text': () => [''],
  'beyond a bound': (shape) => [
    shape.minimum - 1,
    shape.maximum + 1,
    atTheLimit(shape)?.tooLong,
    '😀'.repeat(Math.min(shape.maxLength, 1_000) + 1),
  ],
  'a long text': () => ['x'.repeat(60_000)],
  'a NUL': () => ['\0', 'abc\0'],
  'half a surrogate pair': () => ['\ud83d', 'abc\udc00'],
  'an emoji': () => ['😀', 'abc👩‍👩‍👧'],
  'a line break': () => ['abc\n', 'a\r\nb'],
  'an unknown word': () => ['nothing', 'SQLite', 'Stop', '../../etc/passwd', "'; drop table tasks; --"],
};

/** What is wrong with a list or an object, made from one that fits. */
const ofWhole: Readonly<Record<string, (shape: Shape, whole: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>[]>> = {
  'an unknown property': ({ closed, properties }, whole) =>
    closed
      ? [
          fc
            .tuple(
              whole,
              unknownName.filter((name) => !properties.has(name)),
              fc.jsonValue({ maxDepth: 1 }),
            )
            .map(([object, name, value]) => withProperty(object as object, name, value)),
        ]
      : [],
  'a property missing': ({ required }, whole) =>
    [...required].map((name) => whole.map((object) => without(object as object, name))),
  'too many entries': ({ types, maxItems, items }) =>
    types.includes('array') && maxItems <= 10_000
      ? [anyValue(items).map((entry) => Array.from({ length: maxItems + 1 }, () => entry))]
      : [],
  'too few entries': ({ types, minItems }) => (types.includes('array') && minItems > 0 ? [fc.constant([])] : []),
  'an entry twice': ({ uniqueItems, items }) => (uniqueItems ? [anyValue(items).map((entry) => [entry, entry])] : []),
};

export const valueFaults: readonly string[] = [...Object.keys(ofAny), ...Object.keys(ofWhole)];

const unknownName = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    'a/b~c',
    '😀',
    '\ud800',
    'a\0b',
    'ключ',
    'k'.repeat(9_000),
  ),
  fc.string({ unit: anyCharacter, maxLength: 12 }),
);

/** Values with the fault at one of the places that can have it; undefined where none can. */
export function faultyValue(node: unknown, fault: string, name = ''): fc.Arbitrary<unknown> | undefined {
  const shape = shapeOf(node);
  if (shape.alternatives.length > 0) return oneOf(shape.alternatives.map((each) => faultyValue(each, fault, name)));
  const whole = anyValue(node, name);
  const here = (ofAny[fault]?.(shape) ?? []).filter((value) => value !== undefined && !fits(shape, value));
  return oneOf([
    here.length > 0 ? fc.constantFrom(...here) : undefined,
    ...(ofWhole[fault]?.(
      shape,
      whole.filter((value) => value !== null),
    ) ?? []),
    ...[...shape.properties].map(([property, inner]) =>
      faultyValue(inner, fault, property)?.chain((wrong) =>
        whole.map((object) => withProperty(object as object | null, property, wrong)),
      ),
    ),
    shape.types.includes('array')
      ? faultyValue(shape.items, fault, name)?.chain((wrong) =>
          whole.map((list) => [...((list ?? []) as unknown[]), wrong]),
        )
      : undefined,
  ]);
}

const oneOf = (all: readonly (fc.Arbitrary<unknown> | undefined)[]): fc.Arbitrary<unknown> | undefined => {
  const some = all.filter((each) => each !== undefined);
  return some.length === 0 ? undefined : fc.oneof(...some);
};

/** Of any name, `__proto__` among them. */
function withProperty(object: object | null, name: string, value: unknown): object {
  return Object.fromEntries([...Object.entries(object ?? {}).filter(([key]) => key !== name), [name, value]]);
}

const without = (object: object, name: string): object =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

const oddTexts = [
  'ten',
  '1.5',
  '1e3',
  '0x10',
  '-1',
  '+1',
  ' 1',
  '01x',
  '99999999999999999999',
  'true',
  'null',
  '[]',
  '',
  'nothing',
  'source',
  '\0',
  'a\0b',
  'a\nb',
  '\u007f',
  '😀',
  'a b/..',
  '..',
  "' or 1=1",
  'x'.repeat(300),
];

/** Texts of a parameter, or of a field of a form, that do not fit. */
export function faultyTexts(node: unknown): readonly string[] {
  const shape = shapeOf(node);
  const bounds = [shape.minimum - 1, shape.maximum + 1].map(String);
  return [...oddTexts, ...bounds, atTheLimit(shape)?.tooLong ?? ''].filter((text) => !fitsAsText(shape, text));
}
