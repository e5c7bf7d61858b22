/** The matcher has no dependencies, so it states the contract's longest name itself; here the two are compared. */
import { mapCatalogs } from '@roma-fdi/automap';
import { limits } from '@roma-fdi/types';
import { expect, test } from 'vitest';

test('the matcher pairs names up to the length that the contract can carry, and none beyond', () => {
  const { source_table, target_table, table_name } = limits.listMultiTaskMappings;
  expect([source_table, target_table]).toEqual([table_name, table_name]);
  const catalog = (length: number) => ({ tables: [{ name: 'x'.repeat(length), columns: [{ name: 'id' }] }] });
  expect(mapCatalogs(catalog(table_name), catalog(table_name)).pairs).toHaveLength(1);
  expect(mapCatalogs(catalog(table_name + 1), catalog(table_name + 1)).pairs).toEqual([]);
});
