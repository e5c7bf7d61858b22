/** Reads the catalog of a MySQL or MariaDB database; runs in the child. */
import type { Found, Request } from '../database.ts';
import { loginOf } from '../server.ts';
import { startSession } from './connection.ts';
import { failureOf } from './failure.ts';
import { limitQueries, serverQuery } from './queries.ts';
import { readTables } from './tables.ts';

export { failureOf };

/** The tables that the user may read. information_schema knows no transactions: a table made meanwhile may be seen in part. */
export async function read(request: Request, { catalog, within }: Found): Promise<void> {
  const { maxTables, connectTimeout, queryTimeout } = request;
  const login = loginOf(request);
  within(connectTimeout);
  const session = await startSession(login);
  const each: typeof session.each = (sql, take) => {
    within(queryTimeout);
    return session.each(sql, take);
  };
  const server = { isMariaDb: false, database: '', sameCase: true };
  await each(serverQuery, ([version, database, caseless]) => {
    server.isMariaDb = /mariadb/i.test(version ?? '');
    server.database = database ?? '';
    server.sameCase = caseless === '0';
  });
  // A server too old to know the limit has ours alone.
  await each(limitQueries(queryTimeout, server.isMariaDb), () => {}).catch(() => {});
  await readTables({ each }, server, maxTables, catalog);
  await session.end();
}
