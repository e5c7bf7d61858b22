/** The rule of the vendor's contradictions: each has a decision, and a place in the contract that exists. */
import { at, type Contract, items, type Json } from './contract.ts';
import { operations } from './operations.ts';

/** What is wrong with the entries of contradictions.yaml. */
export function contradictionFaults(contract: Contract, entries: Json): string[] {
  const places = new Set([
    ...operations(contract).map(({ id }) => id),
    ...[...contract.keys()].map((path) => path.replace(/^.*\/|\.yaml$/g, '')),
  ]);
  return items(entries).flatMap((entry) => {
    const text = (key: string) => String(at(entry, key) ?? '');
    const [id, affects, where] = [text('id'), text('affects'), items(at(entry, 'at')).map(String)];
    return [
      ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : [`${id} is no kebab-case name`]),
      ...(['says', 'decided'].every((key) => /^\S.*\.$/.test(text(key)))
        ? []
        : [`${id} does not say or decide anything`]),
      ...(['caller', 'nobody'].includes(affects) ? [] : [`${id} affects ${affects}`]),
      ...(where.length > 0 ? [] : [`${id} is nowhere`]),
      ...where.filter((place) => !places.has(place)).map((place) => `${id} is at ${place}, which is not there`),
    ];
  });
}
