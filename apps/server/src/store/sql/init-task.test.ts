/** Writers on one database: each statement is a transaction of its own, and any order of them may come. */
import { DatabaseSync } from 'node:sqlite';
import fc, { type Scheduler } from 'fast-check';
import { expect, it } from 'vitest';
import { type Dialect, Kysely, sql } from '#kysely';
import { tries } from '../../../../../test/properties.ts';
import { dataSource, draft, proposal, proposalsFor } from '../../../test/store-samples.ts';
import { nodeSqliteDialect } from '../sqlite/adapter.ts';
import { migrations } from '../sqlite/migrations.ts';
import type { CallResult } from '../store.ts';
import { createDataSource } from './data-sources.ts';
import { initTask } from './init-task.ts';
import type { Database, Tables } from './tables.ts';
import { deleteTask } from './tasks.ts';

/** The dialect, with every statement held back until the scheduler lets it go. */
function scheduled(dialect: Dialect, scheduler: Scheduler): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver();
      const acquire = driver.acquireConnection.bind(driver);
      driver.acquireConnection = async (options) => {
        await scheduler.schedule(Promise.resolve());
        return acquire(options);
      };
      return driver;
    },
  };
}

/** A database with two data sources, and a view of it whose statements the scheduler orders. */
async function databases(scheduler: Scheduler): Promise<{ db: Database; interleaved: Database }> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  const dialect = nodeSqliteDialect(database);
  const db = new Kysely<Tables>({ dialect });
  for (const { statements } of migrations) for (const statement of statements) await sql.raw(statement).execute(db);
  for (const id of ['s1', 's2']) await createDataSource({ db, now: 1 }, dataSource(id));
  return { db, interleaved: new Kysely<Tables>({ dialect: scheduled(dialect, scheduler) }) };
}

const pair = { source: 's1', target: 's2' };

it('makes one task, one pair and each mapping once, however the statements of several writers fall', async () => {
  const batches = [['a', 'b'], ['b', 'c'], ['a']].map((tables) => tables.map((table) => proposal(table)));
  const written = await Promise.all(batches.map((mappings) => proposalsFor(pair, mappings)));
  const tried = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
    const { db, interleaved } = await databases(scheduler);
    const writers = written.map((proposals, at) =>
      initTask({ db: interleaved, now: 2 + at }, { ...draft('task'), pair, proposals: [proposals] }),
    );
    await scheduler.waitIdle();
    const results = (await Promise.all(writers)) as Extract<CallResult<'initTask'>, { status: 'done' }>[];
    expect(results.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect(await initTask({ db, now: 9 }, draft('task'))).toMatchObject({ pairs: [{ mappingCount: 3 }] });
    const count = async (table: keyof Tables) =>
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('rows'))
          .executeTakeFirst()
      )?.rows;
    expect(await Promise.all((['tasks', 'pairs', 'mappings', 'schema_mappings'] as const).map(count))).toEqual([
      1, 1, 3, 1,
    ]);
    await db.destroy();
  });
  await fc.assert(tried, { numRuns: tries(50) });
});

it('makes the task whether another writer deletes it before or after', async () => {
  const tried = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
    const { db, interleaved } = await databases(scheduler);
    await initTask({ db, now: 1 }, draft('task'));
    const located = { project: draft('').project, instance: draft('').instance, id: 'task' };
    const all = Promise.all([
      initTask({ db: interleaved, now: 2 }, draft('task')),
      deleteTask({ db: interleaved, now: 2 }, located),
    ]);
    await scheduler.waitIdle();
    expect(await all).toMatchObject([{ status: 'done', task: { id: 'task' } }, { status: 'deleted' }]);
    await db.destroy();
  });
  await fc.assert(tried, { numRuns: tries(20) });
});
