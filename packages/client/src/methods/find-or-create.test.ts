import { type DatasourceInfo, failures } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { failure, json, stubClient } from '../../test/stub-transport.ts';
import { type FdiClientOptions, isConflictError } from '../index.ts';

const body: DatasourceInfo = {
  datasource_name: 'shop',
  datasource_type: 'POSTGRESQL',
  app_id: 'app',
  content: { host: 'db', port: '5432', database_name: 'shop', user_name: 'me', password: 'correct-horse' },
};
const { password: _, ...open } = body.content as { password: string };
const shop = { ...body, datasource_id: 'id-1', content: open };
const { status, code } = failures.NameTaken;
const taken = () => json({ error_code: code, error_msg: 'the name is taken' }, status);
const page = (...entities: object[]) => json({ total: entities.length, size: entities.length, entities });

/** A service that answers the methods in turn. */
function service(
  answers: Partial<Record<'GET' | 'POST', readonly (() => Response | Promise<never>)[]>>,
  options: Partial<FdiClientOptions> = {},
) {
  const at: Record<string, number> = {};
  return stubClient(async (_url, { method }) => {
    const list = answers[method as 'GET'] ?? [];
    const index = at[method] ?? 0;
    at[method] = index + 1;
    return list[Math.min(index, list.length - 1)]!();
  }, options);
}

const methods = (asked: readonly { method: string }[]) => asked.map(({ method }) => method).join(' ');

test('one of exactly this name is found, and nothing registered', async () => {
  const { fdi, asked } = service({
    GET: [() => page({ ...shop, datasource_name: 'shop-2', datasource_id: 'id-2' }, shop)],
  });
  expect(await fdi.dataSources.findOrCreate(body)).toMatchObject({ datasource_id: 'id-1' });
  expect(methods(asked)).toBe('GET');
  expect(new URL(asked[0]!.url).searchParams.get('name')).toBe('shop');
});

test('where there is none it is registered', async () => {
  const another = { ...shop, datasource_name: 'shop-2' };
  const { fdi, asked } = service({ GET: [() => page(another)], POST: [() => json(shop, 201)] });
  expect(await fdi.dataSources.findOrCreate(body)).toMatchObject({ datasource_id: 'id-1' });
  expect(methods(asked)).toBe('GET POST');
});

test('the filter has no more characters than the vendor’s takes, whole ones', async () => {
  const long = { ...body, datasource_name: '😀'.repeat(40) };
  const { fdi, asked } = service({ GET: [() => page({ ...shop, datasource_name: long.datasource_name })] });
  await fdi.dataSources.findOrCreate(long);
  expect(new URL(asked[0]!.url).searchParams.get('name')).toBe('😀'.repeat(30));
});

test.each<[string, () => Response | Promise<never>]>([
  ['another caller was faster', taken],
  ['the answer was lost', () => Promise.reject(Object.assign(new Error('lost'), { code: 'ECONNRESET' }))],
])('where %s, the one that is there by then is it', async (__, post) => {
  const { fdi, asked } = service({ GET: [() => page(), () => page(shop)], POST: [post] });
  expect(await fdi.dataSources.findOrCreate(body)).toMatchObject({ datasource_id: 'id-1' });
  expect(methods(asked)).toBe('GET POST GET');
});

test('what registering fails with comes back where nothing of the name is there', async () => {
  const { fdi } = service({ GET: [() => page()], POST: [taken] });
  expect(await failure(fdi.dataSources.findOrCreate(body))).toMatchObject({ name: 'ApiError', status, code });
  const other = service({ GET: [() => page()], POST: [() => json({}, 403)] });
  expect(await failure(other.fdi.dataSources.findOrCreate(body))).toMatchObject({ status: 403 });
  expect(methods(other.asked)).toBe('GET POST');
});

test.each<[string, object, string[]]>([
  ['another type', { datasource_type: 'MYSQL' }, ['datasource_type']],
  ['another application', { app_id: 'other' }, ['app_id']],
  ['another host and port', { content: { ...open, host: 'elsewhere', port: '1' } }, ['content.host', 'content.port']],
])('one of the name with %s is a conflict that names what differs, and no value', async (__, there, differences) => {
  const { fdi, asked } = service({ GET: [() => page({ ...shop, ...there })] });
  const error = await failure(fdi.dataSources.findOrCreate(body));
  if (!isConflictError(error)) throw error;
  expect(error.differences).toEqual(differences);
  expect(error.existing.datasource_id).toBe('id-1');
  expect(error.message).toContain(`(id-1) and differs in ${differences.join(', ')}.`);
  expect(error.message).not.toMatch(/elsewhere|db|correct/);
  expect(methods(asked)).toBe('GET');
});

test('what only one of the two states is no conflict, and neither is a description', async () => {
  const { port: __, ...rest } = open as { port?: string };
  const there = { ...shop, description: 'another', content: { ...rest, mode: 'default' } };
  const { fdi } = service({ GET: [() => page(there)] });
  expect(await fdi.dataSources.findOrCreate({ ...body, description: 'words' })).toMatchObject({
    datasource_id: 'id-1',
  });
});

test('fields of a list in another order are no conflict, and another list is one', async () => {
  const addresses = [
    { oracle_address: 'rac-1', oracle_port: '1521' },
    { oracle_address: 'rac-2', oracle_port: '1521' },
  ];
  const turned = addresses.map(({ oracle_address, oracle_port }) => ({ oracle_port, oracle_address }));
  const listed = (multi_oracle_address: object[]) => ({ ...shop, content: { multi_oracle_address } });
  const wanted = { ...body, content: { multi_oracle_address: addresses } } as unknown as DatasourceInfo;
  const find = (there: object[]) => service({ GET: [() => page(listed(there))] }).fdi.dataSources.findOrCreate(wanted);
  expect(await find(turned)).toMatchObject({ datasource_id: 'id-1' });
  for (const other of [turned.slice(1), turned.toReversed(), [...turned, {}]]) {
    expect(await failure(find(other))).toMatchObject({ differences: ['content.multi_oracle_address'] });
  }
});

test('where a list shows no settings, those of the one are read', async () => {
  const { content, ...brief } = shop;
  const { fdi, asked } = service({
    GET: [() => page(brief), () => json({ ...brief, content: { ...content, host: 'x' } })],
  });
  expect(await failure(fdi.dataSources.findOrCreate(body))).toMatchObject({ differences: ['content.host'] });
  expect(new URL(asked[1]!.url).pathname).toMatch(/\/id-1$/);
});

test('all calls are under one deadline and one signal, and have the caller’s headers', async () => {
  const slow = () => new Promise<never>(() => {});
  const { fdi, asked } = service({ GET: [() => page()], POST: [slow] });
  const error = await failure(fdi.dataSources.findOrCreate(body, { timeout: 40, headers: { 'X-Trace': 'a' } }));
  expect(error).toMatchObject({ name: 'TimeoutError', timeout: 40, operation: 'createDatasourceInfo' });
  expect(asked.map(({ headers }) => headers.get('X-Trace'))).toEqual(['a', 'a']);
  const controller = new AbortController();
  const ended = failure(
    service({ GET: [() => page()], POST: [slow] }).fdi.dataSources.findOrCreate(body, { signal: controller.signal }),
  );
  setTimeout(() => controller.abort('enough'), 5);
  expect(await ended).toBe('enough');
});
