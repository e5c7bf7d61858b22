import type * as matcher from '@roma-fdi/automap';
import { mapCatalogs } from '@roma-fdi/automap';
import type { CatalogTable } from '@roma-fdi/databases';
import type * as contract from '@roma-fdi/types';
import { expect, expectTypeOf, it } from 'vitest';
import { readReasons } from '../store/reasons.ts';
import { reasonsOf } from './reasons-of.ts';

// The matcher depends on nothing, so its words stand there once more.
it('are the words of the contract, all of them and no others', () => {
  expectTypeOf<matcher.TableReason>().toEqualTypeOf<contract.TableRule>();
  expectTypeOf<matcher.ColumnReason>().toEqualTypeOf<contract.ColumnRule>();
  expectTypeOf<matcher.UnmappedTableReason>().toEqualTypeOf<contract.UnmappedTableReason>();
  expectTypeOf<matcher.UnmappedColumnReason>().toEqualTypeOf<contract.UnmappedColumnReason>();
});

const table = (name: string, columns: readonly string[]): CatalogTable => ({
  schema: 'main',
  name,
  columns: columns.map((column) => ({
    name: column,
    type: 'TEXT',
    base_type: 'text',
    length: null,
    nullable: true,
    field_type: 'TEXT',
    field_length: '0',
  })),
  primary_key: [],
  foreign_keys: [],
});

it('say by positions what the matcher says by names', () => {
  const source = table('orders', ['id', 'placed_at', 'gift_note']);
  const target = table('Orders', ['shipped', 'PlacedAt', 'Id']);
  const others = [table('order_lines', ['id', 'order_id']), table('OldOrders', ['Id', 'PlacedAt'])] as const;
  const { pairs } = mapCatalogs({ tables: [source, others[0]] }, { tables: [target, others[1]] });
  const pair = pairs.find((each) => each.source === source && each.target === target);
  if (!pair) throw new Error('The two tables are not paired.');
  const positions = (of: CatalogTable) => new Map(of.columns.map(({ name }, at) => [name, at]));
  const reasons = readReasons(reasonsOf(pair, positions(source), positions(target)));
  expect(reasons.rule).toBe(pair.reason);
  expect(reasons.confidence / 1000).toBe(pair.confidence);
  expect(pair.runnersUp.length).toBeGreaterThan(0);
  expect(reasons.runnersUp.map(({ side, table }) => `${side} ${table}`)).toEqual(
    pair.runnersUp.map((other) =>
      other.source === source ? `target ${other.target.name}` : `source ${other.source.name}`,
    ),
  );
  expect(reasons.columns).toMatchObject(
    pair.columns.map(({ reason, confidence }) => ({ rule: reason, confidence: Math.round(1000 * confidence) })),
  );
  expect(reasons.unmapped.source.map(({ column, reason }) => [column, reason])).toEqual(
    pair.unmappedSourceColumns.map(({ name, reason }) => [positions(source).get(name), reason]),
  );
  expect(reasons.unmapped.source.map(({ column }) => column)).toEqual([2]);
});
