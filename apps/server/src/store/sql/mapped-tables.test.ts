import { expect, test } from 'vitest';
import { dataSource, draft, proposal, proposalsFor, scope } from '../../../test/store-samples.ts';
import { writeDecisions } from '../decisions.ts';
import { openStore } from '../open-store.ts';

/** Decides on a table of a task whose mappings are written alike, and tells what comes of it. */
async function accept(source: string): Promise<string> {
  const store = await openStore({ path: ':memory:' });
  const pair = { source: 's1', target: 's2' };
  for (const id of Object.values(pair)) await store.createDataSource(dataSource(id));
  const mappings = [
    proposal('c', { sourceSchema: 'a.b', targetTable: 't' }),
    proposal('b.c', { sourceSchema: 'a', targetTable: 't' }),
    proposal('x', { sourceSchema: 'one', targetTable: 't' }),
    proposal('x', { sourceSchema: 'two', targetTable: 't' }),
    proposal('two.x', { sourceSchema: 'three', targetTable: 't' }),
    proposal('y', { sourceSchema: 'one', targetTable: 't' }),
  ];
  await store.initTask({ ...draft('task'), pair, proposals: [await proposalsFor(pair, mappings)] });
  const batches = await writeDecisions([{ list: 'accepted', at: 0, source: { name: source }, target: { name: 't' } }]);
  const result = await store.applyDecisions({ ...scope, taskId: 'task', batches });
  await store.close();
  return result.status === 'mismatch' ? `${result.place}: ${result.why}` : result.status;
}

test.each([
  ['a.b.c', /^accepted\.0: .*\[a\.b\.c\].* ambiguous/],
  ['x', /ambiguous; write schema\.table\.$/],
  // The name with its schema goes before a bare one that looks the same.
  ['two.x', /^done$/],
  ['three.two.x', /^done$/],
  ['y', /^done$/],
  ['z', /no mapping of \[z\] to \[t\]/],
])('%s is one table, or is refused: %s', async (name, told) => {
  expect(await accept(name)).toMatch(told);
});

test('a table that its database has is that one, whatever mapping is written alike', async () => {
  const store = await openStore({ path: ':memory:' });
  const pair = { source: 's1', target: 's2' };
  for (const id of Object.values(pair)) await store.createDataSource(dataSource(id));
  const mapped = proposal('b.c', { sourceSchema: 'a', targetTable: 't' });
  await store.initTask({ ...draft('task'), pair, proposals: [await proposalsFor(pair, [mapped])] });
  const columns = mapped.sourceColumns;
  const refused = {
    list: 'refused',
    at: 0,
    source: { name: 'a.b.c', found: { schema: 'a.b', table: 'c', columns } },
    target: { name: 'warehouse.t', found: { schema: 'warehouse', table: 't', columns: mapped.targetColumns } },
  } as const;
  const apply = async () =>
    store.applyDecisions({ ...scope, taskId: 'task', batches: await writeDecisions([refused]) });
  expect(await apply()).toMatchObject({ counts: { deleted: 0, refused: 1 } });
  expect(await apply()).toMatchObject({ counts: { refused: 0, unchanged: 1 } });
  await store.close();
});
