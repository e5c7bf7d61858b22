import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tries } from '../../../test/properties.ts';
import { openStore } from '../src/store/open-store.ts';
import type { PairIds, ProposedMapping, Scope } from '../src/store/records.ts';
import type { Store } from '../src/store/store.ts';
import { StoreModel } from './store-model.ts';
import { dataSource, draft, proposal, proposalsFor } from './store-samples.ts';

// Few names, so that calls meet; some that a careless query, joined name or folding would confuse.
const sourceId = fc.constantFrom('s1', 'S1');
const taskId = fc.constantFrom('t1', 't%');
const schema = fc.constantFrom('a', 'a.b');
const table = fc.constantFrom('b.c', 'c', 'C');
const pair: fc.Arbitrary<PairIds> = fc.record({ source: sourceId, target: sourceId });
const mapping: fc.Arbitrary<ProposedMapping> = fc
  .record({ sourceSchema: schema, sourceTable: table, targetSchema: schema, targetTable: table, percent: fc.nat(100) })
  .map((facts) => proposal('', facts));

const step = fc.oneof(
  { weight: 6, arbitrary: initialising() },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete task' as const), id: taskId }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete data source' as const), id: sourceId }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('create data source' as const), id: sourceId }) },
);

function initialising() {
  return fc.record({
    do: fc.constant('init' as const),
    id: taskId,
    serverId: fc.constantFrom(null, '', '1111', '2222'),
    pair: fc.option(pair, { nil: undefined, freq: 4 }),
    proposals: fc.array(
      fc.record({ source: sourceId, target: sourceId, mappings: fc.array(mapping, { maxLength: 14 }) }),
      {
        maxLength: 2,
      },
    ),
    /** Whether the pair itself is among the proposals, as it is after automatic mapping. */
    mapsPair: fc.boolean(),
    mappings: fc.array(mapping, { maxLength: 14 }),
  });
}

describe('the store against its model', () => {
  let store: Store;
  let now = 0;
  let runs = 0;
  beforeAll(async () => {
    store = await openStore({ path: ':memory:', now: () => now });
  });
  afterAll(() => store.close());

  it('gives the same answers, whatever calls come in whatever order', async () => {
    const tried = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      // A project of its own takes the place of an empty store, which takes long to open.
      const scope: Scope = { project: `p${++runs}`, instance: 'i' };
      const own = (id: string) => `${id}-${runs}`;
      const ownPair = ({ source, target }: PairIds) => ({ source: own(source), target: own(target) });
      const model = new StoreModel();
      for (const id of ['s1', 'S1'].map(own)) {
        await store.createDataSource(dataSource(id, scope));
        model.dataSources.add(id);
      }
      for (const step of steps) {
        now++;
        const id = own(step.id);
        if (step.do === 'init') {
          const given = step.pair && ownPair(step.pair);
          const proposals = step.proposals.map((one) => ({ ...one, ...ownPair(one) }));
          if (given && step.mapsPair) proposals.unshift({ ...given, mappings: step.mappings });
          const input = { serverId: step.serverId, pair: given, proposals };
          const written = await Promise.all(proposals.map((one) => proposalsFor(one, one.mappings)));
          const answer = await store.initTask({ ...draft(id), ...scope, ...input, proposals: written });
          expect(answer).toMatchObject(model.initTask(id, input, now) as object);
        } else if (step.do === 'create data source') {
          const isNew = !model.dataSources.has(id);
          if (isNew) await store.createDataSource(dataSource(id, scope));
          model.dataSources.add(id);
        } else if (step.do === 'delete task') {
          const status = model.tasks.delete(id) ? 'deleted' : 'not-found';
          expect(await store.deleteTask({ ...scope, id })).toEqual({ status });
        } else expect(await store.deleteDataSource({ ...scope, id, named: 10 })).toEqual(model.deleteDataSource(id));
      }
      for (const task of ['t1', 't%'].map(own)) {
        const found = await store.findTask({ ...scope, id: task });
        const expected = model.tasks.get(task);
        expect(found?.pairs.map(({ source, target }) => [source.id, target.id])).toEqual(
          expected?.pairs.map(({ source, target }) => [source, target]),
        );
      }
    });
    await fc.assert(tried, { numRuns: tries(100) });
  });
});
