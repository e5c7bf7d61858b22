/** The mappings of a pair, read in pages. */
import { type RawBuilder, type SelectQueryBuilder, sql } from '#kysely';
import { type LaterRow, rowsOfPart } from '../part.ts';
import type { ListedMapping, SchemaMapping, TableMapping, Task, TaskPair } from '../records.ts';
import type { FindPair } from './find-pair.ts';
import { choosePair, type PairRow, pairRows, toPair } from './pairs.ts';
import { prepared } from './prepared.ts';
import { rowLimit } from './row-limit.ts';
import { bytesOf, largeBytes, padded } from './row-sizes.ts';
import { tablePairColumns } from './table-pair.ts';
import type { Database, Tables, Work } from './tables.ts';
import { taskRow, toTask } from './tasks.ts';
import { type UnmappedPages, unmappedPages } from './unmapped-tables.ts';

/** How much of each mapping is read. */
export interface MappingView {
  /** Its columns are counted, not read. Default: false. */
  readonly summary?: boolean | undefined;
  /** With the reasons. Default: false. */
  readonly explain?: boolean | undefined;
}

export interface MappingQuery extends FindPair, MappingView {
  /** A table by its wire name `schema.table` or its bare name, compared exactly. */
  readonly sourceTable?: string | undefined;
  readonly targetTable?: string | undefined;
  /** The same for either side. */
  readonly tableName?: string | undefined;
  readonly status?: string | undefined;
  /** Only mappings of this percentage or less. */
  readonly maxPercent?: number | undefined;
  readonly limit: number;
  readonly offset: number;
  /** How many schema mappings the page carries, at most. */
  readonly schemaLimit: number;
}

export type ListMappingsResult =
  | {
      readonly status: 'page';
      readonly task: Task;
      /** Undefined where the task has no pair at all: then the page is empty. */
      readonly pair: TaskPair | undefined;
      readonly mappings: readonly ListedMapping[];
      /** The page's other mappings, for `readListedMappings`. */
      readonly later: readonly LaterRow[];
      /** How many mappings of the pair fit the query, on all pages. */
      readonly total: number;
      /** The pair's first ones, whatever the query. */
      readonly schemaMappings: readonly SchemaMapping[];
      /** A page of what is in no mapping; undefined where nobody asked why. */
      readonly unmapped: UnmappedPages | undefined;
    }
  | { readonly status: 'no-task' }
  /** The task has pairs, but none with the data sources of the query. */
  | { readonly status: 'no-pair' }
  /** Several pairs fit the query; it must name one. */
  | { readonly status: 'several-pairs'; readonly pairs: readonly TaskPair[] };

type Filters = Pick<MappingQuery, 'sourceTable' | 'targetTable' | 'tableName' | 'status' | 'maxPercent'>;

export async function listMappings({ db }: Work, query: MappingQuery): Promise<ListMappingsResult> {
  const found = await taskRow(db, { ...query, id: query.taskId });
  if (!found) return { status: 'no-task' };
  const task = toTask(found);
  const all = await pairRows(db, found.key);
  if (all.length === 0) return { status: 'page', task, pair: undefined, ...nothing };

  const chosen = choosePair(all, query);
  if (chosen.status !== 'found') return chosen;
  const { pair } = chosen;
  return {
    status: 'page',
    task,
    pair: toPair(pair),
    ...(await readFitting(db, pair, query)),
    total: await countFitting(db, pair, query),
    schemaMappings: await firstSchemaMappings(db, pair.key, query.schemaLimit),
    unmapped: query.explain ? await unmappedPages(db, pair.key, query) : undefined,
  };
}

const nothing = { mappings: [], later: [], total: 0, schemaMappings: [], unmapped: undefined } as const;

/** The beginning of a list of mappings, and what was found of its rest. */
export interface MappingsPart {
  readonly mappings: readonly TableMapping[];
  readonly later: readonly LaterRow[];
}

/** @param ids at least one, of rows that a call before this one has found */
export async function readMappings(
  { db }: Work,
  { ids }: { readonly ids: readonly string[] },
): Promise<TableMapping[]> {
  return withIds(db, ids).select(mappingColumns).execute();
}

/** The same, as much of each as its list has. */
export async function readListedMappings(
  { db }: Work,
  { ids, ...view }: MappingView & { readonly ids: readonly string[] },
): Promise<ListedMapping[]> {
  return viewed(withIds(db, ids), view).execute();
}

const withIds = (db: Database, ids: readonly string[]) =>
  db.selectFrom('mappings').where('id', 'in', padded(ids)).orderBy('key');

/** The pair's first mappings, in the order of creation. */
export async function firstMappings(db: Database, pairKey: number, limit: number): Promise<MappingsPart> {
  const mappings = await mappingsWithoutLarge(db, { pairKey, limit });
  if (mappings.length > 0) return { mappings, later: [] };
  const found = await sizesOfPair(db, { pairKey, limit });
  const part = rowsOfPart(found);
  return { mappings: await mappingsOfPair(db, { pairKey, limit: part }), later: found.slice(part) };
}

/** The same, with none of them read. */
export async function foundMappings(db: Database, pairKey: number, limit: number): Promise<MappingsPart> {
  return { mappings: [], later: await sizesOfPair(db, { pairKey, limit }) };
}

/** The pair's first schema mappings, in the order of creation. */
export async function firstSchemaMappings(db: Database, pairKey: number, limit: number): Promise<SchemaMapping[]> {
  return schemaMappingsOfPair(db, { pairKey, limit });
}

async function readFitting(db: Database, pair: PairRow, query: MappingQuery) {
  const page = fitting(db, pair.key, query).orderBy('key').offset(query.offset);
  const found = await page
    .select(['id', bytesOfView(query).as('bytes')])
    .limit(rowLimit(query.limit))
    .execute();
  const part = rowsOfPart(found);
  const mappings: ListedMapping[] = await viewed(page.limit(rowLimit(part)), query).execute();
  return { mappings, later: found.slice(part) };
}

async function countFitting(db: Database, pair: PairRow, filters: Filters): Promise<number> {
  const { sourceTable, targetTable, tableName, status, maxPercent } = filters;
  if ((sourceTable ?? targetTable ?? tableName ?? status ?? maxPercent) === undefined) return pair.mappingCount;
  const { total } = await fitting(db, pair.key, filters)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

const factColumns = ['id', ...tablePairColumns, 'percent', 'status', 'updated_time as updatedTime'] as const;

const mappingColumns = [
  ...factColumns,
  'source_columns as sourceColumns',
  'target_columns as targetColumns',
  'column_pairs as columnPairs',
] as const;

const summaryColumns = [...factColumns, 'mapped', 'unmapped'] as const;

type Fitting = SelectQueryBuilder<Tables, 'mappings', object>;

function viewed(query: Fitting, { summary = false, explain = false }: MappingView) {
  const withReasons = query.$if(explain, (each) => each.select('reasons'));
  return summary ? withReasons.select(summaryColumns) : withReasons.select(mappingColumns);
}

/** Of a summary, about. */
const summaryBytes = 128;

function bytesOfView({ summary = false, explain = false }: MappingView): RawBuilder<number> {
  const own = summary ? sql<number>`${sql.lit(summaryBytes)}` : bytes;
  return explain ? sql<number>`${own} + ${bytesOf('reasons')}` : own;
}

const bytes = bytesOf('source_columns', 'target_columns', 'column_pairs');
const sizeColumns = ['id' as const, bytes.as('bytes')];

interface FirstOfPair {
  readonly pairKey: number;
  readonly limit: number;
}

const ofPair = (db: Database, { pairKey, limit }: FirstOfPair) =>
  fitting(db, pairKey, {}).select(mappingColumns).orderBy('key').limit(rowLimit(limit));

const mappingsOfPair = prepared(ofPair);

/** None where a row of the pair is large: ten of those are more than one call reads. The index `large_mappings` knows. */
const mappingsWithoutLarge = prepared((db, input: FirstOfPair) =>
  ofPair(db, input).where(({ not, exists }) =>
    not(exists(fitting(db, input.pairKey, {}).select('key').where(bytes, '>', sql.lit(largeBytes)))),
  ),
);

const sizesOfPair = prepared((db, { pairKey, limit }: FirstOfPair) =>
  fitting(db, pairKey, {}).select(sizeColumns).orderBy('key').limit(rowLimit(limit)),
);

const schemaMappingsOfPair = prepared((db, { pairKey, limit }: FirstOfPair) =>
  db
    .selectFrom('schema_mappings')
    .select([
      'id',
      'source_schema as sourceSchema',
      'target_schema as targetSchema',
      'status',
      'updated_time as updatedTime',
    ])
    .where('pair_key', '=', pairKey)
    .orderBy('key')
    .limit(rowLimit(limit)),
);

function fitting(db: Database, pairKey: number, filters: Filters) {
  const { sourceTable, targetTable, tableName, status, maxPercent } = filters;
  let query = db.selectFrom('mappings').where('pair_key', '=', pairKey);
  if (sourceTable !== undefined) query = query.where(isNamed('source', sourceTable));
  if (targetTable !== undefined) query = query.where(isNamed('target', targetTable));
  if (tableName !== undefined) {
    query = query.where((where) => where.or([isNamed('source', tableName), isNamed('target', tableName)]));
  }
  if (status !== undefined) query = query.where('status', '=', status);
  if (maxPercent !== undefined) query = query.where('percent', '<=', maxPercent);
  return query;
}

/** Whether the table of that side bears the name, written `schema.table` or bare. */
function isNamed(side: 'source' | 'target', name: string) {
  const schema = sql.ref(`${side}_schema`);
  const table = sql.ref(`${side}_table`);
  return sql<boolean>`(${table} = ${name} or ${schema} || '.' || ${table} = ${name})`;
}
