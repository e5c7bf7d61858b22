/** Loops of the client over what the server keeps, while the loop itself changes it. */
import { createFdiClient, type DatasourceInfo, type FdiClient } from '@roma-fdi/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

let server: Served;
let fdi: FdiClient;
beforeAll(async () => {
  server = await serve();
  fdi = createFdiClient({ baseUrl: server.url, projectId: project, instanceId: instance, credentials: token });
});
afterAll(() => server.end());

const register = (name: string) => fdi.dataSources.create(sqliteSource(name) as DatasourceInfo);

it('one that deletes what it reads leaves nothing, and one that adds for each it reads ends', async () => {
  await Promise.all(Array.from({ length: 120 }, (_, index) => register(`source-${index}`)));
  for await (const { datasource_name } of fdi.dataSources.iterate({ limit: 50 }))
    await register(`${datasource_name}-b`);
  expect((await fdi.dataSources.list({ limit: 1 })).total).toBe(240);
  for await (const { datasource_id } of fdi.dataSources.iterate()) await fdi.dataSources.delete(datasource_id);
  expect((await fdi.dataSources.list()).total).toBe(0);
});
