import { describe, expect, it } from 'vitest';
import { table } from '../test/table.ts';
import { findCandidates } from './candidates.ts';
import type { Table } from './catalog.ts';
import { gatherEvidence } from './evidence.ts';
import { prepareSide } from './prepare.ts';

function find(source: Table[], target: Table[]) {
  const [from, to] = [prepareSide(source).tables, prepareSide(target).tables];
  const candidates = findCandidates(from, to, gatherEvidence([...from, ...to]));
  return candidates.map(
    (candidate) => `${candidate.source.name}~${candidate.target.name} ${candidate.overlap.toFixed(2)}`,
  );
}

describe('findCandidates', () => {
  it('finds what shares a column name and measures what both have in common', () => {
    const target = [
      table('x', ['TaxNo', 'Iban']),
      table('y', ['tax_no', 'city', 'zip', 'street']),
      table('z', ['colour']),
    ];
    const found = find([table('a', ['tax_no', 'iban'])], target);
    expect(found).toEqual(['a~x 1.00', expect.stringMatching(/^a~y 0\.[12]/)]);
  });

  it('weighs a name that few tables have more than one that all have', () => {
    const target = [table('common', ['id', 'p', 'q']), table('rare', ['iban', 'r', 's'])];
    const others = Array.from({ length: 6 }, (_, i) => table(`t${i}`, ['id', `only${i}`]));
    const [first, second] = find([table('a', ['id', 'iban'])], [...target, ...others]);
    expect(first).toMatch(/^a~rare/);
    expect(second).not.toMatch(/^a~rare/);
  });

  it('compares at most eight tables, and none of those that a ninth equals', () => {
    const twins = (count: number) => Array.from({ length: count }, (_, i) => table(`twin${i}`, ['iban']));
    const source = [table('a', ['iban', 'bic'])];
    expect(find(source, twins(8))).toHaveLength(8);
    expect(find(source, twins(9))).toEqual([]);
    expect(find(source, [...twins(9), table('x', ['iban', 'bic'])])).toEqual(['a~x 1.00']);
  });

  it('reads no name that more tables have than it may visit', () => {
    const crowd = Array.from({ length: 1100 }, (_, i) => table(`t${i}`, i === 7 ? ['id', 'iban'] : ['id']));
    expect(find([table('a', ['id'])], crowd)).toEqual([]);
    expect(find([table('a', ['id', 'iban'])], crowd)).toEqual(['a~t7 1.00']);
  });
});
