/** Finds the named example that a request is: its body and its parameters, compared as the contract means them. */
import { isDeepStrictEqual } from 'node:util';
import { follow, type OpenApiDocument, type Operation, type Schema } from '@roma-fdi/contract';

export interface Sent {
  parameters: Readonly<Record<string, unknown>>;
  body: unknown;
}

/**
 * Names of the examples that the request equals, the most specific first: one that fixes the body and a parameter stands
 * before one that fixes the body alone. A failure that parameters alone decide stands before all, since no body helps where the
 * task does not exist; and of two that are as specific a failure stands first.
 */
export function createExampleFinder(document: OpenApiDocument, operation: Operation): (sent: Sent) => string[] {
  const schema = operation.body?.schema ?? {};
  const bodies = new Map(
    [...(operation.body?.examples ?? [])].map(([name, value]) => [name, meaning(document, schema, value)]),
  );
  const parameters = operation.parameters.filter(({ examples }) => tellsApart([...examples.values()]));
  const names = [...new Set([...bodies.keys(), ...parameters.flatMap(({ examples }) => [...examples.keys()])])];
  const failing = new Set(
    [...operation.answers].flatMap(([status, { examples }]) => (status < 400 ? [] : [...examples.keys()])),
  );
  const candidates = names.map((name) => {
    const fixed = parameters.flatMap((parameter) =>
      parameter.examples.has(name) ? [{ name: parameter.name, text: String(parameter.examples.get(name)) }] : [],
    );
    const fails = Number(failing.has(name));
    return {
      name,
      fixed,
      weight: fixed.length + Number(bodies.has(name)),
      fails,
      unhelped: bodies.has(name) ? 0 : fails,
    };
  });
  candidates.sort((a, b) => b.unhelped - a.unhelped || b.weight - a.weight || b.fails - a.fails);
  return ({ parameters: sent, body }) => {
    const meant = meaning(document, schema, body ?? {});
    return candidates
      .filter(({ fixed }) => fixed.every(({ name, text }) => text === sent[name]))
      .filter(({ name }) => !bodies.has(name) || isDeepStrictEqual(bodies.get(name), meant))
      .map(({ name }) => name);
  };
}

/** A parameter that has the same value under all of several keys, such as the project, tells no example from another. */
function tellsApart(values: readonly unknown[]): boolean {
  return values.length === 1 || new Set(values).size > 1;
}

/** The value without what means the same as nothing: null, "" and an empty object where null may stand, and defaults. */
function meaning(document: OpenApiDocument, node: unknown, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const properties = propertiesOf(document, node);
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const schema = properties[name] ?? {};
    const meant = meaning(document, schema, inner);
    return isNothing(schema, meant) || meant === schema.default ? [] : [[name, meant] as const];
  });
  return Object.fromEntries(kept);
}

function isNothing(schema: Schema, value: unknown): boolean {
  if (!Array.isArray(schema.type) || !schema.type.includes('null')) return false;
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

type Properties = Readonly<Record<string, Schema>>;

/** By schema: what they have is gathered once for all calls. */
const gathered = new WeakMap<Schema, Properties>();

function propertiesOf(document: OpenApiDocument, node: unknown): Properties {
  const schema = follow<Schema | boolean>(document, node);
  if (typeof schema !== 'object') return {};
  const known = gathered.get(schema);
  if (known) return known;
  const { allOf = [], properties = {} } = schema;
  const own = Object.entries(properties).map(([name, property]) => [name, follow<Schema>(document, property)]);
  const all = Object.assign({}, ...allOf.map((part) => propertiesOf(document, part)), Object.fromEntries(own));
  gathered.set(schema, all);
  return all;
}
