import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { needs, takesLong } from '../../../test/programs.ts';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { runTypeScript } from '../../../test/run-typescript.ts';
import { startPostgres } from './postgres-server.ts';

const within = new URL('..', import.meta.url);
const blocks = readmeBlocks(new URL('README.md', within));
const program = blocks.take('ts', 'readCatalog');

test('a file and a server are read as it is shown', async (context) => {
  takesLong(context);
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const shop = join(folder, 'shop.db');
  const database = new DatabaseSync(shop);
  database.exec('create table orders (id integer primary key)');
  database.close();
  const server = await startPostgres(needs(context, 'postgres'));
  onTestFinished(() => server.stop());

  let text = program;
  for (const [shown, real] of [
    ["'/data/shop.db'", JSON.stringify(shop)],
    ["'db.example'", JSON.stringify(server.host)],
    ['port: 5432', `port: ${server.port}`],
    ["'reader'", JSON.stringify(server.user)],
    ["'warehouse'", "'postgres'"],
    // The tests' server has no certificate.
    ['ssl: true', 'ssl: false'],
  ] as const) {
    expect(text).toContain(shown);
    text = text.replace(shown, real);
  }
  const printed = await runTypeScript(text, {
    within,
    before: `const password = ${JSON.stringify(server.password)};\nconst judged = async (host: string) => [host];`,
    after: 'console.log(shop.dialect, shop.tables.length, warehouse.dialect);',
  });
  expect(printed).toBe('sqlite 1 postgres\n');
});

test('every block of the README is run', () => expect(blocks.left()).toEqual([]));
