/** The server as it is published: bundled, with its threads and processes in files of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { endWithTest } from '../../../test/end-with-test.ts';
import { callerOf } from './caller.ts';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const as = { token: 'token-of-the-test', project: 'p', instance: 'i' };

test('the bundle finds the store’s thread, the process that reads databases and the matcher, and ends on SIGTERM', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-built-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['shop', 'warehouse'])
    new DatabaseSync(join(folder, `${name}.db`)).exec('create table orders (id integer primary key, note text)');
  const child = spawn(process.execPath, [main, '--port', '0', '--data', ':memory:', '--sqlite-root', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], ROMA_FDI_TOKEN: as.token, ROMA_FDI_LOG_LEVEL: 'silent' },
  });
  endWithTest(child);
  const ended = once(child, 'exit');
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
  const caller = callerOf(/http:\S+/.exec(said)?.[0] ?? '', as);
  const ids: string[] = [];
  for (const name of ['shop', 'warehouse']) {
    const source = {
      datasource_name: name,
      datasource_type: 'SQLITE',
      app_id: 'test',
      content: { database_name: `${name}.db` },
    };
    ids.push((await caller.succeed('createDatasourceInfo', { body: source })).datasource_id);
  }
  const pair = { source_datasource_id: ids[0], target_datasource_id: ids[1] };
  const [element] = await caller.succeed('installMultiTasks', { body: { ...pair, auto_mapping: true } });
  expect(element?.mappings_total_count).toBe(1);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
