/** Reads the catalog of a MySQL or MariaDB database; runs in the child. */
import { CatalogError } from '../catalog-error.ts';
import type { Found, Request } from '../database.ts';
import { startSession } from './connection.ts';
import { mysql } from './database.ts';
import { failureOf } from './failure.ts';
import { limitQueries, serverQuery } from './queries.ts';
import { readTables } from './tables.ts';

export { failureOf };

/** The tables that the user may read. information_schema knows no transactions: a table made meanwhile may be seen in part. */
export async function read(request: Request, { catalog, within }: Found): Promise<void> {
  const { settings, place, maxTables, connectTimeout, queryTimeout } = request;
  if (!('addresses' in place)) throw new TypeError('A MySQL database is at a server.');
  const text = (name: (typeof mysql.needed)[number]): string => String(settings[name] ?? '');
  const login = { user: text('user_name'), password: text('password'), database: text('database_name') };
  // A NUL would end the value and begin the next one.
  for (const value of [login.user, login.database]) {
    if (value === '' || value.includes('\0'))
      throw new CatalogError(
        'refused',
        `${mysql.subject(settings)} needs a user name and a database name without NUL.`,
      );
  }
  within(connectTimeout);
  const host = text('host');
  const session = await startSession({ ...place, ...login, host, isEncrypted: settings['ssl'] === true });
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
