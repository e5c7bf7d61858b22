/** Reads the catalog of a MySQL or MariaDB database; runs in the child. */
import type { Found, Request } from '../database.ts';
import { loginOf } from '../server.ts';
import { startSession } from './connection.ts';
import { failureOf } from './failure.ts';
import { limitQueries, serverQuery } from './queries.ts';
import { readTables } from './tables.ts';

export { failureOf };

/** Readings that did not fit together, before the last one counts as it is. */
const attempts = 5;

/** The tables that the user may read. information_schema knows no transactions, so what is seen changing is read again. */
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
  for (let attempt = 1; !(await readTables({ each }, server, maxTables, catalog)) && attempt < attempts; attempt++)
    catalog.restart();
  await session.end();
}
