/** One connection to a PostgreSQL server: made, asked, ended. */
import type { Duplex } from 'node:stream';
import { Client, Query, type QueryArrayConfig } from 'pg';

export interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A row as the server wrote it. */
export type TextRow = readonly (string | null)[];

export interface Session {
  run(sql: string): Promise<void>;
  /** Calls `take` for each row as it arrives; what `take` throws ends the connection and comes back as the error. */
  each(sql: string, take: (row: TextRow) => void): Promise<void>;
  /** Takes leave; never fails. */
  end(): Promise<void>;
}

/** Values stay text: what they mean is decided where they are read. */
const asText = { getTypeParser: () => (value: unknown) => value };

/** Logs in over a stream that is connected already. */
export async function startSession(stream: Duplex, { user, password, database }: Credentials): Promise<Session> {
  // A password given as a function is never replaced by the environment's or printed; `ssl` given is not read from there either.
  const client = new Client({ stream: () => stream, user, database, password: () => password, ssl: false });
  // Every failure also reaches the call under way; without a listener a lost connection would end the process.
  client.on('error', () => {});
  await client.connect();
  return {
    run: async (sql) => void (await client.query(sql)),
    each: (sql, take) =>
      new Promise((resolve, reject) => {
        const asked: QueryArrayConfig = { text: sql, rowMode: 'array', types: asText };
        const query = new Query<(string | null)[]>(asked);
        query.on('row', take);
        query.on('error', reject);
        query.on('end', () => resolve());
        client.query(query);
      }),
    end: () => client.end().catch(() => {}),
  };
}
