/**
 * The rule that each fact says where it comes from: every property, parameter and operation names the documents that it was taken from
 * (`x-source`, IDs of sources.yaml), or is ours alone (`x-origin: roma-fdi` and no source).
 *
 * A property without an `x-source` of its own has that of the schema around it; an empty list there says that it is ours alone.
 */
import { basename } from 'node:path';
import { at, type Contract, entries, items, type Json } from './contract.ts';

/** A place that must say where it comes from. */
export interface Sourced {
  /** `MultiTaskPair.source_group`, `parameters/Limit`, `installMultiTasks`. */
  readonly place: string;
  /** What counts for it: its own, else what it inherits; undefined where nobody says anything. */
  readonly sources: readonly string[] | undefined;
  /** What it says itself. */
  readonly own: readonly string[] | undefined;
  readonly inherited: readonly string[] | undefined;
  readonly isOurs: boolean;
  /** That the vendor's cloud does not have it. */
  readonly isSelfHostedOnly: boolean;
}

export function sourced(contract: Contract): Sourced[] {
  return [...contract].flatMap(([path, { value }]) => {
    const name = basename(path, '.yaml');
    if (path.startsWith('schemas/')) return schemaPlaces(value, name, undefined, false);
    if (path.startsWith('parameters/'))
      return [placed(`parameters/${name}`, value, undefined, isOurs(at(value, 'schema')))];
    if (!path.startsWith('paths/')) return [];
    return entries(value).map(([, operation]) =>
      placed(String(at(operation, 'operationId')), operation, undefined, false),
    );
  });
}

/** Places that name no source and are not ours, name one that is unknown or twice, or repeat what they inherit; and unused sources. */
export function sourceFaults(contract: Contract, known: Json): string[] {
  const ids = entries(known).map(([id]) => id);
  const places = sourced(contract);
  const used = new Set(places.flatMap(({ own }) => own ?? []));
  return [
    ...places.flatMap(({ place, sources, own, inherited, isOurs, isSelfHostedOnly }) => [
      ...(isOurs || (sources?.length ?? 0) > 0 ? [] : [`${place} names no source and is not marked x-origin`]),
      ...(own ?? [])
        .filter((id) => !ids.includes(id))
        .map((id) => `${place} names the source ${id}, which is not in sources.yaml`),
      ...(isSelfHostedOnly && (sources?.length ?? 0) > 0
        ? [`${place} is self-hosted only and names the vendor's documents: say \`x-source: []\``]
        : []),
      ...(new Set(own).size < (own?.length ?? 0) ? [`${place} names a source twice`] : []),
      ...(own && String(own) === String(inherited) ? [`${place} repeats the sources of the schema around it`] : []),
    ]),
    ...ids.filter((id) => !used.has(id)).map((id) => `sources.yaml has ${id}, which nothing names`),
    ...entries(known).flatMap(([id, source]) =>
      ['title', 'at', 'date', 'trust']
        .filter((key) => String(at(source, key) ?? '').trim() === '')
        .map((key) => `sources.yaml does not say the ${key} of ${id}`),
    ),
  ];
}

/** A schema itself and, at any depth, the properties that are written out in it. Referenced schemas are places of their own. */
function schemaPlaces(schema: Json, place: string, inherited: readonly string[] | undefined, ours: boolean): Sourced[] {
  const here = placed(place, schema, inherited, ours);
  return [here, ...propertyPlaces(schema, place, here)];
}

function propertyPlaces(schema: Json, place: string, around: Sourced): Sourced[] {
  // What is only referred to says where it comes from in its own file.
  const stated = entries(at(schema, 'properties')).filter(
    ([, property]) => at(property, '$ref') === undefined || at(property, 'x-source') !== undefined,
  );
  return [
    ...stated.flatMap(([name, property]) =>
      schemaPlaces(property, `${place}.${name}`, around.sources, around.sources === undefined && around.isOurs),
    ),
    ...partsOf(schema).flatMap((part) => propertyPlaces(part, place, around)),
  ];
}

/** Schemas within a schema that are written out there and are no property. */
function partsOf(schema: Json): Json[] {
  const elements = entries(schema).flatMap(([keyword, value]) => (keyword === 'items' ? [value] : []));
  const listed = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => items(at(schema, keyword)));
  return [...elements, ...listed].filter((part) => at(part, '$ref') === undefined);
}

function placed(place: string, value: Json, inherited: readonly string[] | undefined, ours: boolean): Sourced {
  const stated = at(value, 'x-source');
  const own = stated === undefined ? undefined : items(stated).map(String);
  return {
    place,
    own,
    inherited,
    sources: own ?? inherited,
    isOurs: ours || isOurs(value),
    isSelfHostedOnly: at(value, 'x-self-hosted-only') === true,
  };
}

function isOurs(value: Json | undefined): boolean {
  return at(value, 'x-origin') === 'roma-fdi';
}
