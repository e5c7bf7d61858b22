/** Reads the catalog of a PostgreSQL database; runs in the child. */
import type { Found, Request } from '../database.ts';
import { loginOf } from '../server.ts';
import { startSession } from './connection.ts';
import { failureOf } from './failure.ts';
import { beginReading, endReading } from './queries.ts';
import { readTables } from './tables.ts';

export { failureOf };

/** The tables that the user may read, all as of one moment, in a transaction that cannot write. */
export async function read(request: Request, { catalog, within }: Found): Promise<void> {
  const { maxTables, connectTimeout, queryTimeout } = request;
  const login = loginOf(request);
  within(connectTimeout);
  const session = await startSession(login);
  const asking = <T>(ask: () => Promise<T>): Promise<T> => {
    within(queryTimeout);
    return ask();
  };
  await asking(() => session.run(beginReading(queryTimeout)));
  await readTables({ each: (sql, take) => asking(() => session.each(sql, take)) }, maxTables, catalog);
  await asking(() => session.run(endReading));
  await session.end();
}
