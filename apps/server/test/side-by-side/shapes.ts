/** The contract's schemas as a generator needs them: references followed, parts joined, and a judgement of its own, so that no fault is Ajv's to find alone. */
import { follow, type Operation } from '@roma-fdi/contract';
import { contract } from './contract.ts';

/** A schema whose parts are one: what it says itself, and what its `allOf` says. */
export interface Shape {
  /** Empty where any will do. */
  readonly types: readonly string[];
  readonly enum: readonly unknown[] | undefined;
  /** A value that is not allowed although all else fits. */
  readonly banned: unknown;
  readonly pattern: RegExp | undefined;
  readonly minLength: number;
  readonly maxLength: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly minItems: number;
  readonly maxItems: number;
  readonly uniqueItems: boolean;
  readonly items: unknown;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly required: ReadonlySet<string>;
  /** Whether no other properties may stand in it. */
  readonly closed: boolean;
  readonly alternatives: readonly unknown[];
}

interface Written {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly not?: { readonly const?: unknown };
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly unevaluatedProperties?: unknown;
  readonly allOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
}

export function shapeOf(node: unknown): Shape {
  const written = partsOf(node);
  const joined: Written = Object.assign({}, ...written);
  return {
    types: [joined.type ?? []].flat(),
    enum: joined.enum,
    banned: joined.not?.const,
    pattern: joined.pattern === undefined ? undefined : new RegExp(joined.pattern, 'u'),
    minLength: joined.minLength ?? 0,
    maxLength: joined.maxLength ?? Number.POSITIVE_INFINITY,
    minimum: joined.minimum ?? Number.MIN_SAFE_INTEGER,
    maximum: joined.maximum ?? Number.MAX_SAFE_INTEGER,
    minItems: joined.minItems ?? 0,
    maxItems: joined.maxItems ?? Number.POSITIVE_INFINITY,
    uniqueItems: joined.uniqueItems ?? false,
    items: joined.items ?? {},
    properties: propertiesOf(written),
    required: new Set(written.flatMap(({ required }) => required ?? [])),
    closed: joined.additionalProperties === false || joined.unevaluatedProperties === false,
    alternatives: joined.oneOf ?? [],
  };
}

/** What several parts say of a property counts together. */
function propertiesOf(parts: readonly Written[]): Map<string, unknown> {
  const all = new Map<string, unknown[]>();
  for (const { properties = {} } of parts)
    for (const [name, node] of Object.entries(properties)) all.set(name, [...(all.get(name) ?? []), node]);
  return new Map([...all].map(([name, nodes]) => [name, nodes.length === 1 ? nodes[0] : { allOf: nodes }]));
}

/** A schema and the parts that it is made of, its own last. */
function partsOf(node: unknown): Written[] {
  const written = follow<Written>(contract.document, node);
  return [...(written.allOf ?? []).flatMap((part) => partsOf(part)), written];
}

/** Whether a value fits, as far as it is no object and no entry of a list. */
export function fits(shape: Shape, value: unknown): boolean {
  if (shape.types.length > 0 && !shape.types.some((type) => isOf(type, value))) return false;
  if (shape.enum && !shape.enum.includes(value)) return false;
  if (shape.banned !== undefined && shape.banned === value) return false;
  if (typeof value === 'string') {
    const { length } = [...value];
    return length >= shape.minLength && length <= shape.maxLength && (shape.pattern?.test(value) ?? true);
  }
  if (typeof value === 'number') return value >= shape.minimum && value <= shape.maximum;
  if (!Array.isArray(value)) return true;
  const differ = new Set(value.map((entry) => JSON.stringify(entry))).size === value.length;
  return value.length >= shape.minItems && value.length <= shape.maxItems && (differ || !shape.uniqueItems);
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

/** Whether a text in a URL or a form fits, read as the type that is described. */
export function fitsAsText(shape: Shape, text: string): boolean {
  if (shape.types.includes('boolean')) return /^(true|false)$/.test(text);
  return fits(shape, shape.types.includes('integer') && /^-?\d{1,15}$/.test(text) ? Number(text) : text);
}

interface Together {
  readonly if: { readonly required: readonly string[] };
  readonly else: { readonly properties: Readonly<Record<string, unknown>> };
}

/** What query parameters must be besides where one of those that permit more is missing; by name. Undefined where each stands alone. */
export function narrowerWithout({
  querySchema,
}: Operation): { permitting: readonly string[]; shapes: ReadonlyMap<string, Shape> } | undefined {
  if (querySchema === undefined) return undefined;
  const { if: condition, else: otherwise } = follow<Together>(contract.document, { $ref: `#${querySchema}` });
  const shapes = Object.entries(otherwise.properties).map(([name, node]) => [name, shapeOf(node)] as const);
  return { permitting: condition.required, shapes: new Map(shapes) };
}

/** Texts of the longest length that fits, and one longer; none where no length is too long. */
export function atTheLimit(shape: Shape): { longest: string; tooLong: string } | undefined {
  const counts = [...(shape.pattern?.source ?? '').matchAll(/\{\d+,(\d+)\}/g)].map(([, most]) => Number(most));
  const lengths = [shape.maxLength, ...counts].filter(Number.isFinite).sort((one, other) => other - one);
  const found = lengths
    .flatMap((length) => [length + 1, length, length - 1])
    .flatMap((length) => ['a', '1'].map((letter) => letter.repeat(Math.max(0, length))))
    .find((text) => fits(shape, text) && !fits(shape, `${text}${text.at(-1)}`));
  return found === undefined || found === '' ? undefined : { longest: found, tooLong: `${found}${found.at(-1)}` };
}
