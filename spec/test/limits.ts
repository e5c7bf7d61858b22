/** The rules of limits: they are the vendor's, and a reader finds them in the words, since each stands in the description too. */
import type { Judge } from './bodies.ts';
import { at, entries, items, type Json } from './contract.ts';

const limitKeywords = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'default'];

/** Schemas whose description leaves out a limit or a default that their keywords state. No limit is said by 0, 1 and `false`. */
export function unsaidLimits(document: Json): string[] {
  return ['schemas', 'parameters'].flatMap((kind) =>
    entries(at(document, 'components', kind)).flatMap(([name, value]) =>
      kind === 'schemas' ? unsaidIn(value, name) : unsaidIn(at(value, 'schema') ?? null, name),
    ),
  );
}

/** What of the smallest and the largest that a place should take it refuses, and what it takes beyond them. */
export function limitFaults(judge: Judge, facts: Readonly<Record<string, string>>): string[] {
  return Object.entries(facts).flatMap(([place, fact]) => {
    const { least, most, unit } = /^(?<least>\d+)\.\.(?<most>\d*) (?<unit>\w+)$/.exec(fact)!.groups!;
    const isTaken = (size: number) => {
      const faults = judge(place, sizes[unit!]!(size));
      return unit === 'entries' ? !faults.some((fault) => /^(min|max)Items at \/$/.test(fault)) : faults.length === 0;
    };
    const ends = [Number(least), ...(most === '' ? [] : [Number(most)])];
    // An empty text means the same as none, so that it may be taken where the vendor asks for one character.
    const beyond = [Number(least) - 1, ...(most === '' ? [] : [Number(most) + 1])].filter(
      (size) => size >= 0 && (size > 0 || unit === 'value'),
    );
    return [
      ...ends.filter((size) => !isTaken(size)).map((size) => `${place} refuses ${size} ${unit}`),
      ...beyond.filter(isTaken).map((size) => `${place} takes ${size} ${unit}`),
    ];
  });
}

/** A value of a size, by what is counted. */
const sizes: Readonly<Record<string, (size: number) => Json>> = {
  characters: (size) => 'a'.repeat(size),
  digits: String,
  value: (size) => size,
  entries: (size) => Array.from({ length: size }, (_, index) => index),
};

function unsaidIn(schema: Json, place: string): string[] {
  const description = String(at(schema, 'description') ?? '').replaceAll(/(?<=\d),(?=\d{3})/g, '');
  const words = description.split(/\W+/);
  const unsaid = limitKeywords.flatMap((keyword) => {
    const value = at(schema, keyword);
    if (value === undefined || [0, 1, false].includes(value as number)) return [];
    const isSaid = words.includes(String(value));
    return isSaid ? [] : [`${place} does not say its ${keyword} ${String(value)}`];
  });
  return [
    ...unsaid,
    ...entries(at(schema, 'properties')).flatMap(([name, property]) => unsaidIn(property, `${place}.${name}`)),
    ...items(at(schema, 'allOf')).flatMap((part) => unsaidIn(part, place)),
    ...entries(schema).flatMap(([keyword, value]) => (keyword === 'items' ? unsaidIn(value, `${place}[]`) : [])),
  ];
}
