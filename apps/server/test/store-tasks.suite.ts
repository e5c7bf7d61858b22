import { beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../src/store/store.ts';
import type { Bench } from './store.suite.ts';
import { dataSource, draft, proposal, proposalsFor, scope } from './store-samples.ts';

type InitTask = CallInput<'initTask'>;

export function describeTasks(bench: () => Bench): void {
  const pair = { source: 's1', target: 's2' };
  const init = (input: Partial<InitTask> = {}) => bench().store.initTask({ ...draft('task'), ...input });
  const done = async (input: Partial<InitTask> = {}) => {
    const result = await init(input);
    if (result.status !== 'done') throw new Error(`Expected the task to be initialised, but ${result.status}.`);
    return result;
  };
  const find = (id = 'task') => bench().store.findTask({ ...scope, id });

  describe('initialising a task', () => {
    beforeEach(async () => {
      for (const id of ['s1', 's2', 's3']) await bench().store.createDataSource(dataSource(id, { appId: `${id}-app` }));
    });

    it('makes a task under the given id once in a project and instance', async () => {
      const task = {
        id: 'task',
        serverId: null,
        name: null,
        description: null,
        tag: null,
        operationTypes: null,
        sourceAppId: null,
        targetAppId: null,
        executeStatus: 'UNSTARTED',
        created: 1000,
        modified: 1000,
      };
      expect(await init()).toEqual({ status: 'done', created: true, task, pairs: [] });
      expect(await find()).toEqual({ ...task, pairs: [] });
      expect(await done()).toMatchObject({ created: false });
      expect(await done({ instance: 'other' })).toMatchObject({ created: true, task: { id: 'task' } });
      expect(await done({ project: 'other' })).toMatchObject({ created: true });
      expect(await bench().store.findTask({ ...scope, project: 'third', id: 'task' })).toBeUndefined();
    });

    it('keeps the latest server id that is not empty', async () => {
      expect((await done({ serverId: '' })).task.serverId).toBeNull();
      expect((await done({ serverId: '1111' })).task.serverId).toBe('1111');
      expect((await done({ serverId: null })).task.serverId).toBe('1111');
      expect((await done({ serverId: '' })).task.serverId).toBe('1111');
      expect((await done({ serverId: '2222' })).task.serverId).toBe('2222');
      expect(await find()).toMatchObject({ serverId: '2222' });
    });

    it('adds the pair once, with the facts of both data sources', async () => {
      const facts = (id: string) => ({
        id,
        name: id,
        type: 'POSTGRESQL',
        instance: scope.instance,
        appId: `${id}-app`,
      });
      const groups = { sourceGroup: null, targetGroup: null };
      const ends = { source: facts('s1'), target: facts('s2'), ...groups };
      const expected = { ...ends, mappings: [], later: [], schemaMappings: [], mappingCount: 0 };
      expect((await done({ pair })).pairs).toEqual([expected]);
      expect((await done({ pair })).pairs).toEqual([expected]);
      expect((await find())?.pairs).toEqual([ends]);
    });

    it('lets a pair have the same data source on both sides', async () => {
      const both = { source: 's1', target: 's1' };
      expect((await done({ pair: both })).pairs).toMatchObject([{ source: { id: 's1' }, target: { id: 's1' } }]);
      expect((await done({ pair: both })).pairs).toHaveLength(1);
    });

    it('answers the given pair, and without one all pairs as they were added', async () => {
      const ids = async (input: Partial<InitTask>) =>
        (await done(input)).pairs.map(({ source, target }) => [source.id, target.id]);
      await done({ pair });
      expect(await ids({ pair: { source: 's2', target: 's1' } })).toEqual([['s2', 's1']]);
      expect(await ids({ pair: { source: 's1', target: 's3' } })).toEqual([['s1', 's3']]);
      expect(await ids({ pair })).toEqual([['s1', 's2']]);
      expect(await ids({})).toEqual([
        ['s1', 's2'],
        ['s2', 's1'],
        ['s1', 's3'],
      ]);
    });

    it('names the data source that is not there, and stores nothing', async () => {
      expect(await init({ pair: { source: 'none', target: 's2' } })).toEqual({ status: 'unknown-source' });
      expect(await init({ pair: { source: 's1', target: 'none' } })).toEqual({ status: 'unknown-target' });
      expect(await init({ pair: { source: 'none', target: 'none' } })).toEqual({ status: 'unknown-source' });
      expect(await init({ pair, instance: 'other' })).toEqual({ status: 'unknown-source' });
      expect(await find()).toBeUndefined();
    });

    it('leaves a known task as it is when the data source has been deleted in the meantime', async () => {
      await done({ serverId: '1' });
      await bench().store.deleteDataSource({ ...scope, id: 's2', named: 10 });
      expect(await init({ serverId: '2', pair })).toEqual({ status: 'unknown-target' });
      expect(await find()).toMatchObject({ serverId: '1', pairs: [] });
    });

    it('notes the time of the last change, and a call that changes nothing is none', async () => {
      const clock = bench();
      const modifiedAt = async (time: number, input: Partial<InitTask>) => {
        clock.time = time;
        return (await done(input)).task;
      };
      const withOne = { pair, proposals: [await proposalsFor(pair, [proposal('items')])] };
      expect(await modifiedAt(1, {})).toMatchObject({ created: 1, modified: 1 });
      expect(await modifiedAt(2, {})).toMatchObject({ modified: 1 });
      expect(await modifiedAt(3, { pair })).toMatchObject({ modified: 3 });
      expect(await modifiedAt(4, { pair, serverId: '' })).toMatchObject({ modified: 3 });
      expect(await modifiedAt(5, withOne)).toMatchObject({ modified: 5 });
      expect(await modifiedAt(6, withOne)).toMatchObject({ modified: 5 });
      expect(await modifiedAt(7, { serverId: '1' })).toMatchObject({ created: 1, modified: 7 });
      expect(await find()).toMatchObject({ created: 1, modified: 7 });
    });

    it('called 64 times at once with one id makes one task and one pair, and every caller gets the same answer', async () => {
      const input = { pair, proposals: [await proposalsFor(pair, [proposal('items'), proposal('orders')])] };
      const answers = await Promise.all(Array.from({ length: 64 }, () => done(input)));
      expect(answers.filter(({ created }) => created)).toHaveLength(1);
      const [first] = answers;
      for (const answer of answers) expect({ ...answer, created: true }).toEqual({ ...first, created: true });
      expect(first?.pairs).toMatchObject([{ mappingCount: 2 }]);
    });
  });

  describe('a task', () => {
    it('is deleted once, with its pairs and mappings, and nothing of another task', async () => {
      const { store } = bench();
      for (const id of ['s1', 's2']) await store.createDataSource(dataSource(id));
      const proposals = [await proposalsFor(pair, [proposal('items')])];
      await done({ pair, proposals });
      await done({ taskId: 'other', pair, proposals });
      expect(await store.deleteTask({ ...scope, instance: 'elsewhere', id: 'task' })).toEqual({ status: 'not-found' });
      expect(await store.deleteTask({ ...scope, id: 'task' })).toEqual({ status: 'deleted' });
      expect(await store.deleteTask({ ...scope, id: 'task' })).toEqual({ status: 'not-found' });
      expect(await find()).toBeUndefined();
      expect((await done({ taskId: 'other' })).pairs).toMatchObject([{ mappingCount: 1 }]);
      expect(await done({ pair })).toMatchObject({ created: true, pairs: [{ mappingCount: 0, mappings: [] }] });
    });
  });
}
