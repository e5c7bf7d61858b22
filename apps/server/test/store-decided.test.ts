/** What holds of a pair's mappings whatever is proposed, decided, changed by hand, started and stopped, in whatever order. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tries } from '../../../test/properties.ts';
import { type Column, decodeColumns, encodeColumns, expandPairs } from '../src/store/columns.ts';
import { type Decision, type DecisionList, type FoundTable, writeDecisions } from '../src/store/decisions.ts';
import { openStore } from '../src/store/open-store.ts';
import { readReasons, writeReasons } from '../src/store/reasons.ts';
import type { ProposedMapping, Scope, TableMapping } from '../src/store/records.ts';
import type { RefusedPair } from '../src/store/sql/pair-decisions.ts';
import type { CallResult, Store } from '../src/store/store.ts';
import { dataSource, draft, proposalsFor } from './store-samples.ts';

// Few names, so that decisions meet; some are written alike.
const schemas = ['a', 'a.b'];
const tables = ['b.c', 'c'];
const names = ['x', 'X', 'y z', '💧'];
const column = (name: string): Column => [name, 'INT', '0'];

const table = fc.record({ schema: fc.constantFrom(...schemas), table: fc.constantFrom(...tables) });
const columns = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }).map((some) => some.map(column));
const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 3 });
const sides = fc.record({ source: table, target: table });

const mapping = fc
  .record({ sides, from: columns, to: columns, isExplained: fc.boolean(), confidence: fc.nat(1000) })
  .map(({ sides: { source, target }, from, to, isExplained, confidence }): ProposedMapping => {
    const columnPairs = from.slice(0, to.length).map((_, at) => [at, at] as const);
    const left = (own: readonly Column[]) =>
      own.flatMap((_, at) => (at < columnPairs.length ? [] : [{ column: at, reason: 'no-counterpart' as const }]));
    const reasons = writeReasons({
      rule: 'same-name',
      confidence,
      runnersUp: [],
      columns: columnPairs.map(() => ({ rule: 'same-name', confidence, runnersUp: [] })),
      unmapped: { source: left(from), target: left(to) },
    });
    return {
      sourceSchema: source.schema,
      sourceTable: source.table,
      targetSchema: target.schema,
      targetTable: target.table,
      percent: Math.floor((columnPairs.length * Math.floor(confidence / 10)) / from.length),
      sourceColumns: from,
      targetColumns: to,
      columnPairs,
      reasons: isExplained ? reasons : null,
    };
  });

const decision = fc.record({
  list: fc.constantFrom<DecisionList>('accepted', 'fixed', 'refused'),
  sides,
  /** What the databases have today, where somebody looked. */
  today: fc.option(fc.record({ from: columns, to: columns }), { nil: undefined }),
  columns: fc.option(pairs, { nil: undefined }),
  isBare: fc.boolean(),
});

const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('propose' as const), mappings: fc.array(mapping, { maxLength: 4 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      decisions: fc.array(decision, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), at: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('update' as const), at: fc.nat(3), mapping }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('create' as const), mapping }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('run' as const), executeStatus: fc.constantFrom('RUNNING', 'CANCELLED') }),
  },
);

type Drawn = typeof decision extends fc.Arbitrary<infer One> ? One : never;

/** Sorted by list, and all that looked at a table saw the same columns, as in a document. */
function documentOf(drawn: readonly Drawn[]): Decision[] {
  const seen = new Map<string, FoundTable>();
  const look = (
    side: string,
    { schema, table }: { schema: string; table: string },
    own: readonly Column[],
  ): FoundTable => {
    const key = JSON.stringify([side, schema, table]);
    const found = seen.get(key) ?? { schema, table, columns: own };
    seen.set(key, found);
    return found;
  };
  return (['accepted', 'fixed', 'refused'] as const).flatMap((list) =>
    drawn
      .filter((each) => each.list === list)
      .map(({ sides: { source, target }, today, columns, isBare }, at): Decision => {
        const nameOf = ({ schema, table }: { schema: string; table: string }) =>
          isBare ? table : `${schema}.${table}`;
        // A bare name is ambiguous in these databases: both schemas have such a table.
        const looked = list === 'accepted' || isBare ? undefined : today;
        return {
          list,
          at,
          source: { name: nameOf(source), found: looked && look('source', source, looked.from) },
          target: { name: nameOf(target), found: looked && look('target', target, looked.to) },
          columns,
        };
      }),
  );
}

let store: Store;
let now = 0;
let runs = 0;
beforeAll(async () => {
  store = await openStore({ path: ':memory:', now: () => now });
});
afterAll(() => store.close());

type Page = Extract<CallResult<'listMappings'>, { readonly status: 'page' }>;
type Listed = TableMapping & { readonly reasons?: string | null };

test('counts, schemas, percentages, reasons and what later runs heed agree with the mappings', async () => {
  const seen = new Set<string>();
  const tried = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
    // A project of its own takes the place of an empty store.
    const scope: Scope = { project: `p${++runs}`, instance: 'i' };
    const ids = { source: `s${runs}`, target: `t${runs}` };
    const named = { ...scope, taskId: 'task' };
    for (const id of Object.values(ids)) await store.createDataSource(dataSource(id, scope));
    const propose = async (mappings: readonly ProposedMapping[]) =>
      store.initTask({ ...draft('task'), ...scope, pair: ids, proposals: [await proposalsFor(ids, mappings)] });
    const page = async (): Promise<Page> => {
      const listed = { ...named, limit: 100, offset: 0, schemaLimit: 100, explain: true };
      const result = await store.listMappings(listed);
      if (result.status !== 'page') throw new Error(result.status);
      return result;
    };
    const handMade = ({ reasons: _, sourceColumns, targetColumns, columnPairs, ...rest }: ProposedMapping) => ({
      ...rest,
      ...encodeColumns({ sourceColumns, targetColumns, columnPairs }),
    });
    await propose([]);
    for (const step of steps) {
      now++;
      const before = await page();
      if (step.do === 'propose') await propose(step.mappings);
      else if (step.do === 'run')
        await store.setExecuteStatus({ ...scope, id: 'task', executeStatus: step.executeStatus });
      else if (step.do === 'create')
        await store.createMapping({ ...named, serverId: null, pair: ids, mapping: handMade(step.mapping) });
      else if (step.do === 'delete' || step.do === 'update') {
        const mappingId = before.mappings[step.at]?.id ?? 'none';
        if (step.do === 'delete') await store.deleteMapping({ ...named, mappingId });
        else
          await store.updateMapping({
            ...named,
            mappingId,
            serverId: null,
            pair: ids,
            mapping: handMade(step.mapping),
          });
      } else {
        const document = documentOf(step.decisions);
        const apply = async () => store.applyDecisions({ ...named, batches: await writeDecisions(document) });
        const result = await apply();
        seen.add(result.status);
        const after = await page();
        if (result.status === 'done') {
          for (const [kind, count] of Object.entries(result.counts)) if (count > 0) seen.add(kind);
          now++;
          const again = await apply();
          // What it made may be written as what it names.
          if (again.status === 'mismatch') expect(again.why).toContain('ambiguous');
          // Of tables whose mapping it deleted the columns are looked up the next time.
          else if (again.status === 'unknown-tables')
            expect(document[again.decision.at + startOf(document)]?.columns).not.toHaveLength(0);
          else expect(again).toMatchObject({ counts: { unchanged: document.length, updated: 0, refused: 0 } });
          expectRight(document, after);
        }
        if (result.status !== 'done') expect(after).toEqual(before);
        expect(await page()).toEqual(after);
      }
      const { mappings, total, schemaMappings } = await page();
      expect(total).toBe(mappings.length);
      expect(schemaMappings.map(schemasOf).toSorted()).toEqual([...new Set(mappings.map(schemasOf))].toSorted());
      for (const each of mappings) expectSound(each as Listed);
      expectHeeded(await store.pairDecisions({ ...named, pair: ids, limit: 100, after: 0 }));
    }
  });
  const numRuns = 150;
  await fc.assert(tried, { numRuns: tries(numRuns) });
  // Runs that never came by one of these would show nothing; a few of them may miss one.
  if (tries(numRuns) === numRuns)
    for (const kind of ['done', 'mismatch', 'unknown-tables', 'accepted', 'created', 'updated', 'deleted', 'refused'])
      expect(seen).toContain(kind);
});

/** Where the refused begin. */
const startOf = (document: readonly Decision[]) => document.findIndex(({ list }) => list === 'refused');

const schemasOf = ({ sourceSchema, targetSchema }: { sourceSchema: string; targetSchema: string }) =>
  JSON.stringify([sourceSchema, targetSchema]);

/** What was decided is so afterwards. */
function expectRight(document: readonly Decision[], { mappings }: Page): void {
  const all = mappings as readonly Listed[];
  for (const { list, source, target, columns } of document) {
    if (!source.found || !target.found) continue;
    const tables = [source.found.schema, source.found.table, target.found.schema, target.found.table];
    const one = all.find(
      (each) =>
        JSON.stringify([each.sourceSchema, each.sourceTable, each.targetSchema, each.targetTable]) ===
        JSON.stringify(tables),
    );
    if (list === 'fixed') {
      expect(one?.status).not.toBe('DELETE');
      const mapped = expandPairs(decodeColumns(one!)).map(([[from], [to]]) => JSON.stringify([from, to]));
      for (const names of columns ?? []) expect(mapped).toContain(JSON.stringify(names));
    }
  }
}

function expectSound(each: Listed): void {
  const { sourceColumns, targetColumns, columnPairs } = decodeColumns(each);
  for (const side of [0, 1] as const)
    expect(new Set(columnPairs.map((pair) => pair[side])).size).toBe(columnPairs.length);
  expect(each.percent).toBeGreaterThanOrEqual(0);
  expect(each.percent).toBeLessThanOrEqual(100);
  if (!each.reasons) return;
  const reasons = readReasons(each.reasons);
  expect(reasons.columns).toHaveLength(columnPairs.length);
  const rest = (own: readonly Column[], side: 0 | 1) =>
    own.flatMap((_, at) => (columnPairs.some((pair) => pair[side] === at) ? [] : [at]));
  expect(reasons.unmapped.source.map(({ column }) => column)).toEqual(rest(sourceColumns, 0));
  expect(reasons.unmapped.target.map(({ column }) => column)).toEqual(rest(targetColumns, 1));
}

/** Nothing is to stay and not to be proposed at once. */
function expectHeeded({ decided, refused }: CallResult<'pairDecisions'>): void {
  const wrong = refused.flatMap((text) => JSON.parse(text) as RefusedPair[]);
  const keyOf = (each: RefusedPair | (typeof decided)[number], columns?: readonly string[]) =>
    JSON.stringify([each.sourceSchema, each.sourceTable, each.targetSchema, each.targetTable, columns]);
  const keys = new Set(
    wrong.flatMap((each) => (each.columns ? each.columns.map((names) => keyOf(each, names)) : [keyOf(each)])),
  );
  for (const each of decided) {
    expect(keys).not.toContain(keyOf(each));
    for (const [[from], [to]] of expandPairs(decodeColumns(each))) expect(keys).not.toContain(keyOf(each, [from, to]));
  }
}
