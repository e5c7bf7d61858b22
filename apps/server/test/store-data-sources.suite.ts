import { describe, expect, it } from 'vitest';
import type { Bench } from './store.suite.ts';
import { dataSource, draft, scope } from './store-samples.ts';

export function describeDataSources(bench: () => Bench): void {
  const page = { ...scope, limit: 10, offset: 0 };
  const names = async (query: object = {}) => {
    const { entities } = await bench().store.listDataSources({ ...page, ...query });
    return entities.map(({ name }) => name);
  };

  describe('data sources', () => {
    it('are found as they were given, with the time of their making', async () => {
      const { store } = bench();
      const given = dataSource('s1', {
        appId: 'app',
        content: { host: 'db.example', nested: { deep: [1, null, 'ü'] } },
        sealedSecret: 'v1.k.n.t.d',
        description: 'Bücher & "quotes"',
      });
      const expected = { ...given, createTime: 1000, updateTime: 1000 };
      expect(await store.createDataSource(given)).toEqual({ status: 'created', dataSource: expected });
      expect(await store.findDataSource({ ...scope, id: 's1' })).toEqual(expected);
    });

    it('are found in their own project and instance alone', async () => {
      const { store } = bench();
      await store.createDataSource(dataSource('s1'));
      for (const elsewhere of [{ project: 'other' }, { instance: 'other' }]) {
        expect(await store.findDataSource({ ...scope, ...elsewhere, id: 's1' })).toBeUndefined();
        expect(await store.deleteDataSource({ ...scope, ...elsewhere, id: 's1', named: 10 })).toEqual({
          status: 'not-found',
        });
        expect(await names(elsewhere)).toEqual([]);
      }
      expect(await names()).toEqual(['s1']);
    });

    it('keep a name once in an instance, and may share it across instances', async () => {
      const { store } = bench();
      await store.createDataSource(dataSource('s1', { name: 'shop' }));
      expect(await store.createDataSource(dataSource('s2', { name: 'shop' }))).toEqual({ status: 'name-taken' });
      expect(await store.findDataSource({ ...scope, id: 's2' })).toBeUndefined();
      expect(await store.createDataSource(dataSource('s3', { name: 'shop', instance: 'other' }))).toMatchObject({
        status: 'created',
      });
    });

    it('fail by a fault of the caller when an id is used twice, and keep the first', async () => {
      const { store } = bench();
      await store.createDataSource(dataSource('s1'));
      const again = store.createDataSource(dataSource('s1', { name: 'another' }));
      await expect(again).rejects.toMatchObject({ kind: 'failed', message: expect.not.stringContaining('UNIQUE') });
      expect(await names()).toEqual(['s1']);
    });

    it('that are more than one call reads are found by their page and read later, in its order', async () => {
      const clock = bench();
      const content = { host: 'h'.repeat(10_000) };
      for (const id of ['s1', 's2', 's3', 's4', 's5']) await clock.store.createDataSource(dataSource(id, { content }));
      const { entities, later, total } = await clock.store.listDataSources({ ...page, sort: 'asc' });
      expect(total).toBe(5);
      expect([...entities, ...later].map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4', 's5']);
      expect(later.length).toBeGreaterThan(0);
      const ids = later.map(({ id }) => id).toReversed();
      const read = await clock.store.readDataSources({ ids });
      expect(read.map(({ id, content: { host } }) => [id, host])).toEqual(ids.map((id) => [id, content.host]));
    });

    it('are listed newest first or oldest first, in pages with the total of all', async () => {
      const clock = bench();
      for (const id of ['s1', 's2', 's3']) {
        await clock.store.createDataSource(dataSource(id));
        if (id === 's2') clock.time += 1;
      }
      expect(await names()).toEqual(['s3', 's2', 's1']);
      expect(await names({ sort: 'asc' })).toEqual(['s1', 's2', 's3']);
      expect(await clock.store.listDataSources({ ...page, sort: 'asc', limit: 1, offset: 1 })).toMatchObject({
        total: 3,
        entities: [{ id: 's2' }],
      });
      expect(await clock.store.listDataSources({ ...page, offset: 3 })).toEqual({ total: 3, entities: [], later: [] });
      expect(await clock.store.listDataSources({ ...page, limit: 0 })).toEqual({ total: 3, entities: [], later: [] });
    });

    it('are filtered by type and by application', async () => {
      const { store } = bench();
      await store.createDataSource(dataSource('s1', { type: 'MYSQL', appId: 'a' }));
      await store.createDataSource(dataSource('s2', { type: 'MYSQL', appId: 'b' }));
      await store.createDataSource(dataSource('s3', { appId: 'a' }));
      expect(await names({ type: 'MYSQL', sort: 'asc' })).toEqual(['s1', 's2']);
      expect(await names({ appId: 'a', sort: 'asc' })).toEqual(['s1', 's3']);
      expect(await names({ type: 'MYSQL', appId: 'a' })).toEqual(['s1']);
    });

    it('are searched by a part of the name in any case and script, wildcards standing for themselves', async () => {
      const { store } = bench();
      const all = ['Größe 100%', 'under_score', 'back\\slash', 'ЗАКАЗЫ', 'Cafe\u0301'];
      for (const [index, name] of all.entries()) await store.createDataSource(dataSource(`s${index}`, { name }));
      expect(await names({ name: 'GRÖSSE' })).toEqual([]);
      expect(await names({ name: 'GRÖß' })).toEqual(['Größe 100%']);
      expect(await names({ name: '0%' })).toEqual(['Größe 100%']);
      expect(await names({ name: 'r_s' })).toEqual(['under_score']);
      expect(await names({ name: 'k\\S' })).toEqual(['back\\slash']);
      expect(await names({ name: 'заказ' })).toEqual(['ЗАКАЗЫ']);
      expect(await names({ name: 'CAFÉ' })).toEqual(['Cafe\u0301']);
      expect(await names({ name: '%%' })).toEqual([]);
      expect(await names({ name: '', sort: 'asc' })).toEqual(all);
    });

    it('are deleted once', async () => {
      const { store } = bench();
      await store.createDataSource(dataSource('s1'));
      expect(await store.deleteDataSource({ ...scope, id: 's1', named: 10 })).toEqual({ status: 'deleted' });
      expect(await store.deleteDataSource({ ...scope, id: 's1', named: 10 })).toEqual({ status: 'not-found' });
      expect(await store.createDataSource(dataSource('s1'))).toMatchObject({ status: 'created' });
    });

    it('stay while a task uses them on either side, and the first ten tasks are named', async () => {
      const { store } = bench();
      await store.createDataSource(dataSource('s1'));
      await store.createDataSource(dataSource('s2'));
      const ids = Array.from({ length: 12 }, (_, index) => `task-${index}`);
      for (const [index, taskId] of ids.entries()) {
        const pair = index % 2 === 0 ? { source: 's1', target: 's2' } : { source: 's2', target: 's1' };
        await store.initTask({ ...draft(taskId), pair });
      }
      // A task that has the data source on both sides counts once.
      await store.initTask({ ...draft('task-0'), pair: { source: 's1', target: 's1' } });
      const refused = { status: 'in-use', taskIds: ids.slice(0, 10), total: 12 };
      expect(await store.deleteDataSource({ ...scope, id: 's1', named: 10 })).toEqual(refused);
      for (const id of ids) await store.deleteTask({ ...scope, id });
      expect(await store.deleteDataSource({ ...scope, id: 's1', named: 10 })).toEqual({ status: 'deleted' });
    });
  });
}
