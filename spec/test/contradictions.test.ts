/** The contradictions of the vendor's documents: each has a decision, and a place in the contract that exists. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContract, specFolder } from './contract.ts';
import { operations } from './operations.ts';

interface Contradiction {
  readonly id: string;
  readonly says: string;
  readonly decided: string;
  readonly affects: string;
  readonly at: readonly string[];
}

const contradictions = parse(readFileSync(`${specFolder}contradictions.yaml`, 'utf8')) as Contradiction[];
const contract = readContract();
const places = new Set([
  ...operations(contract).map(({ id }) => id),
  ...[...contract.keys()].map((path) => path.replace(/^.*\/|\.yaml$/g, '')),
]);

/** What is wrong with an entry. */
function faults({ id, says, decided, affects, at }: Contradiction): string[] {
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : [`${id} is no kebab-case name`]),
    ...([says, decided].every((text) => /^\S.*\.$/.test(text)) ? [] : [`${id} does not say or decide anything`]),
    ...(['caller', 'nobody'].includes(affects) ? [] : [`${id} affects ${affects}`]),
    ...(at.length > 0 ? [] : [`${id} is nowhere`]),
    ...at.filter((place) => !places.has(place)).map((place) => `${id} is at ${place}, which is not there`),
  ];
}

test('all 23 have what the documents say, what is decided, and where', () => {
  expect(new Set(contradictions.map(({ id }) => id)).size).toBe(23);
  expect(contradictions.flatMap(faults)).toEqual([]);
});

test('an entry about what is not there, or that decides nothing, is found', () => {
  const [first] = contradictions;
  expect(faults({ ...first!, at: ['MultiTaskInitBdy'], decided: '' })).toEqual([
    'init-answer-wrapped does not say or decide anything',
    'init-answer-wrapped is at MultiTaskInitBdy, which is not there',
  ]);
});
