import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@roma-fdi/command-line';
import { createConfig, startServer } from '@roma-fdi/server';
import { afterAll, expect, test } from 'vitest';
import { setScene } from './scene.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roma-fdi-scene-')));
afterAll(() => rmSync(folder, { recursive: true }));
const any = { port: 0, given: true };
const ports = { server: any, mock: any, docs: any };
const data = join(folder, 'data');
const own = (source: string, target: string) => setScene({ own: { source, target }, reset: false, data, ports });

function file(...path: string[]): string {
  mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true });
  writeFileSync(join(folder, ...path), '');
  return join(folder, ...path);
}

test('makes the samples below its folder and knows them as such', () => {
  const scene = setScene({ own: undefined, reset: false, data, ports });
  expect(scene).toMatchObject({
    samples: true,
    root: join(data, 'samples'),
    source: { name: 'shop', path: 'shop.db' },
  });
});

test('forgets what was stored when it is asked to, and only then', () => {
  const settings = { own: undefined, reset: false, data, ports };
  const { store } = setScene(settings);
  writeFileSync(store, 'stored');
  setScene(settings);
  expect(existsSync(store)).toBe(true);
  setScene({ ...settings, reset: true });
  expect(existsSync(store)).toBe(false);
});

test("takes the nearest folder that holds both of the user's files", () => {
  const scene = own(file('one', 'deep', 'a.db'), file('one', 'b.sqlite'));
  expect(scene).toMatchObject({
    samples: false,
    root: join(folder, 'one'),
    source: { name: 'a', path: 'deep/a.db' },
    target: { name: 'b', path: 'b.sqlite' },
  });
});

test('follows a link to the file that it means', () => {
  const real = file('two', 'real.db');
  symlinkSync(real, join(folder, 'link.db'));
  expect(own(join(folder, 'link.db'), real).source.file).toBe(real);
});

test('tells two files of one name apart, and names that a data source may not have', () => {
  expect(own(file('x', 'same.db'), file('y', 'same.db'))).toMatchObject({
    source: { name: 'same-source' },
    target: { name: 'same-target' },
  });
  expect(own(file('x', 'a(1)&.db'), file('x', '<b>.db'))).toMatchObject({
    source: { name: 'a_1__' },
    target: { name: '_b_' },
  });
});

test('keeps a store for each pair', () => {
  expect(own(file('x', 'p.db'), file('x', 'q.db')).store).not.toBe(own(file('x', 'q.db'), file('x', 'p.db')).store);
});

test.each([
  ['a', 'a'],
  ['db', 'db'],
  ['file:x.db', '././file:x.db'],
  ['\\x.db', '././\\x.db'],
])('names a file called %s so that the server takes it', (name, path) => {
  expect(own(file('odd', name), file('odd', 'other.db')).source.path).toBe(path);
});

test('leaves a store alone that a server holds', async () => {
  const settings = { own: undefined, reset: false, data, ports };
  const { store, root } = setScene(settings);
  const config = createConfig({ data: store, sqliteRoot: root, port: 0, logLevel: 'silent' });
  const server = await startServer(config);
  expect(() => setScene({ ...settings, reset: true })).toThrow('Another `npm start` is running');
  expect(existsSync(store)).toBe(true);
  await server.close();
  setScene({ ...settings, reset: true });
  expect(existsSync(store)).toBe(false);
});

test('says that its folder cannot be written, and how to choose another', () => {
  const settings = { own: undefined, reset: false, ports };
  expect(() => setScene({ ...settings, data: join(file('x', 'plain'), 'data') })).toThrow(/cannot be written.*--data/);
});

test('refuses a folder in place of a database', () => {
  expect(() => own(folder, file('x', 'q.db'))).toThrow(/is no file: name an SQLite database/);
});

test('says which file is missing', () => {
  expect(() => own('/nowhere/a.db', '/nowhere/b.db')).toThrow(UsageError);
  expect(() => own('/nowhere/a.db', '/nowhere/b.db')).toThrow(/\/nowhere\/a\.db/);
});

test.each(['postgres://u:PLANTED@h/d', 'host=h password=PLANTED'])('does not repeat %s, which is no file', (source) => {
  expect(() => own(source, source)).toThrow(UsageError);
  expect(() => own(source, source)).not.toThrow(/PLANTED/);
});
