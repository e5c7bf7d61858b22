/** Reads the catalog of a PostgreSQL database; runs in the child. */
import { CatalogError } from '../catalog-error.ts';
import type { Found, Request } from '../database.ts';
import { startSession } from './connection.ts';
import { postgresql } from './database.ts';
import { failureOf } from './failure.ts';
import { beginReading, endReading } from './queries.ts';
import { readTables } from './tables.ts';

export { failureOf };

/** The tables that the user may read, all as of one moment, in a transaction that cannot write. */
export async function read(request: Request, { catalog, within }: Found): Promise<void> {
  const { settings, place, maxTables, connectTimeout, queryTimeout } = request;
  if (!('addresses' in place)) throw new TypeError('A PostgreSQL database is at a server.');
  const text = (name: (typeof postgresql.needed)[number]): string => String(settings[name] ?? '');
  const login = { user: text('user_name'), password: text('password'), database: text('database_name') };
  const subject = postgresql.subject(settings);
  // Empty ones the driver would replace by its own; a NUL would end the value and begin the next parameter.
  for (const value of [login.user, login.database]) {
    if (value === '' || value.includes('\0'))
      throw new CatalogError('refused', `${subject} needs a user name and a database name without NUL.`);
  }
  within(connectTimeout);
  const session = await startSession({
    ...place,
    ...login,
    certified: settings['ssl'] === true ? text('host') : undefined,
  });
  const asking = <T>(ask: () => Promise<T>): Promise<T> => {
    within(queryTimeout);
    return ask();
  };
  await asking(() => session.run(beginReading(queryTimeout)));
  await readTables({ each: (sql, take) => asking(() => session.each(sql, take)) }, maxTables, catalog);
  await asking(() => session.run(endReading));
  await session.end();
}
