import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../src/store/open-store.ts';
import { describeStore } from './store.suite.ts';

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roma-fdi-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

describeStore('SQLite in memory', (options) => openStore({ path: ':memory:', ...options }));
describeStore('a SQLite file', (options) => openStore({ path: join(folder, `${++files}.db`), ...options }));
