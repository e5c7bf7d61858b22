/**
 * What is asked of an SQLite file. Tables are asked one by one: what lists them all (`pragma_table_list`) has every view
 * expanded, and a table of the file could stand in for a pragma that is written as a function.
 */

/** Name, first page, statement. Views have another type; virtual tables have no page. */
export const tablesQuery = `select name, rootpage, sql from main.sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`;

/** Name of a table, and its statement, as bytes of the file's encoding. */
export const tablesAsBytesQuery = `select cast(name as blob), cast(sql as blob) from main.sqlite_master where type = 'table' and rootpage > 0 and name not like 'sqlite\\_%' escape '\\'`;

/** The file's encoding: UTF-8, UTF-16le or UTF-16be. */
export const encodingQuery = 'pragma main.encoding';

/** Number, name, type, not null, default, place in the key; generated columns, too, which `table_info` leaves out. */
export const columnsOf = (table: string) => `pragma main.table_xinfo(${quotedName(table)})`;

/** Key, part, table referred to, column, column referred to. Keys are numbered from the last declared to the first. */
export const foreignKeysOf = (table: string) => `pragma main.foreign_key_list(${quotedName(table)})`;

/** Number, name, unique, origin: `pk` for the index of a primary key, which the rowid does not have. */
export const indexesOf = (table: string) => `pragma main.index_list(${quotedName(table)})`;

const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Tables that a virtual table keeps its content in, by its module: its name, `_` and one of these. */
const fullText = ['content', 'docsize', 'segdir', 'segments', 'stat'];
const spatial = ['node', 'parent', 'rowid'];
const shadowSuffixes: Readonly<Record<string, readonly string[]>> = {
  fts3: fullText,
  fts4: fullText,
  fts5: ['config', 'content', 'data', 'docsize', 'idx'],
  rtree: spatial,
  rtree_i32: spatial,
  geopoly: spatial,
};
const quotedForm = `"(?:[^"]|"")*"|'(?:[^']|'')*'|\`(?:[^\`]|\`\`)*\`|\\[[^\\]]*\\]`;
const moduleOf = new RegExp(`^create virtual table (?:${quotedForm}|[^\\s"'\`[]+)\\s*using\\s+["'\`[]?(\\w+)`, 'i');

/** The names of the tables behind a virtual table. */
export function shadowsOf(name: string, sql: string): string[] {
  const [, module = ''] = moduleOf.exec(sql) ?? [];
  return (shadowSuffixes[module.toLowerCase()] ?? []).map((suffix) => `${name}_${suffix}`);
}
