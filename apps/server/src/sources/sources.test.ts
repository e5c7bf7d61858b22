import { randomBytes } from 'node:crypto';
import { type Catalog, CatalogError, TooManyTablesError } from '@roma-fdi/catalog';
import { expect, it } from 'vitest';
import type { DataSource } from '../store/records.ts';
import type { Engine } from './engine.ts';
import { createSealer } from './seal.ts';
import { SourceError } from './source-error.ts';
import { createSources, type Sources } from './sources.ts';

const never = new AbortController().signal;
const catalog: Catalog = { dialect: 'sqlite', tables: [] };
const sealer = createSealer(randomBytes(32));

function sourcesOf(read: Engine['read'], reads = { atOnce: 1, waiting: 1 }): Sources {
  const engine: Engine = { refusal: async () => undefined, read };
  return createSources({ engines: { SQLITE: engine }, sealer, openFields: new Set(['host']), maxTables: 7, reads });
}

const source = (facts: Partial<DataSource> = {}): DataSource => ({
  project: 'p',
  instance: 'i',
  id: 'a',
  name: 'n',
  type: 'SQLITE',
  appId: null,
  content: { host: 'h' },
  sealedSecret: null,
  description: null,
  createTime: 0,
  updateTime: 0,
  ...facts,
});

it('refuses a type that it does not open, naming those that it opens', async () => {
  const sources = sourcesOf(async () => catalog);
  expect(await sources.refusal('MYSQL', {})).toEqual({
    parameter: 'datasource_type',
    why: 'this server opens SQLITE.',
  });
  expect(await sources.refusal('SQLITE', {})).toBeUndefined();
  await expect(sources.read(source({ type: 'MYSQL' }), never)).rejects.toThrow('opens SQLITE, not MYSQL');
});

it('parts what may be shown from what is sealed, and hands both to the engine', async () => {
  let seen: unknown;
  const sources = sourcesOf(async (settings, { maxTables }) => {
    seen = { ...settings, maxTables };
    return catalog;
  });
  const { id, content, sealedSecret } = sources.prepare({ host: 'h', password: 'correct horse', sk: 'x' });
  expect(content).toEqual({ host: 'h' });
  expect(sealedSecret).not.toContain('horse');
  await sources.read(source({ id, content, sealedSecret }), never);
  expect(seen).toEqual({ host: 'h', password: 'correct horse', sk: 'x', maxTables: 7 });
  expect(sources.prepare({ host: 'h' }).sealedSecret).toBeNull();
});

it('cannot open secrets that were moved from another data source', async () => {
  const sources = sourcesOf(async () => catalog);
  const { sealedSecret } = sources.prepare({ password: 'x' });
  await expect(sources.read(source({ id: 'another', sealedSecret }), never)).rejects.toMatchObject({
    kind: 'unreadable',
  });
});

it.each([
  [new SourceError('not-allowed', 'no'), 'not-allowed'],
  [new TooManyTablesError(8, 7), 'too-many-tables'],
  [new CatalogError('refused', 'Refused.'), 'unreadable'],
])('names %s', async (error, kind) => {
  await expect(sourcesOf(() => Promise.reject(error)).read(source(), never)).rejects.toMatchObject({
    name: 'SourceError',
    kind,
  });
});

it('tells how many tables there are, how many may be, and what sets it', async () => {
  const reading = sourcesOf(() => Promise.reject(new TooManyTablesError(8, 7))).read(source(), never);
  await expect(reading).rejects.toThrow(/8 tables, at most 7 .*ROMA_FDI_MAX_TABLES/);
});

it('says that the time is over, and stops the reading', async () => {
  let stopped = false;
  const sources = sourcesOf((_, { signal }) => {
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
