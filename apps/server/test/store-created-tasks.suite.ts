import { beforeEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../src/store/store.ts';
import type { Bench } from './store.suite.ts';
import { dataSource, draft, scope } from './store-samples.ts';

export function describeCreatedTasks(bench: () => Bench): void {
  const create = (taskId: string, name: string, facts: Partial<CallInput<'createTask'>> = {}) =>
    bench().store.createTask({
      ...scope,
      taskId,
      name,
      description: null,
      tag: null,
      operationTypes: '["INSERT"]',
      sourceAppId: null,
      targetAppId: null,
      ...facts,
    });
  const init = (taskId: string, pair?: { source: string; target: string }) =>
    bench().store.initTask({ ...draft(taskId), pair });
  const find = (id: string) => bench().store.findTask({ ...scope, id });
  const everything = { ...scope, sortBy: 'created', sort: 'asc', limit: 100, offset: 0 } as const;
  const list = async (query: Partial<CallInput<'listTasks'>> = {}) => {
    const { total, entities } = await bench().store.listTasks({ ...everything, ...query });
    expect(total).toBeGreaterThanOrEqual(entities.length);
    return entities.map(({ id }) => id);
  };
  const state = (id: string, executeStatus: CallInput<'setExecuteStatus'>['executeStatus']) =>
    bench().store.setExecuteStatus({ ...scope, id, executeStatus });

  describe('creating a task', () => {
    test('gives a draft its name and facts, once', async () => {
      await init('t');
      bench().time = 2000;
      const facts = { description: 'd', tag: 'label', sourceAppId: 'a', targetAppId: 'b' };
      expect(await create('t', 'shop', facts)).toEqual({ status: 'created' });
      const task = { ...facts, name: 'shop', operationTypes: '["INSERT"]', created: 1000, modified: 2000 };
      expect(await find('t')).toMatchObject(task);
      expect(await create('t', 'other')).toEqual({ status: 'created-before' });
      expect(await find('t')).toMatchObject(task);
    });

    test('makes a task from nothing, which init takes like one of its own', async () => {
      expect(await create('new', 'shop')).toEqual({ status: 'created' });
      expect(await find('new')).toMatchObject({ name: 'shop', pairs: [] });
      expect(await init('new')).toMatchObject({ created: false, task: { name: 'shop' } });
    });

    test('refuses a name that another task of the project and the instance has, and stores nothing', async () => {
      await create('a', 'shop');
      expect(await create('b', 'shop')).toEqual({ status: 'name-taken' });
      expect(await find('b')).toBeUndefined();
      expect(await create('c', 'shop', { instance: 'other' })).toEqual({ status: 'created' });
      expect(await create('d', 'Shop')).toEqual({ status: 'created' });
    });
  });

  describe('changing a task', () => {
    const update = (id: string, facts: Partial<CallInput<'updateTask'>> = {}) =>
      bench().store.updateTask({
        ...scope,
        id,
        description: undefined,
        tag: undefined,
        operationTypes: '["DELETE"]',
        repullingSnapshot: true,
        ...facts,
      });

    test('leaves what is not given, and removes what is null', async () => {
      await create('t', 'shop', { description: 'd', tag: 'label' });
      expect(await update('t', { tag: null })).toEqual({ status: 'changed' });
      expect(await find('t')).toMatchObject({ description: 'd', tag: null, operationTypes: '["DELETE"]' });
    });

    test('needs a created task that does not run', async () => {
      const reset = (id: string) => bench().store.resetTask({ ...scope, id, from: 1 });
      await init('draft');
      await create('running', 'shop');
      await state('running', 'RUNNING');
      for (const change of [update, reset]) {
        expect(await change('nowhere')).toEqual({ status: 'not-found' });
        expect(await change('draft')).toEqual({ status: 'draft' });
        expect(await change('running')).toEqual({ status: 'running' });
      }
      expect(await find('running')).toMatchObject({ operationTypes: '["INSERT"]' });
      expect(await bench().store.deleteTask({ ...scope, id: 'running' })).toEqual({ status: 'running' });
      await state('running', 'CANCELLED');
      expect(await reset('running')).toEqual({ status: 'changed' });
      expect(await bench().store.deleteTask({ ...scope, id: 'running' })).toEqual({ status: 'deleted' });
    });
  });

  describe('listing tasks', () => {
    beforeEach(async () => {
      for (const id of ['s1', 's2']) await bench().store.createDataSource(dataSource(id));
      await init('draft');
      await create('a', 'Shop_1', { tag: 'nightly', sourceAppId: 'app' });
      bench().time = 3000;
      await init('b', { source: 's1', target: 's2' });
      await create('b', 'warehouse', { targetAppId: 'app' });
      bench().time = 2000;
      await create('c', 'Größe');
      await state('b', 'RUNNING');
      await state('c', 'ERROR');
    });

    test('has created tasks alone, by the time at which they were made', async () => {
      expect(await list()).toEqual(['a', 'c', 'b']);
      expect(await list({ sort: 'desc' })).toEqual(['b', 'c', 'a']);
      expect(await list({ project: 'other' })).toEqual([]);
      expect(await list({ sortBy: 'running' })).toEqual(['a', 'c', 'b']);
      expect(await list({ sortBy: 'running', sort: 'desc' })).toEqual(['b', 'c', 'a']);
      expect(await list({ limit: 1, offset: 1 })).toEqual(['c']);
      expect(await list({ offset: 9 })).toEqual([]);
      const { entities } = await bench().store.listTasks({ ...everything, id: 'b' });
      expect(entities).toMatchObject([{ name: 'warehouse', pairs: [{ source: { id: 's1' }, target: { id: 's2' } }] }]);
    });

    test.each<[Partial<CallInput<'listTasks'>>, string[]]>([
      [{ id: 'a' }, ['a']],
      [{ id: 'draft' }, []],
      [{ name: 'SHOP' }, ['a']],
      [{ name: '_' }, ['a']],
      [{ name: '%' }, []],
      [{ name: 'GRÖSSE' }, []],
      [{ name: 'GRÖ' }, ['c']],
      [{ running: true }, ['b']],
      [{ running: false }, ['a', 'c']],
      [{ executeStatus: 'ERROR' }, ['c']],
      [{ source: 's1' }, ['b']],
      [{ source: 's2' }, []],
      [{ target: 's2' }, ['b']],
      [{ tag: 'nightly' }, ['a']],
      [{ sourceAppId: 'app' }, ['a']],
      [{ targetAppId: 'app' }, ['b']],
      [{ tag: 'nightly', running: true }, []],
    ])('with %j has %j', async (query, ids) => expect(await list(query)).toEqual(ids));

    test('counts them by the state of their latest run', async () => {
      expect(await bench().store.countTasks(scope)).toEqual({ UNSTARTED: 1, RUNNING: 1, ERROR: 1 });
      expect(await bench().store.countTasks({ ...scope, project: 'other' })).toEqual({});
    });
  });
}
