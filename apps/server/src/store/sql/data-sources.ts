/** Registered data sources: made, found, listed, deleted. */
import type { Selectable } from '#kysely';
import { type LaterRow, rowsOfPart } from '../part.ts';
import type { DataSource, Located, Scope } from '../records.ts';
import { contains, fold } from './fold.ts';
import { inScope } from './in-scope.ts';
import { rowLimit } from './row-limit.ts';
import { bytesOf, padded } from './row-sizes.ts';
import type { Database, Tables, Work } from './tables.ts';

/** The caller makes the id (`newId()`), since the secret is sealed to it before the store sees it. */
export type NewDataSource = Omit<DataSource, 'createTime' | 'updateTime'>;

export type CreateDataSourceResult =
  | { readonly status: 'created'; readonly dataSource: DataSource }
  | { readonly status: 'name-taken' };

export interface DataSourceQuery extends Scope {
  /** Part of the name, in any case; `%` and `_` stand for themselves. */
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly appId?: string | undefined;
  /** By time of creation; default `desc`, the newest first. */
  readonly sort?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface DataSourcePage {
  /** How many fit the query, on all pages. */
  readonly total: number;
  readonly entities: readonly DataSource[];
  /** The page's other data sources, for `readDataSources`. */
  readonly later: readonly LaterRow[];
}

export interface DeleteDataSource extends Located {
  /** How many tasks that use it are named, at most. */
  readonly named: number;
}

export type DeleteDataSourceResult =
  | { readonly status: 'deleted' }
  | { readonly status: 'not-found' }
  /** `taskIds` names tasks that use it, oldest first; `total` counts all. */
  | { readonly status: 'in-use'; readonly taskIds: readonly string[]; readonly total: number };

export async function createDataSource({ db, now }: Work, input: NewDataSource): Promise<CreateDataSourceResult> {
  const row = await db
    .insertInto('data_sources')
    .values({
      id: input.id,
      ...inScope(input),
      type: input.type,
      create_time: now,
      ...changeable(input, now),
    })
    .onConflict((conflict) => conflict.columns(['project_id', 'instance_id', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ? { status: 'created', dataSource: toDataSource(row) } : { status: 'name-taken' };
}

/** The type and the ID stay. */
export type UpdateDataSource = Omit<NewDataSource, 'type'>;

export type UpdateDataSourceResult =
  | { readonly status: 'updated'; readonly dataSource: DataSource }
  | { readonly status: 'not-found' }
  | { readonly status: 'name-taken' };

export async function updateDataSource({ db, now }: Work, input: UpdateDataSource): Promise<UpdateDataSourceResult> {
  const twin = await within(db, input)
    .where('name', '=', input.name)
    .where('id', '<>', input.id)
    .select('id')
    .execute();
  if (twin.length > 0) return { status: 'name-taken' };
  const row = await db
    .updateTable('data_sources')
    .set(changeable(input, now))
    .where((row) => row.and({ ...inScope(input), id: input.id }))
    .returningAll()
    .executeTakeFirst();
  return row ? { status: 'updated', dataSource: toDataSource(row) } : { status: 'not-found' };
}

/** The data source wherever in the project it lies: ids are unique over all instances. */
export async function findDataSourceOfProject(
  { db }: Work,
  { project, id }: Pick<Located, 'project' | 'id'>,
): Promise<DataSource | undefined> {
  const query = db.selectFrom('data_sources').where('project_id', '=', project).where('id', '=', id);
  const row = await query.selectAll().executeTakeFirst();
  return row && toDataSource(row);
}

export async function findDataSource({ db }: Work, query: Located): Promise<DataSource | undefined> {
  const row = await within(db, query).where('id', '=', query.id).selectAll().executeTakeFirst();
  return row && toDataSource(row);
}

export async function listDataSources({ db }: Work, query: DataSourceQuery): Promise<DataSourcePage> {
  const { name, type, appId, sort = 'desc' } = query;
  let fitting = within(db, query);
  if (name !== undefined) fitting = fitting.where('folded_name', 'like', contains(name));
  if (type !== undefined) fitting = fitting.where('type', '=', type);
  if (appId !== undefined) fitting = fitting.where('app_id', '=', appId);

  const { total } = await fitting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const page = fitting.orderBy('create_time', sort).orderBy('key', sort).offset(query.offset);
  const found = await page
    .select(['id', bytesOf('content', 'description').as('bytes')])
    .limit(rowLimit(query.limit))
    .execute();
  const part = rowsOfPart(found);
  const rows = await page.selectAll().limit(rowLimit(part)).execute();
  return { total, entities: rows.map(toDataSource), later: found.slice(part) };
}

/**
 * @param ids at least one, of rows that a call before this one has found
 * @returns them in that order
 */
export async function readDataSources(
  { db }: Work,
  { ids }: { readonly ids: readonly string[] },
): Promise<DataSource[]> {
  const rows = await db.selectFrom('data_sources').selectAll().where('id', 'in', padded(ids)).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(toDataSource);
}

export async function deleteDataSource({ db }: Work, query: DeleteDataSource): Promise<DeleteDataSourceResult> {
  const found = await within(db, query).where('id', '=', query.id).select('key').executeTakeFirst();
  if (!found) return { status: 'not-found' };

  const using = db.selectFrom('tasks').where('key', 'in', (from) =>
    from
      .selectFrom('pairs')
      .select('task_key')
      .where((where) => where.or([where('source_key', '=', found.key), where('target_key', '=', found.key)])),
  );
  const { total } = await using.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  if (total > 0) {
    const tasks = await using.select('id').orderBy('key').limit(rowLimit(query.named)).execute();
    return { status: 'in-use', taskIds: tasks.map(({ id }) => id), total };
  }
  await db.deleteFrom('data_sources').where('key', '=', found.key).execute();
  return { status: 'deleted' };
}

const changeable = (input: UpdateDataSource, now: number) => ({
  name: input.name,
  folded_name: fold(input.name),
  app_id: input.appId,
  content: JSON.stringify(input.content),
  sealed_secret: input.sealedSecret,
  description: input.description,
  update_time: now,
});

const within = (db: Database, scope: Scope) => db.selectFrom('data_sources').where((row) => row.and(inScope(scope)));

export function toDataSource(row: Selectable<Tables['data_sources']>): DataSource {
  return {
    id: row.id,
    project: row.project_id,
    instance: row.instance_id,
    name: row.name,
    type: row.type,
    appId: row.app_id,
    content: JSON.parse(row.content),
    sealedSecret: row.sealed_secret,
    description: row.description,
    createTime: row.create_time,
    updateTime: row.update_time,
  };
}
