import type { DatasourceInfo } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { type Asked, failure, json, stubClient } from '../../test/stub-transport.ts';
import type { FdiClientOptions } from '../index.ts';

const body = (name: string): DatasourceInfo => ({
  datasource_name: name,
  datasource_type: 'SQLITE',
  app_id: 'a',
  content: { database_name: `${name}.db` },
});

/** A service that knows the data source `shop`, registers others, and has 2,500 mappings. */
function service(options: Partial<FdiClientOptions> = {}) {
  const { fdi, asked } = stubClient(async (url, { method, body: text }) => {
    const { pathname, searchParams } = new URL(url);
    const sent = text === undefined ? {} : JSON.parse(text);
    if (pathname.endsWith('/multi-tasks/init')) return json([{ task_id: sent.task_id ?? 'of-the-service' }]);
    if (pathname.endsWith('/mappings')) {
      const from = Number(searchParams.get('offset'));
      const ids = Array.from({ length: Math.min(1000, 2500 - from) }, (_, index) => ({ id: `m-${from + index}` }));
      return json({ task_id: 't', mappings: ids, schema_mappings: [{ id: 's' }], mappings_total_count: 2500 });
    }
    if (method === 'POST') return json({ ...sent, datasource_id: `id-of-${sent.datasource_name}` }, 201);
    if (searchParams.has('name')) return json({ total: 0, size: 0, entities: [] });
    return json({ datasource_id: pathname.split('/').at(-1) });
  }, options);
  return { fdi, asked, inits: () => asked.filter(({ url }) => url.endsWith('/init')).map(sentBody) };
}

const sentBody = ({ body: text }: Asked) => JSON.parse(text ?? '') as { task_id?: string };

test('from an ID and a body to all mappings of the pair', async () => {
  const { fdi, asked, inits } = service();
  const { mappings, schemaMappings, ...rest } = await fdi.map('shop', body('warehouse'));
  const [init] = inits();
  expect(init).toEqual({
    task_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    source_datasource_id: 'shop',
    target_datasource_id: 'id-of-warehouse',
    auto_mapping: true,
  });
  expect(rest).toMatchObject({
    taskId: init?.task_id,
    source: { datasource_id: 'shop' },
    target: { datasource_id: 'id-of-warehouse' },
  });
  expect(mappings.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, index) => `m-${index}`));
  expect(schemaMappings).toEqual([{ id: 's' }]);
  const pages = asked.filter(({ url }) => url.includes('/mappings?')).map(({ url }) => new URL(url));
  expect(pages.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual(
    ['0', '1000', '2000'].map((offset) => ({
      ...{ source_datasource_id: 'shop', target_datasource_id: 'id-of-warehouse', limit: '1000' },
      offset,
    })),
  );
  expect(pages[0]?.pathname).toContain(`/${init?.task_id}/`);
});

test('the task is the caller’s where it has an ID, and the cloud’s own in a region', async () => {
  const own = service();
  expect((await own.fdi.map('a', 'b', { taskId: 'mine' })).taskId).toBe('mine');
  const cloud = service({ baseUrl: undefined, region: 'cn-north-4' } as Partial<FdiClientOptions>);
  expect((await cloud.fdi.map('a', 'b')).taskId).toBe('of-the-service');
  expect(cloud.inits()[0]).not.toHaveProperty('task_id');
});

test('one deadline, one signal and the caller’s headers hold for all calls', async () => {
  const { fdi, asked } = service();
  await fdi.map('a', body('b'), { headers: { 'X-Trace': 'one' } });
  expect(new Set(asked.map(({ headers }) => headers.get('X-Trace')))).toEqual(new Set(['one']));
  const hanging = stubClient(() => new Promise(() => {}));
  expect(await failure(hanging.fdi.map('a', 'b', { timeout: 5 }))).toMatchObject({ name: 'TimeoutError', timeout: 5 });
  expect(await failure(hanging.fdi.map('a', 'b', { signal: AbortSignal.abort('enough') }))).toBe('enough');
});

test('what cannot be mapped, and options that are none, are refused by name', async () => {
  const { fdi, asked } = service();
  expect(String(await failure(fdi.map(undefined as never, 'b')))).toContain('source must be the ID of a data source');
  const wrong = { taskID: 'mine' } as object;
  expect(String(await failure(fdi.map('a', 'b', wrong)))).toContain(
    'taskID is not an option of map. Its options are taskId,',
  );
  expect(asked).toEqual([]);
});
