/** Kysely's SQLite dialect over Node's own SQLite: what it asks of a driver, and statements that are prepared once. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { type Dialect, SqliteDialect, type SqliteStatement } from '#kysely';

/** Far more statements than the store has; a bound all the same, so that texts made on the way cannot pile up. */
const maxPrepared = 200;

/** What writes nothing. The others may write even where they change no row: the last key of a table, for one. */
const reading = /^(select|begin|commit|rollback)\b/i;

export interface DialectOptions {
  /** Called when the Kysely instance is destroyed. Default: closes the database. */
  readonly close?: () => void;
  /** Called before each statement that may write. */
  readonly onWrite?: () => void;
}

export function nodeSqliteDialect(
  database: DatabaseSync,
  { close = () => database.close(), onWrite }: DialectOptions = {},
): Dialect {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    // SQLite has rolled back by itself after some errors (a full disk): a second rollback would hide the first error.
    if (sql === 'rollback' && !database.isTransaction) return nothing;
    const known = prepared.get(sql);
    if (known) return known;
    const statement = adapt(database.prepare(sql), reading.test(sql) ? undefined : onWrite);
    if (prepared.size >= maxPrepared) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return new SqliteDialect({ database: { prepare, close } });
}

const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function adapt(statement: StatementSync, before: (() => void) | undefined): SqliteStatement {
  const given = (parameters: readonly unknown[]): SQLInputValue[] => {
    before?.();
    return values(parameters);
  };
  const names = statement.columns().map(({ name }) => name);
  // The rows that Node makes have no prototype. V8 keeps such objects as hash tables, which are slow to make and to send on.
  statement.setReturnArrays(true);
  const toRow = (cells: unknown): Row => {
    const row: Row = {};
    for (let at = 0; at < names.length; at++) row[names[at] as string] = (cells as Cells)[at];
    return row;
  };
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...given(parameters)).map(toRow),
    run: (parameters) => statement.run(...given(parameters)),
    *iterate(parameters) {
      for (const cells of statement.iterate(...given(parameters))) yield toRow(cells);
    },
  };
}

/** Node types rows as objects, whatever was set. */
type Cells = readonly SQLOutputValue[];
type Row = Record<string, SQLOutputValue | undefined>;

/** Kysely types parameters as unknown; the store's own tables hold strings, numbers and null alone. */
function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}
