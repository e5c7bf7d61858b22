import { beforeEach, describe, expect, it } from 'vitest';
import { encodeColumns } from '../src/store/columns.ts';
import { writeUnmapped } from '../src/store/proposals.ts';
import type { ProposedMapping } from '../src/store/records.ts';
import type { CallInput } from '../src/store/store.ts';
import type { Bench } from './store.suite.ts';
import { dataSource, draft, proposal, proposalsFor, scope, wideProposals } from './store-samples.ts';

export function describeMappings(bench: () => Bench): void {
  const pair = { source: 's1', target: 's2' };
  const propose = async (mappings: readonly ProposedMapping[], ids = pair) => {
    const input = { ...draft('task'), pair: ids, proposals: [await proposalsFor(ids, mappings)] };
    const result = await bench().store.initTask(input);
    if (result.status !== 'done') throw new Error(`Expected the task to be initialised, but ${result.status}.`);
    return result.pairs[0];
  };
  type MappingQuery = CallInput<'listMappings'>;
  const list = (query: Partial<MappingQuery> = {}) =>
    bench().store.listMappings({ ...scope, taskId: 'task', limit: 1000, offset: 0, schemaLimit: 1000, ...query });
  const page = async (query: Partial<MappingQuery> = {}) => {
    const result = await list(query);
    if (result.status !== 'page') throw new Error(`Expected a page, but ${result.status}.`);
    return result;
  };
  const sources = async (query: Partial<MappingQuery>) => {
    const { mappings, total } = await page(query);
    expect(total).toBe(mappings.length);
    return mappings.map(({ sourceSchema, sourceTable }) => `${sourceSchema}/${sourceTable}`);
  };

  describe('mappings', () => {
    beforeEach(async () => {
      for (const id of ['s1', 's2', 's3']) await bench().store.createDataSource(dataSource(id));
    });

    it('come back as they were proposed, with id, status and time', async () => {
      const given = proposal('items', {
        percent: 87,
        targetColumns: [
          ["o'n", 'VARCHAR', '9'],
          ['ид', 'INT8', '0'],
        ],
      });
      const answered = await propose([given]);
      const id = expect.stringMatching(/^[0-9a-f]{20,32}$/);
      const { mapped, unmapped, reasons, ...facts } = { ...given, ...encodeColumns(given) };
      const mapping = { ...facts, id, status: 'AUTO', updatedTime: 1000 };
      const schemas = {
        id,
        sourceSchema: 'shop',
        targetSchema: 'warehouse',
        status: 'AUTO',
        updatedTime: 1000,
      };
      expect(answered).toMatchObject({ mappings: [mapping], schemaMappings: [schemas], mappingCount: 1 });
      expect(await page()).toMatchObject({ mappings: [mapping], schemaMappings: [schemas], total: 1 });
    });

    it('are answered by init ten at a time, and listed in pages in the order of their making', async () => {
      const all = wideProposals(125, 2);
      const answered = await propose(all);
      expect(answered?.mappings.map(({ sourceTable }) => sourceTable)).toEqual(
        all.slice(0, 10).map((one) => one.sourceTable),
      );
      expect(answered?.mappingCount).toBe(125);
      const listed = [];
      for (let offset = 0; offset < 130; offset += 40) {
        const { mappings, total } = await page({ limit: 40, offset });
        expect(total).toBe(125);
        listed.push(...mappings.map(({ sourceTable }) => sourceTable));
      }
      expect(listed).toEqual(all.map(({ sourceTable }) => sourceTable));
    });

    it('that are there stay as they are when proposed again; new ones follow them', async () => {
      const clock = bench();
      const first = await propose([proposal('orders'), proposal('users', { percent: 50 })]);
      clock.time = 2000;
      const changed = proposal('orders', { percent: 1, sourceColumns: [], targetColumns: [], columnPairs: [] });
      const elsewhere = proposal('orders', { targetSchema: 'archive', targetTable: 'orders_old' });
      const second = await propose([proposal('items'), changed, elsewhere, proposal('items', { percent: 2 })]);
      expect(second?.mappings.slice(0, 2)).toEqual(first?.mappings);
      expect(second?.mappings.slice(2)).toMatchObject([
        { sourceTable: 'items', percent: 100, updatedTime: 2000 },
        { sourceTable: 'orders', targetTable: 'orders_old', updatedTime: 2000 },
      ]);
      expect(second?.mappingCount).toBe(4);
      expect(second?.schemaMappings).toMatchObject([
        { ...first?.schemaMappings[0] },
        { sourceSchema: 'shop', targetSchema: 'archive', updatedTime: 2000 },
      ]);
    });

    it('know a table by schema and name, never by the joined string', async () => {
      const answered = await propose([
        proposal('c', { sourceSchema: 'a.b' }),
        proposal('c', { sourceSchema: 'a', sourceTable: 'b.c' }),
        proposal('', { sourceSchema: 'a', sourceTable: '' }),
      ]);
      expect(answered?.mappingCount).toBe(3);
      expect(answered?.schemaMappings.map(({ sourceSchema }) => sourceSchema)).toEqual(['a.b', 'a']);
      expect(await sources({ sourceTable: 'a.b.c' })).toEqual(['a.b/c', 'a/b.c']);
    });

    it('of several pairs are stored by one call, each under its pair', async () => {
      const { store } = bench();
      const second = { source: 's1', target: 's3' };
      await propose([]);
      await propose([], second);
      const result = await store.initTask({
        ...draft('task'),
        proposals: [
          await proposalsFor(second, [proposal('items'), proposal('orders')]),
          await proposalsFor(pair, [proposal('users')]),
          await proposalsFor({ source: 's3', target: 's3' }, [proposal('nowhere')]),
        ],
      });
      expect(result).toMatchObject({
        pairs: [
          { target: { id: 's2' }, mappingCount: 1, mappings: [{ sourceTable: 'users' }] },
          { target: { id: 's3' }, mappingCount: 2, mappings: [{ sourceTable: 'items' }, { sourceTable: 'orders' }] },
        ],
      });
    });

    it('are stored wholly or not at all', async () => {
      const broken = propose([...wideProposals(120, 2), proposal('bad', { percent: 101 })]);
      await expect(broken).rejects.toMatchObject({ kind: 'failed' });
      expect(await list()).toEqual({ status: 'no-task' });
      const pointless = propose([proposal('bad', { columnPairs: [[0, 2]] })]);
      await expect(pointless).rejects.toThrow(RangeError);
      expect(await list()).toEqual({ status: 'no-task' });
    });

    it('are filtered by either table, by bare name or with the schema, exactly', async () => {
      await propose([
        proposal('items'),
        proposal('items', { sourceSchema: 'old' }),
        proposal('orders', { targetTable: 'items' }),
        proposal('Items', { targetTable: 'goods' }),
      ]);
      expect(await sources({ sourceTable: 'items' })).toEqual(['shop/items', 'old/items']);
      expect(await sources({ sourceTable: 'old.items' })).toEqual(['old/items']);
      expect(await sources({ sourceTable: 'item' })).toEqual([]);
      expect(await sources({ targetTable: 'warehouse.items' })).toEqual(['shop/items', 'old/items', 'shop/orders']);
      expect(await sources({ tableName: 'orders' })).toEqual(['shop/orders']);
      expect(await sources({ tableName: 'goods' })).toEqual(['shop/Items']);
      expect(await sources({ tableName: 'items', sourceTable: 'orders' })).toEqual(['shop/orders']);
      expect(await page({ targetTable: 'items', limit: 1, offset: 1 })).toMatchObject({
        total: 3,
        mappings: [{ sourceSchema: 'old' }],
        schemaMappings: [{ sourceSchema: 'shop' }, { sourceSchema: 'old' }],
      });
    });

    it('are filtered by status and by percentage', async () => {
      await propose([proposal('a', { percent: 0 }), proposal('b', { percent: 60 }), proposal('c')]);
      expect(await sources({ maxPercent: 60 })).toEqual(['shop/a', 'shop/b']);
      expect(await sources({ maxPercent: 59, status: 'AUTO' })).toEqual(['shop/a']);
      expect(await sources({ status: 'MANUAL' })).toEqual([]);
      expect(await page({ maxPercent: 99, limit: 1 })).toMatchObject({ total: 2, mappings: [{ percent: 0 }] });
    });

    it('are counted in place of their columns where a summary is asked for, by the thousands', async () => {
      const others = wideProposals(299, 3);
      await propose([proposal('partly', { columnPairs: [[1, 0]] }), ...others]);
      const { mappings, later, total } = await page({ summary: true });
      expect([mappings.length + later.length, total]).toEqual([300, 300]);
      const read = await bench().store.readListedMappings({ ids: later.map(({ id }) => id), summary: true });
      const all = [...mappings, ...read];
      expect(all[0]).toEqual({
        id: expect.any(String),
        sourceSchema: 'shop',
        sourceTable: 'partly',
        targetSchema: 'warehouse',
        targetTable: 'partly',
        percent: 100,
        status: 'AUTO',
        updatedTime: 1000,
        mapped: 1,
        unmapped: 1,
      });
      expect(all.slice(1)).toMatchObject(
        others.map(({ sourceTable, columnPairs, sourceColumns }) => ({
          sourceTable,
          mapped: columnPairs.length,
          unmapped: sourceColumns.length - columnPairs.length,
        })),
      );
    });

    it('leave tables behind that are unmapped: all of the latest run, or of those that it chose', async () => {
      const left = async (tables: readonly string[], whole: boolean, mappings: readonly ProposedMapping[] = []) => {
        const unmapped = await writeUnmapped(
          tables.map((table) => ({ side: 'source', schema: 'shop', table, reason: 'no-counterpart', nearest: null })),
        );
        const proposals = [{ ...(await proposalsFor(pair, mappings)), unmapped, whole }];
        await bench().store.initTask({ ...draft('task'), pair, proposals });
      };
      const unmapped = async (query: Partial<MappingQuery> = {}) => {
        const found = (await page({ explain: true, ...query })).unmapped?.source;
        return `${found?.tables.map(({ table }) => table)} of ${found?.total}`;
      };
      await left(['c', 'a', 'b'], true);
      expect(await unmapped()).toBe('a,b,c of 3');
      expect(await unmapped({ limit: 1, offset: 1 })).toBe('b of 3');
      await left(['d'], false, [proposal('a')]);
      expect(await unmapped()).toBe('b,c,d of 3');
      await left(['e'], true);
      expect(await unmapped()).toBe('e of 1');
      expect((await page()).unmapped).toBeUndefined();
    });

    it('of a task with several pairs need the pair to be named', async () => {
      await propose([proposal('items')]);
      await propose([proposal('orders')], { source: 's3', target: 's2' });
      expect(await list()).toMatchObject({
        status: 'several-pairs',
        pairs: [
          { source: { id: 's1' }, target: { id: 's2' } },
          { source: { id: 's3' }, target: { id: 's2' } },
        ],
      });
      expect(await list({ target: 's2' })).toMatchObject({ status: 'several-pairs' });
      expect(await sources({ source: 's3' })).toEqual(['shop/orders']);
      expect(await sources({ source: 's1', target: 's2' })).toEqual(['shop/items']);
      expect(await list({ source: 's2' })).toEqual({ status: 'no-pair' });
    });

    it('of a task without a pair are an empty page, and of no task none', async () => {
      const { store } = bench();
      expect(await list()).toEqual({ status: 'no-task' });
      await store.initTask({ ...draft('task'), serverId: '7' });
      expect(await list()).toEqual({
        status: 'page',
        task: expect.objectContaining({ id: 'task', serverId: '7', created: 1000, modified: 1000 }),
        pair: undefined,
        mappings: [],
        later: [],
        total: 0,
        schemaMappings: [],
      });
      expect(await list({ instance: 'other' })).toEqual({ status: 'no-task' });
    });

    describe('that are more than one call reads', () => {
      /** A third of what one call reads, and more than init reads of a row. */
      const wide = wideProposals(8, 150);
      const texts = (mappings: readonly object[]) => mappings.map((mapping) => JSON.stringify(mapping));

      it('are found by their page and read later, whole and in order', async () => {
        await propose(wide);
        const { mappings, later, total } = await page({ limit: 7 });
        expect(mappings.length).toBeGreaterThan(0);
        expect([mappings.length + later.length, total]).toEqual([7, 8]);
        const ids = later.map(({ id }) => id);
        const read = await bench().store.readMappings({ ids });
        expect(read.map(({ id }) => id)).toEqual(ids);
        expect([...mappings, ...read].map(({ sourceTable }) => sourceTable)).toEqual(
          wide.slice(0, 7).map(({ sourceTable }) => sourceTable),
        );
        for (const [at, { bytes }] of later.entries()) {
          const { sourceColumns, targetColumns, columnPairs } = read[at]!;
          expect(bytes).toBe(Buffer.byteLength(sourceColumns + targetColumns + columnPairs));
        }
      });

      it('are answered by init as the first of them, and found', async () => {
        const answered = await propose(wideProposals(12, 600));
        expect(answered).toMatchObject({ mappings: [], mappingCount: 12 });
        expect(answered?.later).toHaveLength(10);
        const [first] = await bench().store.readMappings({ ids: [answered!.later[0]!.id] });
        expect(texts([first!])).toEqual(
          texts([(await bench().store.readMappings({ ids: answered!.later.map(({ id }) => id) }))[0]!]),
        );
        expect(first?.sourceTable).toBe(wideProposals(1, 1)[0]?.sourceTable);
      });

      it('of many pairs are found without being read', async () => {
        const few = wideProposals(8, 80);
        for (const ids of [pair, { source: 's1', target: 's3' }, { source: 's3', target: 's1' }])
          await propose(few, ids);
        const result = await bench().store.initTask(draft('task'));
        if (result.status !== 'done') throw new Error(result.status);
        const read = result.pairs.map(({ mappings }) => mappings.length);
        expect(read[0]).toBeGreaterThan(0);
        expect(read[2]).toBe(0);
        for (const { mappings, later } of result.pairs) expect(mappings.length + later.length).toBe(8);
      });
    });

    it('keep their pages while others are added', async () => {
      await propose(wideProposals(15, 2).slice(5));
      const before = await page({ limit: 5, offset: 5 });
      await propose(wideProposals(15, 2));
      expect((await page({ limit: 5, offset: 5 })).mappings).toEqual(before.mappings);
      expect((await page({ limit: 5, offset: 10 })).mappings.map(({ sourceTable }) => sourceTable)).toEqual(
        wideProposals(5, 2).map(({ sourceTable }) => sourceTable),
      );
    });
  });
}
