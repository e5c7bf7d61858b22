import { beforeEach, describe, expect, test } from 'vitest';
import { encodeColumns } from '../src/store/columns.ts';
import type { CallInput } from '../src/store/store.ts';
import type { Bench } from './store.suite.ts';
import { dataSource, draft, proposal, proposalsFor, scope } from './store-samples.ts';

export function describeEditedMappings(bench: () => Bench): void {
  const pair = { source: 's1', target: 's2' };
  const named = { ...scope, taskId: 'task' };
  const given = (table: string, facts: object = {}): CallInput<'createMapping'>['mapping'] => {
    const { sourceColumns, targetColumns, columnPairs, ...tables } = proposal(table);
    return { ...tables, ...encodeColumns({ sourceColumns, targetColumns, columnPairs }), ...facts };
  };
  const propose = async (...tables: string[]) =>
    bench().store.initTask({
      ...draft('task'),
      pair,
      proposals: [
        await proposalsFor(
          pair,
          tables.map((table) => proposal(table)),
        ),
      ],
    });
  const create = (table: string, facts: Partial<CallInput<'createMapping'>> = {}) =>
    bench().store.createMapping({ ...named, serverId: null, pair, mapping: given(table), ...facts });
  const update = (mappingId: string, table: string, facts: Partial<CallInput<'updateMapping'>> = {}) =>
    bench().store.updateMapping({ ...named, mappingId, serverId: null, pair, mapping: given(table), ...facts });
  const remove = (mappingId: string) => bench().store.deleteMapping({ ...named, mappingId });
  const run = (executeStatus: 'RUNNING' | 'CANCELLED') =>
    bench().store.setExecuteStatus({ ...scope, id: 'task', executeStatus });
  const page = async (ids = pair) => {
    const result = await bench().store.listMappings({ ...named, ...ids, limit: 100, offset: 0, schemaLimit: 100 });
    if (result.status !== 'page') throw new Error(`Expected a page, but ${result.status}.`);
    expect(result.total).toBe(result.mappings.length);
    return result;
  };
  const shown = async () => (await page()).mappings.map(({ sourceTable, status }) => `${sourceTable} ${status}`);
  const idOf = async (table: string) => (await page()).mappings.find(({ sourceTable }) => sourceTable === table)!.id;

  describe('mappings by hand', () => {
    beforeEach(async () => {
      for (const id of ['s1', 's2', 's3']) await bench().store.createDataSource(dataSource(id));
      await propose('a', 'b');
    });

    test('stand behind the proposals, and are not touched by the next ones', async () => {
      bench().time = 2000;
      const made = await create('c', { serverId: '7', mapping: given('c', { percent: 50 }) });
      expect(made).toEqual({ status: 'done', id: expect.stringMatching(/^[0-9a-f]{20}$/) });
      expect(await bench().store.findTask({ ...scope, id: 'task' })).toMatchObject({ modified: 2000, serverId: '7' });
      await propose('a', 'b', 'c', 'd');
      expect(await shown()).toEqual(['a AUTO', 'b AUTO', 'c MANUAL', 'd AUTO']);
      expect((await page()).mappings[2]).toMatchObject({ percent: 50, updatedTime: 2000 });
    });

    test('have a schema mapping of their own, which goes with the last of them', async () => {
      const mapping = given('x', { sourceSchema: 'archive' });
      const made = await create('x', { mapping });
      expect((await page()).schemaMappings.map(({ sourceSchema, status }) => `${sourceSchema} ${status}`)).toEqual([
        'shop AUTO',
        'archive MANUAL',
      ]);
      await remove(made.status === 'done' ? made.id : '');
      expect((await page()).schemaMappings.map(({ sourceSchema }) => sourceSchema)).toEqual(['shop']);
    });

    test('that change keep id and place, wholly replaced', async () => {
      const id = await idOf('a');
      bench().time = 2000;
      expect(await update(id, 'z')).toEqual({ status: 'done', id });
      expect(await shown()).toEqual(['z MANUAL', 'b AUTO']);
      await propose('a');
      expect(await shown()).toEqual(['z MANUAL', 'b AUTO', 'a AUTO']);
    });

    test('can go over to another pair of the task', async () => {
      const other = { source: 's1', target: 's3' };
      await bench().store.initTask({ ...draft('task'), pair: other });
      const id = await idOf('a');
      expect(await update(id, 'a', { pair: other })).toEqual({ status: 'done', id });
      expect(await shown()).toEqual(['b AUTO']);
      expect((await page(other)).mappings).toMatchObject([{ id, sourceTable: 'a' }]);
    });

    test('that are deleted are not proposed again, until they are made by hand', async () => {
      const id = await idOf('a');
      expect(await remove(id)).toEqual({ status: 'done', id });
      await propose('a', 'b');
      expect(await shown()).toEqual(['b AUTO']);
      const made = await create('a');
      expect(await shown()).toEqual(['b AUTO', 'a MANUAL']);
      await remove(made.status === 'done' ? made.id : '');
      await propose('a', 'b');
      expect(await shown()).toEqual(['b AUTO', 'a AUTO']);
    });

    test.each([
      ['of a task that is not there', { taskId: 'nowhere' }, 'no-task'],
      ['of another project', { project: 'other' }, 'no-task'],
      ['of data sources that are no pair of the task', { pair: { source: 's2', target: 's1' } }, 'no-pair'],
    ])('%s are refused, and change nothing', async (_, facts, status) => {
      expect(await create('c', facts)).toEqual({ status });
      expect(await update(await idOf('a'), 'c', facts)).toEqual({ status });
      expect(await shown()).toEqual(['a AUTO', 'b AUTO']);
    });

    test('are refused where the two tables are mapped already', async () => {
      const [a, b] = [await idOf('a'), await idOf('b')];
      expect(await create('a')).toEqual({ status: 'mapped-already', id: a });
      expect(await update(a, 'b')).toEqual({ status: 'mapped-already', id: b });
      expect(await update(a, 'a')).toEqual({ status: 'done', id: a });
    });

    test('of another task are as good as none', async () => {
      const id = await idOf('a');
      await bench().store.initTask({ ...draft('other'), pair });
      const elsewhere = { ...scope, taskId: 'other', mappingId: id };
      expect(await bench().store.deleteMapping(elsewhere)).toEqual({ status: 'no-mapping' });
      expect(await update(id, 'c', { taskId: 'other' })).toEqual({ status: 'no-mapping' });
      expect(await remove('f'.repeat(32))).toEqual({ status: 'no-mapping' });
      expect(await shown()).toEqual(['a AUTO', 'b AUTO']);
    });

    test('wait for the next start while the task runs', async () => {
      await run('RUNNING');
      expect(await shown()).toEqual(['a USING', 'b USING']);
      await create('c');
      await propose('d');
      await update(await idOf('a'), 'a');
      await remove(await idOf('b'));
      expect(await shown()).toEqual(['a UPDATE', 'b DELETE', 'c ADD', 'd ADD']);
      await update(await idOf('c'), 'c');
      await remove(await idOf('d'));
      expect(await shown()).toEqual(['a UPDATE', 'b DELETE', 'c ADD']);
      await run('CANCELLED');
      await run('RUNNING');
      expect(await shown()).toEqual(['a USING', 'c USING']);
      await propose('b', 'd');
      expect(await shown()).toEqual(['a USING', 'c USING']);
    });
  });
}
