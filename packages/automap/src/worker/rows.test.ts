import { describe, expect, it } from 'vitest';
import { table } from '../../test/table.ts';
import type { Table } from '../catalog.ts';
import type { TablePair, Unmapped } from '../mapping.ts';
import { pairOfRow, positionsOf, rowOfPair, rowOfUnmapped, unmappedOfRow } from './rows.ts';

const source = [table('shop.customers', ['id', 'mail', 'fax', 'x', 'x']), table('shop.clients', ['id'])];
const target = [table('dim_address', ['id']), table('dim_customer', ['cust_id', 'email_address', 'note'])];
const [customers, clients] = source as [Table, Table];
const [address, customer] = target as [Table, Table];
const crossed = <Row>(row: Row): Row => JSON.parse(JSON.stringify(row));

const pair: TablePair = {
  source: customers,
  target: customer,
  percent: 31,
  confidence: 0.931,
  score: 0.931,
  reason: 'part-of-name',
  words: [{ source: 'customers', target: 'customer', relation: 'inflection' }],
  runnersUp: [
    { source: clients, target: customer, score: 0.41 },
    { source: customers, target: address, score: 0.2 },
  ],
  columns: [
    { source: 'id', target: 'cust_id', confidence: 0.5, score: 0.5, reason: 'same-key', words: [], runnersUp: [] },
    {
      source: 'mail',
      target: 'email_address',
      confidence: 0.87,
      score: 0.87,
      reason: 'part-of-name',
      words: [{ source: 'mail', target: 'email', relation: 'synonym' }],
      runnersUp: [{ source: 'mail', target: 'note', score: 0.1 }],
    },
  ],
  unmappedSourceColumns: [
    { name: 'fax', reason: 'too-little-in-common', nearest: { name: 'note', score: 0.05 } },
    { name: 'x', reason: 'repeated-name' },
    { name: 'x', reason: 'repeated-name' },
  ],
  unmappedTargetColumns: [{ name: 'note', reason: 'no-counterpart' }],
};

describe('a pair', () => {
  it('comes back whole, with the very tables of the caller', () => {
    const row = crossed(rowOfPair(pair, positionsOf(source), positionsOf(target)));
    const back = pairOfRow(row, source, target);
    expect(back).toEqual(pair);
    expect(back.source).toBe(customers);
    expect(back.target).toBe(customer);
    expect(back.runnersUp[0]!.source).toBe(clients);
    expect(back.runnersUp[1]!.target).toBe(address);
  });

  it('is refused where it names what its tables do not have', () => {
    const wrong = { ...pair, columns: [{ ...pair.columns[0]!, target: 'nowhere' }] };
    expect(() => rowOfPair(wrong, positionsOf(source), positionsOf(target))).toThrow('nowhere');
  });
});

describe('an unmapped table', () => {
  it.each<Unmapped>([
    { table: clients, reason: 'counterpart-taken', nearest: { table: customer, score: 0.41 } },
    { table: clients, reason: 'no-counterpart' },
  ])('comes back whole, its nearest with it where there is one', (unmapped) => {
    const row = crossed(rowOfUnmapped(unmapped, positionsOf(source), positionsOf(target)));
    const back = unmappedOfRow(row, source, target);
    expect(back).toEqual(unmapped);
    expect(back.table).toBe(clients);
    expect(back.nearest?.table).toBe(unmapped.nearest?.table);
    expect('nearest' in back).toBe('nearest' in unmapped);
  });
});
