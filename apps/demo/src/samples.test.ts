import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectedMapping, makeSamples, type SampleFiles } from './samples.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'roma-fdi-samples-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs one statement against a file and returns its rows. */
function query(path: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(path);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

const tablesOf = (path: string): string[] =>
  query(path, "SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => String(name));

const columnsOf = (path: string, table: string): string[] =>
  query(path, `SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => String(name));

describe('the sample databases', () => {
  let files: SampleFiles;
  let schemas: Record<keyof SampleFiles, Map<string, string[]>>;
  beforeAll(() => {
    files = makeSamples(join(root, 'schemas', 'made', 'on', 'the', 'way'));
    const schema = (path: string) => new Map(tablesOf(path).map((table) => [table, columnsOf(path, table)]));
    schemas = { source: schema(files.source), target: schema(files.target) };
  });

  test.each(['source', 'target'] as const)('the %s has about 15 tables, each with a key and a few rows', (side) => {
    expect(schemas[side].size).toBeGreaterThanOrEqual(14);
    expect(schemas[side].size).toBeLessThanOrEqual(17);
    for (const table of schemas[side].keys()) {
      expect(query(files[side], `SELECT * FROM "${table}"`).length, `rows of ${table}`).toBeGreaterThanOrEqual(2);
      expect(
        query(files[side], `SELECT 1 FROM pragma_table_info('${table}') WHERE pk > 0`),
        `key of ${table}`,
      ).not.toEqual([]);
    }
  });

  test.each(['source', 'target'] as const)('the foreign keys of the %s hold', (side) => {
    expect(query(files[side], 'PRAGMA foreign_key_check')).toEqual([]);
    const references = [...schemas[side].keys()].flatMap((table) =>
      query(files[side], `PRAGMA foreign_key_list("${table}")`),
    );
    expect(references.length, 'there are foreign keys to hold').toBeGreaterThan(10);
  });

  test('a row whose parent is gone would be noticed', () => {
    const { source } = makeSamples(join(root, 'orphans'));
    const database = new DatabaseSync(source, { enableForeignKeyConstraints: false });
    database.exec('DELETE FROM customers WHERE customer_id = 3');
    database.close();
    const orphans = query(source, 'PRAGMA foreign_key_check').map(({ table }) => table);
    expect(new Set(orphans)).toEqual(new Set(['addresses', 'orders', 'carts']));
  });

  test('every name of the expected mapping stands in the schemas, character for character', () => {
    const { tables, columns } = expectedMapping();
    for (const [source, target] of tables) {
      expect([...schemas.source.keys()]).toContain(source);
      expect([...schemas.target.keys()]).toContain(target);
    }
    for (const [sourceTable, sourceColumn, targetTable, targetColumn] of columns) {
      expect(schemas.source.get(sourceTable), `columns of ${sourceTable}`).toContain(sourceColumn);
      expect(schemas.target.get(targetTable), `columns of ${targetTable}`).toContain(targetColumn);
    }
  });

  test('in the expected mapping a source table has one target, and a column of either side occurs once for it', () => {
    const { tables, columns } = expectedMapping();
    const unique = (keys: unknown[]) => new Set(keys.map((key) => JSON.stringify(key))).size === keys.length;
    expect(unique(tables.map(([source]) => source))).toBe(true);
    expect(unique(columns.map(([table, column]) => [table, column]))).toBe(true);
    expect(unique(columns.map(([table, , , column]) => [table, column]))).toBe(true);
    const pairs = tables.map((pair) => pair.join(' '));
    for (const [sourceTable, , targetTable] of columns) expect(pairs).toContain(`${sourceTable} ${targetTable}`);
    for (const [table] of tables)
      expect(
        columns.some(([source]) => source === table),
        `columns of ${table}`,
      ).toBe(true);
  });

  test('there are gaps on both sides, in tables and in columns, and names that agree', () => {
    const { tables, columns } = expectedMapping();
    const mapped = (index: 0 | 1) => new Set(tables.map((pair) => pair[index]));
    expect([...schemas.source.keys()].filter((table) => !mapped(0).has(table))).toEqual(['carts', 'audit_log']);
    expect([...schemas.target.keys()].filter((table) => !mapped(1).has(table)).sort()).toEqual([
      'daily_sales',
      'load_log',
      'pick_lists',
      'status',
    ]);
    const sourceColumns = [...mapped(0)].flatMap((table) => schemas.source.get(table) ?? []);
    const same = columns.filter(([, source, , target]) => source === target);
    expect(columns.length).toBeLessThan(sourceColumns.length);
    expect(same.length / columns.length, 'share of equal names').toBeGreaterThan(0.1);
    expect(same.length / columns.length, 'share of equal names').toBeLessThan(0.5);
  });
});

describe('makeSamples', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(root, 'make-'));
  });

  test('leaves the two files and nothing else in the folder', () => {
    const { source, target } = makeSamples(folder);
    expect([source, target]).toEqual([join(folder, 'shop.db'), join(folder, 'warehouse.db')]);
    expect(readdirSync(folder).sort()).toEqual(['shop.db', 'warehouse.db']);
  });

  test('leaves good files alone, with the rows that somebody added', () => {
    const { source } = makeSamples(folder);
    query(source, "INSERT INTO categories VALUES (99, NULL, 'Mine', 'mine', 1, 1)");
    const before = statSync(source).ino;
    makeSamples(folder);
    expect(statSync(source).ino).toBe(before);
    expect(query(source, 'SELECT name FROM categories WHERE category_id = 99')).toEqual([{ name: 'Mine' }]);
  });

  test('begins anew on reset', () => {
    const { source } = makeSamples(folder);
    query(source, "INSERT INTO categories VALUES (99, NULL, 'Mine', 'mine', 1, 1)");
    makeSamples(folder, { reset: true });
    expect(query(source, 'SELECT name FROM categories WHERE category_id = 99')).toEqual([]);
  });

  test('replaces what is no database, what is damaged and what an older version made', () => {
    const { source, target } = makeSamples(folder);
    const good = readFileSync(source);
    const replaced = () => query(makeSamples(folder).source, 'SELECT count(*) AS orders FROM orders');

    writeFileSync(source, 'not a database');
    expect(replaced()).toEqual([{ orders: 4 }]);
    writeFileSync(source, Buffer.concat([good.subarray(0, 4096), Buffer.alloc(good.length - 4096, 0xff)]));
    expect(replaced()).toEqual([{ orders: 4 }]);
    query(source, 'PRAGMA user_version = 1');
    query(source, 'DELETE FROM audit_log');
    replaced();
    expect(query(source, 'SELECT * FROM audit_log')).not.toEqual([]);
    expect(tablesOf(target)).toContain('fact_order');
  });

  test('does not replay what an older database left beside it', () => {
    const { source } = makeSamples(folder);
    for (const suffix of ['-wal', '-shm', '-journal']) writeFileSync(source + suffix, 'left over');
    makeSamples(folder, { reset: true });
    expect(readdirSync(folder).sort()).toEqual(['shop.db', 'warehouse.db']);
  });

  test('refuses a folder that cannot be one, and leaves nothing behind', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => makeSamples(join(file, 'below'))).toThrow(/ENOTDIR/);
    expect(existsSync(join(folder, 'shop.db'))).toBe(false);
  });
});
