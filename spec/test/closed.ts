/**
 * The rules of openness: a request takes what is described and nothing else, an answer may gain properties at any time; but the answers
 * that the document shows hold nothing that it does not describe.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
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

/** Examples of answers that do not fit their schema, or hold what it does not describe. */
export function exampleFaults(bundle: Json): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(closed(bundle) as object, 'contract');
  return entries(at(bundle, 'paths')).flatMap(([url, item]) =>
    entries(item).flatMap(([method, operation]) =>
      entries(at(operation, 'responses')).flatMap(([status, answer]) => {
        const place = at(answer, '$ref') ?? `#/paths/${pointerStep(url)}/${method}/responses/${status}`;
        const media = at(follow(bundle, answer).value, 'content', 'application/json');
        if (media === undefined) return [];
        const pointer = `contract${encodeURI(String(place))}/content/application~1json/schema`;
        const validate = ajv.compile({ $ref: pointer });
        return entries(at(media, 'examples'))
          .filter(([, example]) => !validate(at(follow(bundle, example).value, 'value')))
          .map(
            ([key]) => `${String(at(operation, 'operationId'))} ${status} ${key}: ${ajv.errorsText(validate.errors)}`,
          );
      }),
    ),
  );
}

/** A copy in which an object takes nothing but what is described, wherever a value stands; parts of a whole stay as they are. */
function closed(bundle: Json): Json {
  const copy = structuredClone(bundle);
  const close = (node: Json | undefined): void => {
    if (typeof node === 'object' && node !== null && !Array.isArray(node)) node['unevaluatedProperties'] ??= false;
  };
  const isObject = (node: Json) => {
    const { value } = follow(copy, node);
    return at(value, 'properties') !== undefined || at(value, 'allOf') !== undefined;
  };
  const walk = (node: Json): void => {
    for (const [key, child] of entries(node)) {
      const values =
        key === 'properties'
          ? entries(child).map(([, value]) => value)
          : ['schema', 'items'].includes(key)
            ? [child]
            : [];
      for (const value of values.filter(isObject)) close(value);
      if (!['example', 'examples', 'value'].includes(key)) walk(child);
    }
    for (const child of items(node)) walk(child);
  };
  walk(at(copy, 'components') ?? null);
  walk(at(copy, 'paths') ?? null);
  return copy;
}

const pointerStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

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
