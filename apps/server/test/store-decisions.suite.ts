/** What people decide on the mappings of a pair, in whatever state the pair is. */
import { beforeEach, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { encodeColumns } from '../src/store/columns.ts';
import { type Decision, type FoundTable, writeDecisions } from '../src/store/decisions.ts';
import { writeReasons } from '../src/store/reasons.ts';
import type { ProposedMapping } from '../src/store/records.ts';
import type { Bench } from './store.suite.ts';
import { dataSource, draft, proposal, proposalsFor, scope } from './store-samples.ts';

type Given = Partial<Record<Decision['list'], readonly Partial<Decision>[]>>;

/** A table in its database, with the columns that `proposal` gives it. */
const found = (schema: string, table: string, columns = proposal(table).sourceColumns): FoundTable => ({
  schema,
  table,
  columns,
});

/** A decision on two tables of that name; for `fixed` both were looked up. */
const decided = (table: string, facts: Partial<Decision> = {}): Partial<Decision> => ({
  source: { name: `shop.${table}` },
  target: { name: `warehouse.${table}` },
  ...facts,
});

const lookedUp = (table: string, columns = proposal(table).sourceColumns): Partial<Decision> => ({
  source: { name: `shop.${table}`, found: found('shop', table, columns) },
  target: { name: `warehouse.${table}`, found: found('warehouse', table, proposal(table).targetColumns) },
});

export function describeDecisions(bench: () => Bench): void {
  const pair = { source: 's1', target: 's2' };
  const named = { ...scope, taskId: 'task' };
  const explained = (table: string): ProposedMapping =>
    proposal(table, {
      percent: 90,
      reasons: writeReasons({
        rule: 'same-name',
        confidence: 900,
        runnersUp: [],
        columns: [0, 1].map(() => ({ rule: 'same-name', confidence: 900, runnersUp: [] })),
        unmapped: { source: [], target: [] },
      }),
    });
  const propose = async (...tables: string[]) =>
    bench().store.initTask({
      ...draft('task'),
      pair,
      proposals: [await proposalsFor(pair, tables.map(explained))],
    });
  const apply = async (lists: Given) => {
    const all = (['accepted', 'fixed', 'refused'] as const).flatMap((list) =>
      (lists[list] ?? []).map((facts, at) => ({ ...facts, list, at }) as Decision),
    );
    return bench().store.applyDecisions({ ...named, ...pair, batches: await writeDecisions(all) });
  };
  const counted = async (lists: Given) => {
    const result = await apply(lists);
    if (result.status !== 'done') throw new Error(JSON.stringify(result));
    return Object.fromEntries(Object.entries(result.counts).filter(([, count]) => count > 0));
  };
  const run = (executeStatus: 'RUNNING' | 'CANCELLED') =>
    bench().store.setExecuteStatus({ ...scope, id: 'task', executeStatus });
  const page = async () => {
    const result = await bench().store.listMappings({
      ...named,
      limit: 100,
      offset: 0,
      schemaLimit: 100,
      explain: true,
    });
    if (result.status !== 'page') throw new Error(`Expected a page, but ${result.status}.`);
    expect(result.total).toBe(result.mappings.length);
    return result;
  };
  const shown = async () => (await page()).mappings.map(({ sourceTable, status }) => `${sourceTable} ${status}`);
  const mapping = async (table = 'a') => (await page()).mappings.find((each) => each.sourceTable === table)!;
  const remove = async (table = 'a') => bench().store.deleteMapping({ ...named, mappingId: (await mapping(table)).id });
  /** Changes the mapping of `a` by hand. */
  const edit = async (table: string) => {
    const { sourceColumns, targetColumns, columnPairs, reasons: _, ...tables } = proposal(table);
    const given = { ...tables, ...encodeColumns({ sourceColumns, targetColumns, columnPairs }) };
    const mappingId = (await mapping()).id;
    return bench().store.updateMapping({ ...named, mappingId, serverId: null, pair, mapping: given });
  };
  const columns = [['name', 'name'] as const];

  describe('decisions', () => {
    beforeEach(async () => {
      for (const id of ['s1', 's2']) await bench().store.createDataSource(dataSource(id));
      await propose('a', 'b');
    });

    test.each<[how: string, lists: Given]>([
      ['confirmed', { accepted: [decided('a')] }],
      ['confirmed in part', { accepted: [decided('a', { columns })] }],
      ['made by hand', { fixed: [lookedUp('a')] }],
    ])('a mapping that waits for its deletion stays where it is %s', async (_, lists) => {
      await counted({ accepted: [decided('a'), decided('b')] });
      await run('RUNNING');
      await remove();
      expect(await shown()).toEqual(['a DELETE', 'b USING']);
      expect(await counted(lists)).toEqual({ updated: 1 });
      expect(await shown()).toEqual(['a UPDATE', 'b USING']);
      expect(await counted(lists)).toEqual({ unchanged: 1 });
      await run('CANCELLED');
      await run('RUNNING');
      expect(await shown()).toEqual(['a USING', 'b USING']);
      await run('CANCELLED');
    });

    test('a mapping that waits for its deletion stays of a stopped task as well', async () => {
      await run('RUNNING');
      await remove();
      await run('CANCELLED');
      expect(await counted({ accepted: [decided('a')] })).toEqual({ updated: 1 });
      expect(await shown()).toEqual(['a MANUAL', 'b USING']);
    });

    test('refusing columns of a mapping that waits for its deletion does not keep it', async () => {
      await run('RUNNING');
      await remove();
      await counted({ refused: [decided('a', { columns })] });
      expect(await shown()).toEqual(['a DELETE', 'b USING']);
      await run('CANCELLED');
    });

    test('refusing what waits for its deletion deletes it once the task is stopped, as deleting by hand does', async () => {
      await run('RUNNING');
      await remove();
      expect(await counted({ refused: [decided('a')] })).toEqual({ unchanged: 1 });
      await run('CANCELLED');
      expect(await counted({ refused: [decided('a')] })).toEqual({ deleted: 1 });
      expect(await shown()).toEqual(['b USING']);
    });

    test('made while the task runs give their schemas the same status as mappings by hand', async () => {
      await run('RUNNING');
      const facts = { source: { name: 'x', found: found('archive', 'x') }, target: lookedUp('x').target! };
      await counted({ fixed: [facts] });
      expect((await page()).schemaMappings.map(({ sourceSchema, status }) => `${sourceSchema} ${status}`)).toEqual([
        'shop AUTO',
        'archive MANUAL',
      ]);
      await run('CANCELLED');
    });

    test('count a refused pair of columns once, however often it is named', async () => {
      const twice = [...columns, ...columns];
      const refused = [decided('a', { columns: twice }), decided('a', { columns })];
      expect(await counted({ refused })).toEqual({ updated: 1, refused: 1 });
      expect(await counted({ refused })).toEqual({ unchanged: 2 });
    });

    test('are overruled by a mapping that is changed by hand: its columns are not refused any more', async () => {
      await counted({ refused: [decided('a', { columns })] });
      await edit('a');
      expect(await bench().store.pairDecisions({ ...named, pair, limit: 10, after: 0 })).toMatchObject({ refused: [] });
      expect(await counted({ refused: [decided('a', { columns })] })).toEqual({ updated: 1, refused: 1 });
    });

    test('that fix tables take over the columns that these have today, and count it as a change', async () => {
      await run('RUNNING');
      const [id] = proposal('a').sourceColumns;
      const fixed = [lookedUp('a', [id!, ['remark', 'TEXT', '0']])];
      expect(await counted({ fixed })).toEqual({ updated: 1 });
      expect(await mapping()).toMatchObject({
        status: 'UPDATE',
        sourceColumns: '[["id","INT4","0"],["remark","TEXT","0"]]',
        columnPairs: '[[0,1]]',
        percent: 50,
      });
      expect(await counted({ fixed })).toEqual({ unchanged: 1 });
      // Of a mapping that was decided on before as well.
      expect(await counted({ fixed: [lookedUp('a', [id!, ['remark', 'TEXT', '9']])] })).toEqual({ updated: 1 });
      expect(await mapping()).toMatchObject({ sourceColumns: expect.stringContaining('"9"') });
      await run('CANCELLED');
    });

    test('on mappings that have more columns together than one step holds are refused, and in parts they are not', async (context) => {
      takesLong(context);
      const wide = Array.from({ length: 100_000 }, (_, at) => [`c${at}`, 'INT4', '0'] as const);
      const from = { name: 'from', found: found('x', 'from', wide) };
      const to = (at: number) => ({ name: `t${at}`, found: found('y', `t${at}`) });
      const many = Array.from({ length: 12 }, (_, at) => ({ source: from, target: to(at) }));
      expect(await apply({ fixed: many })).toMatchObject({ status: 'mismatch', place: 'fixed.9' });
      expect((await page()).total).toBe(2);
      expect(await counted({ fixed: many.slice(0, 1) })).toEqual({ created: 1 });
    });

    test.each<[how: string, change: () => Promise<unknown>]>([
      ['refused', () => counted({ refused: [decided('a')] })],
      ['refused while the matcher ran', async () => [await counted({ refused: [decided('a')] }), await propose('a')]],
      ['confirmed and deleted', async () => [await counted({ accepted: [decided('a')] }), await remove()]],
      ['mapped to others', () => edit('c')],
    ])('tables that are %s are listed among the unmapped', async (_, change) => {
      await change();
      const { unmapped } = await page();
      expect(unmapped?.source.tables).toEqual([{ schema: 'shop', table: 'a', reason: 'refused', nearest: null }]);
      expect(unmapped?.target.tables).toEqual([{ schema: 'warehouse', table: 'a', reason: 'refused', nearest: null }]);
    });

    test('refused while the matcher ran: it proposes neither the tables nor the columns', async () => {
      await counted({ refused: [decided('a'), decided('b'), decided('b', { columns })] });
      await counted({ fixed: [lookedUp('b')] });
      await remove('b');
      await bench().store.applyDecisions({ ...named, ...pair, batches: [] });
      await propose('a', 'b');
      expect(await shown()).toEqual(['b AUTO']);
      const b = await mapping('b');
      expect(b).toMatchObject({ columnPairs: '[[0,1]]', percent: 45 });
      expect(JSON.parse(b.reasons!)[4]).toHaveLength(1);
    });
  });
}
