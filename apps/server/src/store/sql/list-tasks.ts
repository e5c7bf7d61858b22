/** Tasks in pages, and how many there are in each state; drafts are in neither. */
import { runningStates } from '../is-running.ts';
import type { ExecuteStatus, Scope, TaskWithPairs } from '../records.ts';
import { contains } from './fold.ts';
import { inScope } from './in-scope.ts';
import { pairRows, toPair } from './pairs.ts';
import { rowLimit } from './row-limit.ts';
import type { Database, Work } from './tables.ts';
import { taskColumns, toTask } from './tasks.ts';

export interface TaskQuery extends Scope {
  readonly id?: string | undefined;
  /** Part of the name, in any case; `%` and `_` stand for themselves. */
  readonly name?: string | undefined;
  readonly running?: boolean | undefined;
  readonly executeStatus?: ExecuteStatus | undefined;
  /** A data source of any pair. */
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  readonly sourceAppId?: string | undefined;
  readonly targetAppId?: string | undefined;
  readonly tag?: string | undefined;
  readonly sortBy: 'created' | 'running';
  readonly sort: 'asc' | 'desc';
  readonly limit: number;
  readonly offset: number;
}

export interface TaskPage {
  /** How many fit the query, on all pages. */
  readonly total: number;
  readonly entities: readonly TaskWithPairs[];
}

export async function listTasks({ db }: Work, query: TaskQuery): Promise<TaskPage> {
  const tasks = fitting(db, query);
  const { total } = await tasks.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  let page = tasks.select(taskColumns).limit(rowLimit(query.limit)).offset(query.offset);
  if (query.sortBy === 'running')
    page = page.orderBy((where) => where('execute_status', 'in', runningStates), query.sort);
  const rows = await page.orderBy('created', query.sort).orderBy('key', query.sort).execute();
  const entities: TaskWithPairs[] = [];
  for (const row of rows) entities.push({ ...toTask(row), pairs: (await pairRows(db, row.key)).map(toPair) });
  return { total, entities };
}

/** How many created tasks there are by the state of their latest run. */
export type TaskCounts = Readonly<Partial<Record<ExecuteStatus, number>>>;

export async function countTasks({ db }: Work, scope: Scope): Promise<TaskCounts> {
  const rows = await created(db, scope)
    .select(({ fn }) => ['execute_status as status', fn.countAll<number>().as('count')])
    .groupBy('execute_status')
    .execute();
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

function created(db: Database, scope: Scope) {
  return db
    .selectFrom('tasks')
    .where((row) => row.and(inScope(scope)))
    .where('name', 'is not', null);
}

function fitting(db: Database, query: TaskQuery) {
  const { id, name, executeStatus, source, target, sourceAppId, targetAppId, tag } = query;
  let tasks = created(db, query);
  if (id !== undefined) tasks = tasks.where('id', '=', id);
  if (name !== undefined) tasks = tasks.where('folded_name', 'like', contains(name));
  if (query.running !== undefined)
    tasks = tasks.where('execute_status', query.running ? 'in' : 'not in', runningStates);
  if (executeStatus !== undefined) tasks = tasks.where('execute_status', '=', executeStatus);
  if (sourceAppId !== undefined) tasks = tasks.where('source_app_id', '=', sourceAppId);
  if (targetAppId !== undefined) tasks = tasks.where('target_app_id', '=', targetAppId);
  if (tag !== undefined) tasks = tasks.where('tag', '=', tag);
  if (source !== undefined) tasks = tasks.where('key', 'in', withDataSource(db, 'source_key', source));
  if (target !== undefined) tasks = tasks.where('key', 'in', withDataSource(db, 'target_key', target));
  return tasks;
}

function withDataSource(db: Database, side: 'source_key' | 'target_key', id: string) {
  return db
    .selectFrom('pairs')
    .innerJoin('data_sources', 'data_sources.key', `pairs.${side}`)
    .select('task_key')
    .where('data_sources.id', '=', id);
}
