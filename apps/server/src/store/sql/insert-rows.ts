/** Inserts many rows of one shape. */
import type { Compilable, CompiledQuery } from '#kysely';
import type { Database } from './tables.ts';

/** How many rows a statement takes: enough to save work, few enough for any database's bound on parameters. */
const rowsPerInsert = 50;

/**
 * A full batch is compiled once, since that costs more than inserting it.
 * @param build makes the statement for some rows; it must not look at their values
 * @returns how many rows were inserted or changed
 */
export async function insertRows<Row extends object>(
  db: Database,
  rows: Iterable<Row>,
  build: (batch: readonly Row[]) => Compilable,
): Promise<number> {
  let full: CompiledQuery | undefined;
  let batch: Row[] = [];
  let added = 0n;
  const insert = async (query: CompiledQuery) => {
    added += (await db.executeQuery(query)).numAffectedRows ?? 0n;
    batch = [];
  };
  for (const row of rows) {
    if (batch.push(row) < rowsPerInsert) continue;
    full ??= build(batch).compile();
    await insert({ ...full, parameters: batch.flatMap((each): unknown[] => Object.values(each)) });
  }
  if (batch.length > 0) await insert(build(batch).compile());
  return Number(added);
}
