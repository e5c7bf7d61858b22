import { mapCatalogs } from '@roma-fdi/automap';
import type { Catalog, CatalogColumn } from '@roma-fdi/databases';
import { expect, it } from 'vitest';
import { takesLong } from '../../../../test/programs.ts';
import { decodeColumns } from '../store/columns.ts';
import { readBatch, readUnmapped } from '../store/proposals.ts';
import { matchCatalogs } from './match-catalogs.ts';

const never = new AbortController().signal;

const column = (name: string): CatalogColumn => ({
  name,
  type: 'VARCHAR(20)',
  base_type: 'varchar',
  length: '20',
  nullable: true,
  field_type: 'VARCHAR',
  field_length: '20',
});

/** Tables that have their counterparts under another spelling, in another order. */
function catalog(count: number, spell: (name: string) => string): Catalog {
  const tables = Array.from({ length: count }, (_, index) => ({
    schema: 'main',
    name: spell(`table_${index}`),
    columns: [`id_${index}`, 'name', `only_${spell('here')}`].map((name) => column(spell(name))),
    primary_key: [],
    foreign_keys: [],
  }));
  return { dialect: 'sqlite', tables: tables.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

const source = catalog(600, (name) => name);
const target = catalog(600, (name) => name.toUpperCase());

it('gives what the matcher gives, over more tables than one message carries, in its order', async () => {
  const { batches, unmapped } = await matchCatalogs(source, target, never);
  expect(unmapped).toEqual([]);
  const mappings = batches.flatMap(readBatch).map((written) => ({ ...written, ...decodeColumns(written) }));
  expect(mappings).toHaveLength(600);
  expect(
    mappings.map(({ sourceTable, targetTable, percent, sourceColumns, targetColumns, columnPairs }) => [
      sourceTable,
      targetTable,
      percent,
      columnPairs.map(([from, to]) => [sourceColumns[from]?.[0], targetColumns[to]?.[0]]),
    ]),
  ).toEqual(
    mapCatalogs(source, target).pairs.map((pair) => [
      pair.source.name,
      pair.target.name,
      pair.percent,
      pair.columns.map((columns) => [columns.source, columns.target]),
    ]),
  );
  expect(mappings[0]?.sourceColumns[0]).toEqual(['id_0', 'VARCHAR', '20']);
});

it('gives nothing for databases without tables', async (context) => {
  takesLong(context);
  const { batches, unmapped } = await matchCatalogs(catalog(0, String), target, never);
  expect(batches).toEqual([]);
  expect(unmapped.flatMap(readUnmapped)).toHaveLength(600);
});

it('ends with its caller, before or while it works', async () => {
  const gone = new Error('gone');
  await expect(matchCatalogs(source, target, AbortSignal.abort(gone))).rejects.toBe(gone);
  const controller = new AbortController();
  const matching = matchCatalogs(source, target, controller.signal);
  controller.abort(gone);
  await expect(matching).rejects.toBe(gone);
});

it('fails where the thread fails', async () => {
  const broken = { ...source, tables: [{ ...source.tables[0], name: null }] } as unknown as Catalog;
  await expect(matchCatalogs(broken, target, never)).rejects.toThrow();
});
