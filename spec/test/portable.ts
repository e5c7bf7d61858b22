/**
 * The rules of the bundle's form: of two ways to say the same it has the one that more linters, generators, importers and forms
 * understand. Each was seen to make one of them drop, refuse or misread something.
 */
import { at, entries, items, type Json, properties } from './contract.ts';

/** Places of the bundle that say something in the other way. */
export function formFaults(bundle: Json): string[] {
  return [
    ...schemaFaults(bundle, '#'),
    ...parameterFaults(bundle),
    ...serverFaults(bundle),
    ...unboundedAnswers(bundle),
  ];
}

/** Patterns without words for people, words for no pattern, and patterns that mean another thing without the flag `u`. */
export function patternFaults(bundle: Json): string[] {
  const patterns = new Set(
    [...properties(bundle)].flatMap(([key, value]) => (key === 'pattern' && typeof value === 'string' ? [value] : [])),
  );
  const words = entries(at(bundle, 'x-pattern-words')).map(([pattern]) => pattern);
  return [
    ...[...patterns]
      .filter((pattern) => !words.includes(pattern))
      .map((pattern) => `${pattern} has no x-pattern-words`),
    ...words
      .filter((pattern) => !patterns.has(pattern))
      .map((pattern) => `x-pattern-words has ${pattern}, which is no pattern`),
    ...[...patterns].filter(dependsOnFlag).map((pattern) => `${pattern} means another thing without the flag u`),
  ];
}

/** Whole characters, halves of pairs and control characters, alone and among others. */
const probes = ['a', 'ß', '商', '🚀', '\u{10ffff}', '\ud83d', '\ude80', '\0', '\n', '\x7f', '<', '.', '-', '7'].flatMap(
  (one) => [one, one.repeat(3), `abc${one}`, one.repeat(20), one.repeat(64), one.repeat(65)],
);

function dependsOnFlag(pattern: string): boolean {
  const [unicode, plain] = [new RegExp(pattern, 'u'), new RegExp(pattern)];
  return probes.some((probe) => unicode.test(probe) !== plain.test(probe));
}

function schemaFaults(node: Json, place: string): string[] {
  const below = Array.isArray(node)
    ? [...node.entries()].map(([index, each]): [string, Json] => [`${index}`, each])
    : entries(node);
  return [
    ...(at(node, 'allOf') !== undefined && at(node, 'properties') !== undefined
      ? [`${place} has properties beside an allOf, where some generators drop them`]
      : []),
    ...(at(node, 'not') !== undefined ? [`${place} has a not, which some generators take for no type at all`] : []),
    ...below.filter(([key]) => key !== 'examples').flatMap(([key, child]) => schemaFaults(child, `${place}/${key}`)),
  ];
}

function parameterFaults(bundle: Json): string[] {
  const parameters = entries(at(bundle, 'components', 'parameters'));
  const inPath = parameters.filter(([, parameter]) => at(parameter, 'in') === 'path');
  const keys = new Set(inPath.flatMap(([, parameter]) => entries(at(parameter, 'examples')).map(([key]) => key)));
  return [
    ...parameters
      .filter(([, parameter]) => at(parameter, 'in') === 'query' && at(parameter, 'required') !== true)
      .filter(([, parameter]) => at(parameter, 'example') !== undefined || at(parameter, 'examples') !== undefined)
      .map(([name]) => `${name} may be left out and has an example of its own, which forms would send`),
    ...['ProjectId', 'InstanceId'].flatMap((name) =>
      [...keys]
        .filter((key) => at(bundle, 'components', 'parameters', name, 'examples', key) === undefined)
        .map((key) => `${name} has no example ${key}, which another ID in a path has`),
    ),
  ];
}

function serverFaults(bundle: Json): string[] {
  return items(at(bundle, 'servers')).flatMap((server) =>
    entries(at(server, 'variables'))
      .filter(([, variable]) => at(variable, 'description') !== undefined)
      .map(([name]) => `the server's variable ${name} has a description, which a validator refuses`),
  );
}

/** Whole numbers of answers that may be anything: what is generated for them is nonsense. Enumerations have their bounds. */
function unboundedAnswers(bundle: Json): string[] {
  return entries(at(bundle, 'components', 'schemas')).flatMap(([schema, value]) =>
    [value, ...items(at(value, 'allOf'))]
      .flatMap((part) => entries(at(part, 'properties')))
      .filter(
        ([, property]) =>
          at(property, 'type') === 'integer' &&
          at(property, 'minimum') === undefined &&
          at(property, 'enum') === undefined,
      )
      .map(([name]) => `${schema}.${name} has no smallest value`),
  );
}
