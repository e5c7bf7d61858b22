/** Brings a database to this server's schema: every missing step in one transaction, each recorded with a checksum. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from '#kysely';
import { StoreError } from '../store-error.ts';

/** One step of the schema. Once released it is never edited: a change is a new step. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

interface VersionTable {
  schema_versions: { step: number; name: string; checksum: string; applied: number };
}

/**
 * Applies the steps that `db` lacks; `now` is recorded with them, `place` names the database in messages.
 * @throws {StoreError} `newer-schema` where the database has steps that this server does not know, `edited-schema` where a
 * recorded step is not the step of that number here. Nothing is changed then.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  steps: readonly Migration[],
  now: number,
  place: string,
): Promise<void> {
  await (db as unknown as Kysely<VersionTable>).transaction().execute(async (trx) => {
    await trx.schema
      .createTable('schema_versions')
      .ifNotExists()
      .addColumn('step', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('checksum', 'text', (column) => column.notNull())
      .addColumn('applied', 'bigint', (column) => column.notNull())
      .execute();
    const recorded = await trx.selectFrom('schema_versions').selectAll().orderBy('step').execute();
    if (recorded.length > steps.length) {
      throw new StoreError(
        'newer-schema',
        `The store ${place} was written by a newer server: it has ${recorded.length} schema steps and this server knows ${steps.length}. Start the newer server, or restore a copy from before the update.`,
      );
    }
    for (const [index, step] of steps.entries()) {
      const before = recorded[index];
      if (before) {
        if (before.step === index + 1 && before.name === step.name && before.checksum === checksum(step)) continue;
        throw new StoreError(
          'edited-schema',
          `Schema step ${index + 1} of the store ${place} is "${before.name}", and it is not the step "${step.name}" of this server. Start the server that wrote the store, or restore a copy.`,
        );
      }
      for (const statement of step.statements) await sql.raw(statement).execute(trx);
      const row = { step: index + 1, name: step.name, checksum: checksum(step), applied: now };
      await trx.insertInto('schema_versions').values(row).execute();
    }
  });
}

function checksum({ name, statements }: Migration): string {
  return createHash('sha256')
    .update(JSON.stringify([name, statements]))
    .digest('hex');
}
