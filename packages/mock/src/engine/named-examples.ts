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
  return (sent) => {
    const body = meaning(document, schema, sent.body ?? {});
    const weights = names.map((name) => {
      const fixed = parameters.filter(({ examples }) => examples.has(name));
      const equal =
        fixed.every((parameter) => String(parameter.examples.get(name)) === sent.parameters[parameter.name]) &&
        (!bodies.has(name) || isDeepStrictEqual(bodies.get(name), body));
      const weight = equal ? fixed.length + Number(bodies.has(name)) : 0;
      const fails = Number(failing.has(name));
      return { name, weight, fails, unhelped: bodies.has(name) ? 0 : fails };
    });
    return weights
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.unhelped - a.unhelped || b.weight - a.weight || b.fails - a.fails)
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
    const schema = follow<Schema>(document, properties[name] ?? {});
    const meant = meaning(document, schema, inner);
    return isNothing(schema, meant) || meant === schema.default ? [] : [[name, meant] as const];
  });
  return Object.fromEntries(kept);
}

function isNothing(schema: Schema, value: unknown): boolean {
  if (!Array.isArray(schema.type) || !schema.type.includes('null')) return false;
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function propertiesOf(document: OpenApiDocument, node: unknown): Record<string, unknown> {
  const { allOf = [], properties = {} } = follow<Schema>(document, node);
  return Object.assign({}, ...allOf.map((part) => propertiesOf(document, part)), properties);
}
