import { expect, test } from 'vitest';
import type { Message } from './messages.ts';
import { CatalogBuilder, CatalogWriter } from './packed.ts';

const text = { type: 'TEXT', base_type: 'text', length: null, field_type: 'TEXT', field_length: '0' };
const number = { type: 'INT(4)', base_type: 'int', length: '4', field_type: 'INT', field_length: '4' };

/** A writer, what it has written so far, and the catalog that comes of it. */
function line(maxColumns = 1_000_000) {
  const messages: Message[] = [];
  const limits = { maxColumns, subject: '"x.db"' };
  const writer = new CatalogWriter((message) => messages.push(JSON.parse(JSON.stringify(message))), limits);
  const catalog = () => {
    writer.flush();
    const builder = new CatalogBuilder();
    for (const message of messages) if (!builder.take(JSON.stringify(message))) builder.restart();
    return builder.catalog('sqlite', new AbortController().signal);
  };
  return { messages, writer, catalog };
}

test('a catalog comes back whole, in the order of positions, with keys in both directions', async () => {
  const { writer, catalog } = line();
  const [a, b] = [writer.type(text), writer.type(number)];
  writer.table(1, 'main', 'child', [['parent', true, b]]);
  writer.table(0, 'main', 'a parent', [
    ['id', false, b],
    ['name', true, a],
  ]);
  writer.key(0, ['id']);
  writer.key(1, ['parent'], 0, ['id']);
  expect((await catalog()).tables).toEqual([
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

test('tables are written while they are read, in lines of a bounded length', async () => {
  const { messages, writer, catalog } = line();
  const type = writer.type(text);
  for (let at = 0; at < 3000; at++) writer.table(at, 'main', `table ${at}`, [['x'.repeat(100), true, type]]);
  expect(messages.length).toBeGreaterThan(4);
  for (const message of messages) expect(JSON.stringify(message).length).toBeLessThan(2 * 65_536);
  expect((await catalog()).tables.map(({ name }) => name)).toEqual(
    Array.from({ length: 3000 }, (_, at) => `table ${at}`),
  );
});

test('a table of many columns goes in several lines, and comes back as one', async () => {
  const { messages, writer, catalog } = line();
  const type = writer.type(text);
  const names = Array.from({ length: 5000 }, (_, at) => `column ${at} ${'x'.repeat(50)}`);
  writer.table(
    0,
    'main',
    'wide',
    names.map((name) => [name, true, type] as const),
  );
  writer.table(1, 'main', 'narrow', [['a', true, type]]);
  expect(messages.length).toBeGreaterThan(4);
  for (const message of messages) expect(JSON.stringify(message).length).toBeLessThan(2 * 65_536);
  expect((await catalog()).tables.map(({ name, columns }) => [name, columns.map((column) => column.name)])).toEqual([
    ['wide', names],
    ['narrow', ['a']],
  ]);
});

test('more columns than allowed are counted to the end and not written', () => {
  const { messages, writer } = line(3);
  const type = writer.type(text);
  const columns = (count: number) => Array.from({ length: count }, (_, at) => [`c${at}`, true, type] as const);
  writer.table(0, 'main', 'a', columns(3));
  writer.endTables();
  writer.table(1, 'main', 'b', columns(100));
  writer.table(2, 'main', 'c', columns(7));
  writer.flush();
  expect(JSON.stringify(messages)).not.toContain('"b"');
  expect(() => writer.endTables()).toThrow('The database has 110 columns; at most 3 are read.');
  writer.restart();
  writer.table(0, 'main', 'a', columns(3));
  writer.endTables();
});

test.each<[string, (writer: CatalogWriter) => void, string]>([
  [
    'a name',
    (writer) => writer.table(0, 'main', 'a', [['x'.repeat(65_537), true, 0]]),
    '"x.db" has a name or a type of 65537 characters; at most 65536 are read.',
  ],
  [
    'a type',
    (writer) => void writer.type({ ...text, type: 'x'.repeat(100_000) }),
    '"x.db" has a name or a type of 100000 characters; at most 65536 are read.',
  ],
  [
    'all names together',
    (writer) => {
      for (let at = 0; at < 2000; at++) writer.table(at, 'main', 'x'.repeat(60_000), []);
    },
    '"x.db" has names and types of more than 67108864 characters in all, which is the most that is read.',
  ],
  [
    'all types together',
    (writer) => {
      for (let at = 0; at < 2000; at++) writer.type({ ...text, type: 'x'.repeat(60_000) });
    },
    '"x.db" has names and types of more than 67108864 characters in all, which is the most that is read.',
  ],
])('what is longer than a catalog has is refused: %s', (_, write, message) => {
  const writer = new CatalogWriter(() => {}, { maxColumns: 10, subject: '"x.db"' });
  expect(() => write(writer)).toThrow(expect.objectContaining({ kind: 'too-large', message }));
});

test('what comes behind many columns waits, and is made in turns that others share', async () => {
  const { messages, writer, catalog } = line();
  const type = writer.type(text);
  for (let at = 0; at < 700; at++)
    writer.table(
      at,
      'main',
      `t${at}`,
      Array.from({ length: 400 }, (_, column) => [`c${column}`, true, type] as const),
    );
  writer.key(699, ['c7']);
  let turns = 0;
  let next = setImmediate(function count() {
    turns++;
    next = setImmediate(count);
  });
  const { tables } = await catalog();
  clearImmediate(next);
  expect(turns).toBeGreaterThan(5);
  expect(messages.length).toBeGreaterThan(30);
  expect(tables).toHaveLength(700);
  for (const { columns } of tables) expect(columns).toHaveLength(400);
  expect(tables[699]?.primary_key).toEqual(['c7']);
  const builder = new CatalogBuilder();
  for (const message of messages) builder.take(JSON.stringify(message));
  await expect(builder.catalog('sqlite', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});

test('after a restart nothing counts that came before, whether it was written or not', async () => {
  const { writer, catalog } = line();
  writer.table(0, 'main', 'old', [['a', true, writer.type(text)]]);
  writer.flush();
  writer.table(1, 'main', 'older', []);
  writer.restart();
  writer.table(0, 'main', 'new', [['b', true, writer.type(number)]]);
  expect((await catalog()).tables.map(({ name, columns }) => [name, columns[0]?.type])).toEqual([['new', 'INT(4)']]);
});

test('a position that is never written leaves no gap', async () => {
  const { writer, catalog } = line();
  writer.table(2, 'main', 'only', []);
  expect((await catalog()).tables.map(({ name }) => name)).toEqual(['only']);
});
