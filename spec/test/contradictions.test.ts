/** The contradictions of the vendor's documents: each has a decision, and a place in the contract that exists. */
import { expect, test } from 'vitest';
import { at, type Json, readContract, readSideFiles } from './contract.ts';
import { contradictionFaults } from './contradictions.ts';

const contract = readContract();
const contradictions = readSideFiles().get('contradictions.yaml')!.value as Json[];

test('all 23 have what the documents say, what is decided, and where', () => {
  expect(new Set(contradictions.map((entry) => at(entry, 'id'))).size).toBe(23);
  expect(contradictionFaults(contract, contradictions)).toEqual([]);
});

test('an entry about what is not there, or that decides nothing, is found', () => {
  const wrong = { ...(contradictions[0] as object), at: ['MultiTaskInitBdy'], decided: '' };
  expect(contradictionFaults(contract, [wrong])).toEqual([
    'init-answer-wrapped does not say or decide anything',
    'init-answer-wrapped is at MultiTaskInitBdy, which is not there',
  ]);
});
