/** The rule that a reader needs no other page: what each value means, in words that stand nowhere else in the schema. */
import { at, entries, items, type Json } from './contract.ts';

/** Enum values that no `x-enumDescriptions` beside them explains, and explanations of values that do not exist. */
export function unexplainedValues(document: Json, place = '#'): string[] {
  const values = items(at(document, 'enum')).map(String);
  const explained = entries(at(document, 'x-enumDescriptions'));
  const own = [
    ...values.filter((value) => !explained.some(([name, text]) => name === value && String(text).trim() !== '')),
    ...explained.map(([name]) => name).filter((name) => !values.includes(name)),
  ].map((value) => `${place}: ${value}`);
  return [...own, ...children(document).flatMap(([name, child]) => unexplainedValues(child, `${place}/${name}`))];
}

/** Properties of one schema that share a description: at least one of the two says nothing of its own. */
export function sharedDescriptions(document: Json, place = '#'): string[] {
  const seen = new Map<string, string>();
  const own = entries(at(document, 'properties')).flatMap(([name, property]) => {
    const text = at(property, 'description');
    if (typeof text !== 'string') return [];
    const twin = seen.get(text);
    seen.set(text, name);
    return twin ? [`${place}: ${name} is described as ${twin}`] : [];
  });
  return [...own, ...children(document).flatMap(([name, child]) => sharedDescriptions(child, `${place}/${name}`))];
}

/** What stands below a place, examples and servers left out: those hold values, not schemas. */
function children(document: Json): [string, Json][] {
  const below = Array.isArray(document)
    ? [...document.entries()].map(([index, child]): [string, Json] => [`${index}`, child])
    : entries(document);
  return below.filter(([name]) => !['examples', 'example', 'servers', 'x-enumDescriptions'].includes(name));
}
