/** The rule of openness: a request takes what is described and nothing else, an answer may gain properties at any time. */
import { at, entries, items, type Json } from './contract.ts';

/** Objects of requests that take anything, and objects of answers that would refuse something new. */
export function opennessFaults(bundle: Json): string[] {
  const operations = entries(at(bundle, 'paths')).flatMap(([, item]) =>
    entries(item).map(([, operation]) => operation),
  );
  const bodies = operations.flatMap((operation) => schemasOf(at(operation, 'requestBody')));
  const answers = operations.flatMap((operation) =>
    entries(at(operation, 'responses')).flatMap(([, answer]) => schemasOf(follow(bundle, answer).value)),
  );
  return [
    ...new Set([
      ...bodies
        .flatMap((schema) => objectsOf(bundle, schema))
        .filter(({ isPart, isClosed, isFree }) => !isPart && !isClosed && !isFree)
        .map(({ name }) => `${name} is open, and stands in a request`),
      ...answers
        .flatMap((schema) => objectsOf(bundle, schema))
        .filter(({ isClosed }) => isClosed)
        .map(({ name }) => `${name} is closed, and stands in an answer`),
    ]),
  ];
}

interface ObjectSchema {
  readonly name: string;
  /** A part of a schema that is closed as a whole. */
  readonly isPart: boolean;
  readonly isClosed: boolean;
  /** Without properties, and said to take any. */
  readonly isFree: boolean;
}

function schemasOf(holder: Json | undefined): Json[] {
  return entries(at(holder, 'content')).map(([, media]) => at(media, 'schema') ?? null);
}

/** @param restated properties that another part of the same whole states more closely */
function objectsOf(
  bundle: Json,
  schema: Json,
  name = 'a list',
  isPart = false,
  restated: readonly string[] = [],
): ObjectSchema[] {
  const place = follow(bundle, schema);
  const here = place.name ?? name;
  const { value } = place;
  const isObject = at(value, 'properties') !== undefined || [at(value, 'type')].flat().includes('object');
  const own: ObjectSchema = {
    name: here,
    isPart,
    isClosed: [at(value, 'additionalProperties'), at(value, 'unevaluatedProperties')].includes(false),
    isFree: at(value, 'additionalProperties') === true,
  };
  const parts = items(at(value, 'allOf'));
  return [
    ...(isObject || parts.length > 0 ? [own] : []),
    ...parts.flatMap((part, index) => {
      const later = parts.slice(index + 1).flatMap((other) => entries(at(follow(bundle, other).value, 'properties')));
      return objectsOf(bundle, part, here, true, [...restated, ...later.map(([key]) => key)]);
    }),
    ...items(at(value, 'oneOf')).flatMap((alternative) => objectsOf(bundle, alternative, here)),
    ...entries(at(value, 'properties'))
      .filter(([key]) => !restated.includes(key))
      .flatMap(([key, property]) => objectsOf(bundle, property, `${here}.${key}`)),
    ...entries(value).flatMap(([keyword, child]) => (keyword === 'items' ? objectsOf(bundle, child, `${here}[]`) : [])),
  ];
}

function follow(bundle: Json, value: Json): { name?: string; value: Json } {
  const ref = at(value, '$ref');
  if (typeof ref !== 'string') return { value };
  const steps = ref.slice(2).split('/');
  return { name: steps.at(-1)!, value: at(bundle, ...steps) ?? null };
}
