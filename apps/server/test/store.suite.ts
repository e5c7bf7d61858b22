/** What every store must do, whatever database is behind it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Located } from '../src/store/records.ts';
import type { Store } from '../src/store/store.ts';
import { describeCreatedTasks } from './store-created-tasks.suite.ts';
import { describeDataSources } from './store-data-sources.suite.ts';
import { describeDecisions } from './store-decisions.suite.ts';
import { describeEditedMappings } from './store-edited-mappings.suite.ts';
import { describeMappings } from './store-mappings.suite.ts';
import { describeTasks } from './store-tasks.suite.ts';

/** Opens an empty store with the given clock. */
export type OpenEmptyStore = (options?: { now: () => number }) => Promise<Store>;

/** The store under test, empty before each test, with a clock that the test moves. */
export interface Bench {
  readonly store: Store;
  time: number;
}

export function describeStore(name: string, open: OpenEmptyStore): void {
  describe(`the store on ${name}`, () => {
    const clock = { time: 0 };
    let emptied: Emptied;
    beforeAll(async () => {
      emptied = emptiedAfterwards(await open({ now: () => clock.time }));
    });
    let bench: Bench;
    beforeEach(() => {
      clock.time = 1000;
      bench = Object.assign(clock, { store: emptied.store });
    });
    afterEach(() => emptied.empty());
    afterAll(() => emptied.store.close());

    describeDataSources(() => bench);
    describeTasks(() => bench);
    describeMappings(() => bench);
    describeCreatedTasks(() => bench);
    describeEditedMappings(() => bench);
    describeDecisions(() => bench);

    it('answers until it is closed, and says so from then on', async () => {
      const store = await open();
      const call = () => store.findTask({ project: 'p', instance: 'i', id: 't' });
      const lastCall = call();
      await Promise.all([store.close(), store.close()]);
      expect(await lastCall).toBeUndefined();
      await expect(call()).rejects.toMatchObject({ name: 'StoreError', kind: 'closed' });
    });
  });
}

interface Emptied {
  readonly store: Store;
  empty(): Promise<void>;
}

/** Opening a store takes longer than most tests: they share one, which notes what they make and deletes it after each. */
function emptiedAfterwards(store: Store): Emptied {
  const tasks: Located[] = [];
  const dataSources: Located[] = [];
  return {
    store: {
      ...store,
      createDataSource: async (input) => {
        dataSources.push(input);
        return store.createDataSource(input);
      },
      initTask: async (input) => {
        const result = await store.initTask(input);
        if (result.status === 'done' && result.created) tasks.push({ ...input, id: result.task.id });
        return result;
      },
      createTask: async (input) => {
        tasks.push({ ...input, id: input.taskId });
        return store.createTask(input);
      },
    },
    empty: async () => {
      await Promise.all(tasks.map((task) => store.setExecuteStatus({ ...task, executeStatus: 'CANCELLED' })));
      await Promise.all(tasks.splice(0).map((task) => store.deleteTask(task)));
      await Promise.all(
        dataSources.splice(0).map((dataSource) => store.deleteDataSource({ ...dataSource, named: 10 })),
      );
    },
  };
}
