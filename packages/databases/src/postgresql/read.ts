/** Reads the catalog of a PostgreSQL database; runs in the child. */
import type { Found, Request } from '../database.ts';
import type { Asking } from '../rows.ts';
import { loginOf } from '../server.ts';
import { startSession } from './connection.ts';
import { postgresql } from './database.ts';
import { findUnwritableName, unwritableBytes } from './encoding/unwritable-name.ts';
import { failureOf } from './failure.ts';
import { abandonReading, beginReading, endReading } from './queries.ts';
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
  const asked: Asking = { each: (sql, take) => asking(() => session.each(sql, take)) };
  const begin = () => asking(() => session.run(beginReading(queryTimeout)));
  await begin();
  try {
    await readTables(asked, maxTables, catalog);
  } catch (error) {
    const bytes = unwritableBytes(error);
    if (bytes === undefined) throw error;
    await asking(() => session.run(abandonReading));
    await begin();
    throw await findUnwritableName(asked, bytes, postgresql.subject(request.settings), error);
  }
  await asking(() => session.run(endReading));
  await session.end();
}
