import { expect, test } from 'vitest';
import type { Message } from './messages.ts';
import { CatalogBuilder, CatalogWriter } from './packed.ts';

const text = { type: 'TEXT', base_type: 'text', length: null, field_type: 'TEXT', field_length: '0' };
const number = { type: 'INT(4)', base_type: 'int', length: '4', field_type: 'INT', field_length: '4' };

/** A writer, what it has written so far, and the catalog that comes of it. */
function line() {
  const messages: Message[] = [];
  const writer = new CatalogWriter((message) => messages.push(JSON.parse(JSON.stringify(message))));
  const catalog = () => {
    writer.flush();
    const builder = new CatalogBuilder();
    for (const message of messages) builder.take(message);
    return builder.catalog('sqlite');
  };
  return { messages, writer, catalog };
}

test('a catalog comes back whole, in the order of positions, with keys in both directions', () => {
  const { writer, catalog } = line();
  const [a, b] = [writer.type(text), writer.type(number)];
  writer.table(1, 'main', 'child', [['parent', true, b]]);
  writer.table(0, 'main', 'a parent', [
    ['id', false, b],
    ['name', true, a],
  ]);
  writer.key(0, ['id']);
  writer.key(1, ['parent'], 0, ['id']);
  expect(catalog().tables).toEqual([
    {
      schema: 'main',
      name: 'a parent',
      columns: [
        { name: 'id', nullable: false, ...number },
        { name: 'name', nullable: true, ...text },
      ],
      primary_key: ['id'],
      foreign_keys: [],
    },
    {
      schema: 'main',
      name: 'child',
      columns: [{ name: 'parent', nullable: true, ...number }],
      primary_key: [],
      foreign_keys: [{ columns: ['parent'], ref_schema: 'main', ref_table: 'a parent', ref_columns: ['id'] }],
    },
  ]);
});

test('tables are written while they are read, in lines of a bounded length', () => {
  const { messages, writer, catalog } = line();
  const type = writer.type(text);
  for (let at = 0; at < 3000; at++) writer.table(at, 'main', `table ${at}`, [['x'.repeat(100), true, type]]);
  expect(messages.length).toBeGreaterThan(4);
  for (const message of messages) expect(JSON.stringify(message).length).toBeLessThan(2 * 65_536);
  expect(catalog().tables.map(({ name }) => name)).toEqual(Array.from({ length: 3000 }, (_, at) => `table ${at}`));
});

test('after a restart nothing counts that came before, whether it was written or not', () => {
  const { writer, catalog } = line();
  writer.table(0, 'main', 'old', [['a', true, writer.type(text)]]);
  writer.flush();
  writer.table(1, 'main', 'older', []);
  writer.restart();
  writer.table(0, 'main', 'new', [['b', true, writer.type(number)]]);
  expect(catalog().tables.map(({ name, columns }) => [name, columns[0]?.type])).toEqual([['new', 'INT(4)']]);
});

test('a position that is never written leaves no gap', () => {
  const { writer, catalog } = line();
  writer.table(2, 'main', 'only', []);
  expect(catalog().tables.map(({ name }) => name)).toEqual(['only']);
});
