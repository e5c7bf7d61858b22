/** Calls of the client that are made of several: loops over what the server keeps, finding or registering, mapping. */
import { createFdiClient, type DatasourceInfo, type FdiClient, isConflictError } from '@roma-fdi/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

let server: Served;
let fdi: FdiClient;
beforeAll(async () => {
  server = await serve();
  fdi = createFdiClient({ baseUrl: server.url, projectId: project, instanceId: instance, credentials: token });
});
afterAll(() => server.end());

const register = (name: string) => fdi.dataSources.create(sqliteSource(name) as DatasourceInfo);

it('one that deletes what it reads leaves nothing, and one that adds for each it reads ends', async (context) => {
  takesLong(context);
  await Promise.all(Array.from({ length: 120 }, (_, index) => register(`source-${index}`)));
  for await (const { datasource_name } of fdi.dataSources.iterate({ limit: 50 }))
    await register(`${datasource_name}-b`);
  expect((await fdi.dataSources.list({ limit: 1 })).total).toBe(240);
  for await (const { datasource_id } of fdi.dataSources.iterate()) await fdi.dataSources.delete(datasource_id);
  expect((await fdi.dataSources.list()).total).toBe(0);
});

it('twenty callers who register the same at once end with one data source, and another one of the name is a conflict', async () => {
  const body = sqliteSource('shared') as DatasourceInfo;
  const found = await Promise.all(Array.from({ length: 20 }, () => fdi.dataSources.findOrCreate(body)));
  expect(new Set(found.map(({ datasource_id }) => datasource_id)).size).toBe(1);
  expect(await fdi.dataSources.all({ name: 'shared' })).toHaveLength(1);
  const elsewhere = { ...body, content: { database_name: 'elsewhere.db' } } as DatasourceInfo;
  const error = await fdi.dataSources.findOrCreate(elsewhere).catch((reason: unknown) => reason);
  expect(isConflictError(error) && error.differences).toEqual(['content.database_name']);
});

it('two databases are mapped in one step, and again into the same task', async (context) => {
  takesLong(context);
  const tables = Array.from({ length: 12 }, (_, index) => `create table t${index} (id integer primary key, v text);`);
  for (const name of ['from.db', 'to.db']) server.sqlite(name, tables.join(''));
  const bodies = ['from', 'to'].map((name) => sqliteSource(name) as DatasourceInfo);
  const first = await fdi.map(bodies[0]!, bodies[1]!);
  expect(first.mappings).toHaveLength(tables.length);
  expect(first.schemaMappings).toMatchObject([{ source_schema: 'main', target_schema: 'main' }]);
  const again = await fdi.map(first.source.datasource_id, bodies[1]!, { taskId: first.taskId });
  expect(again).toEqual(first);
  await fdi.tasks.delete(first.taskId);
});
