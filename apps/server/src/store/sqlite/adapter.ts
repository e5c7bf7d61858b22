/** Kysely's SQLite dialect over Node's own SQLite: what it asks of a driver, and statements that are prepared once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Dialect, SqliteDialect, type SqliteStatement } from 'kysely';

/** Far more statements than the store has; a bound all the same, so that texts made on the way cannot pile up. */
const maxPrepared = 200;

/** Destroying the Kysely instance calls `close`. */
export function nodeSqliteDialect(database: DatabaseSync, close = () => database.close()): Dialect {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    // SQLite has rolled back by itself after some errors (a full disk): a second rollback would hide the first error.
    if (sql === 'rollback' && !database.isTransaction) return nothing;
    const known = prepared.get(sql);
    if (known) return known;
    const statement = adapt(database.prepare(sql));
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

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

/** Kysely types parameters as unknown; the store's own tables hold strings, numbers and null alone. */
function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}
