import { randomBytes } from 'node:crypto';
import { type Catalog, CatalogError, TooManyError } from '@roma-fdi/databases';
import { expect, it } from 'vitest';
import type { DataSource } from '../store/records.ts';
import type { Places } from './places.ts';
import { createSealer } from './seal.ts';
import { SourceError } from './source-error.ts';
import { createSources, type Sources, type SourcesOptions } from './sources.ts';

const never = new AbortController().signal;
const catalog: Catalog = { dialect: 'sqlite', tables: [] };
const sealer = createSealer(randomBytes(32));

type Read = NonNullable<SourcesOptions['read']>;

const place = { addresses: ['10.0.0.9'], port: 5432 };
const places: Places = { closed: () => undefined, refusal: async () => undefined, lend: async () => place };

const sourcesOf = (read: Read, reads = { atOnce: 1, waiting: 1 }): Sources =>
  createSources({ places, sealer, openFields: new Set(['host']), maxTables: 7, maxColumns: 70, reads, read });

const source = (facts: Partial<DataSource> = {}): DataSource => ({
  project: 'p',
  instance: 'i',
  id: 'a',
  name: 'n',
  type: 'POSTGRESQL',
  appId: null,
  content: { host: 'h' },
  sealedSecret: null,
  description: null,
  createTime: 0,
  updateTime: 0,
  ...facts,
});

const settings = {
  host: 'db.internal',
  port: '5432',
  database_name: 'shop',
  user_name: 'reader',
  password: 'correct horse',
};

it('refuses a type that it does not open, naming those that it opens', async () => {
  const sources = sourcesOf(async () => catalog);
  expect(await sources.refusal('DB2', {})).toEqual({
    parameter: 'datasource_type',
    why: 'this server opens SQLITE, POSTGRESQL, and MYSQL.',
  });
  await expect(sources.read(source({ type: 'DB2' }), never)).rejects.toThrow(
    'opens SQLITE, POSTGRESQL, and MYSQL, not DB2',
  );
});

it.each(Object.keys(settings))('needs %s for POSTGRESQL', async (name) => {
  const sources = sourcesOf(async () => catalog);
  for (const value of [undefined, ''])
    expect(await sources.refusal('POSTGRESQL', { ...settings, [name]: value })).toEqual({
      parameter: `content.${name}`,
      why: 'POSTGRESQL needs it.',
    });
  expect(await sources.refusal('POSTGRESQL', settings)).toBeUndefined();
});

it('takes mode default alone for POSTGRESQL, and needs a name for SQLITE', async () => {
  const sources = sourcesOf(async () => catalog);
  expect(await sources.refusal('POSTGRESQL', { ...settings, mode: 'default' })).toBeUndefined();
  expect(await sources.refusal('POSTGRESQL', { mode: 'professional' })).toMatchObject({ parameter: 'content.mode' });
  expect(await sources.refusal('SQLITE', {})).toEqual({
    parameter: 'content.database_name',
    why: 'SQLITE needs it.',
  });
});

it('asks first whether such databases can be lent at all, and last whether this one can', async () => {
  const asked: string[] = [];
  const closed = { parameter: 'datasource_type', why: 'none here' };
  const sources = createSources({
    places: {
      ...places,
      closed: (kind) => (kind === 'file' ? closed : undefined),
      refusal: async (target) => {
        asked.push(JSON.stringify(target));
        return undefined;
      },
    },
    sealer,
    openFields: new Set(),
    maxTables: 7,
    maxColumns: 70,
    reads: { atOnce: 1, waiting: 1 },
  });
  expect(await sources.refusal('SQLITE', {})).toBe(closed);
  expect(await sources.refusal('POSTGRESQL', settings)).toBeUndefined();
  expect(asked).toEqual(['{"host":"db.internal","port":5432}']);
});

it('gives neither the password nor the words of the system away when nothing answers', async () => {
  const lent = { ...places, lend: async () => ({ addresses: ['127.0.0.9'], port: 1 }) };
  const sources = createSources({
    places: lent,
    sealer,
    openFields: new Set(),
    maxTables: 7,
    maxColumns: 70,
    reads: { atOnce: 1, waiting: 1 },
  });
  const error: Error = await sources.read(source({ content: settings }), never).then(
    () => new Error('was read'),
    (failed: Error) => failed,
  );
  expect(error.message).toContain('could not be reached');
  expect(error.message).not.toMatch(/ECONNREFUSED|horse|127\.0\.0\.9/);
});

it('passes the refusal of a place on as it is', async () => {
  const refused = new SourceError('not-allowed', 'no');
  const lending = { ...places, lend: () => Promise.reject(refused) };
  const sources = createSources({
    places: lending,
    sealer,
    openFields: new Set(),
    maxTables: 7,
    maxColumns: 70,
    reads: { atOnce: 1, waiting: 1 },
  });
  await expect(sources.read(source(), never)).rejects.toBe(refused);
});

it('parts what may be shown from what is sealed, and hands both to the reading', async () => {
  let seen: unknown;
  const sources = sourcesOf(async ({ settings, place, maxTables, maxColumns }) => {
    seen = { ...settings, ...place, maxTables, maxColumns };
    return catalog;
  });
  const { id, content, sealedSecret } = sources.prepare('POSTGRESQL', {
    host: 'h',
    password: 'correct horse',
    sk: 'x',
  });
  expect(content).toEqual({ host: 'h' });
  expect(sealedSecret).not.toContain('horse');
  await sources.read(source({ id, content, sealedSecret }), never);
  expect(seen).toEqual({ host: 'h', password: 'correct horse', sk: 'x', ...place, maxTables: 7, maxColumns: 70 });
  expect(sources.prepare('POSTGRESQL', { host: 'h' }).sealedSecret).toBeNull();
});

it('cannot open secrets that were moved from another data source', async () => {
  const sources = sourcesOf(async () => catalog);
  const { sealedSecret } = sources.prepare('POSTGRESQL', { password: 'x' });
  await expect(sources.read(source({ id: 'another', sealedSecret }), never)).rejects.toMatchObject({
    kind: 'unreadable',
  });
});

it.each([
  [new SourceError('not-allowed', 'no'), 'not-allowed'],
  [new TooManyError('tables', 8, 7), 'too-many-tables'],
  [new CatalogError('refused', 'Refused.'), 'unreadable'],
])('names %s', async (error, kind) => {
  await expect(sourcesOf(() => Promise.reject(error)).read(source(), never)).rejects.toMatchObject({
    name: 'SourceError',
    kind,
  });
});

it('tells how many tables or columns there are, how many may be, and what sets it', async () => {
  const reading = sourcesOf(() => Promise.reject(new TooManyError('tables', 8, 7))).read(source(), never);
  await expect(reading).rejects.toThrow(/8 tables, at most 7 .*ROMA_FDI_MAX_TABLES/);
  const wide = sourcesOf(() => Promise.reject(new TooManyError('columns', 80, 70))).read(source(), never);
  await expect(wide).rejects.toThrow(/80 columns, at most 70 .*ROMA_FDI_MAX_COLUMNS/);
});

it('says that the time is over, and stops the reading', async () => {
  let stopped = false;
  const sources = sourcesOf(({ signal }) => {
    signal.addEventListener('abort', () => {
      stopped = true;
    });
    return new Promise(() => {});
  });
  await expect(sources.read(source(), AbortSignal.timeout(10))).rejects.toThrow('not read within the time allowed');
  expect(stopped).toBe(true);
});

it('reads a data source once for the first, once more for all that come meanwhile, and refuses when too many others wait', async () => {
  let reads = 0;
  const gate = Promise.withResolvers<Catalog>();
  const sources = sourcesOf(() => {
    reads++;
    return gate.promise;
  });
  const same = Array.from({ length: 64 }, () => sources.read(source(), never));
  const waiting = sources.read(source({ id: 'b' }), never);
  await expect(sources.read(source({ id: 'c' }), never)).rejects.toMatchObject({ kind: 'busy' });
  gate.resolve(catalog);
  expect(await Promise.all([...same, waiting])).toHaveLength(65);
  expect(reads).toBe(3);
});
