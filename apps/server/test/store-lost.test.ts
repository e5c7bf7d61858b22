/** A store whose file or log somebody takes away while it is open: nothing is acknowledged any more, and what is whole stays whole. */

import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { dataSource, draft, proposalsFor, scope, wideProposals } from './store-samples.ts';

let folder: string;
/** A closed store with the task `first`, and an older one of the same size without it. */
let made: string;
let older: string;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'roma-fdi-lost-')));
  [made, older] = [join(folder, 'made.db'), join(folder, 'older.db')];
  for (const step of [
    async (store: Store) => {
      for (const id of ['s1', 's2']) await store.createDataSource(dataSource(id));
    },
    (store: Store) => store.initTask(draft('first')),
  ]) {
    if (statSync(made, { throwIfNoEntry: false })) copyFileSync(made, older);
    const store = await openStore({ path: made });
    await step(store);
    await store.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Home {
  readonly folder: string;
  readonly path: string;
  readonly log: string;
}

/** A place of its own with a copy of the store that was made. */
function newHome(): Home {
  const home = mkdtempSync(join(folder, 'home-'));
  const path = join(home, 'store.db');
  copyFileSync(made, path);
  return { folder: home, path, log: `${path}-wal` };
}

/** Opens a store, and writes the task `second`, which then stands in the log alone. */
async function open(path: string): Promise<Store> {
  const store = await openStore({ path });
  await store.initTask(draft('second'));
  return store;
}

const replace = (file: string): void => {
  writeFileSync(`${file}.new`, 'something else');
  renameSync(`${file}.new`, file);
};

type Harm = (home: Home) => void;
const losses: readonly (readonly [string, string, Harm])[] = [
  ['its file is deleted', 'it was deleted or moved', ({ path }) => rmSync(path)],
  ['its file is moved', 'it was deleted or moved', ({ path }) => renameSync(path, `${path}.moved`)],
  ['its file is replaced', 'it was replaced', ({ path }) => replace(path)],
  ['its folder is moved', 'it was deleted or moved', (home) => renameSync(home.folder, `${home.folder}-moved`)],
  [
    'its folder is replaced by one with a copy',
    'it was replaced',
    (home) => {
      renameSync(home.folder, `${home.folder}-moved`);
      mkdirSync(home.folder);
      copyFileSync(made, home.path);
    },
  ],
  ['its file is emptied', 'it was truncated or overwritten', ({ path }) => truncateSync(path)],
  ['its file is cut', 'it was truncated or overwritten', ({ path }) => truncateSync(path, statSync(path).size - 1)],
  [
    'an older copy is written over its file',
    'it was truncated or overwritten',
    ({ path }) => copyFileSync(older, path),
  ],
  ['its log is deleted', 'store.db-wal was deleted or moved', ({ log }) => rmSync(log)],
  ['its log is replaced', 'store.db-wal was replaced', ({ log }) => replace(log)],
  ['its log is emptied', 'store.db-wal was truncated or overwritten', ({ log }) => truncateSync(log)],
  ['its log is cut', 'store.db-wal was truncated or overwritten', ({ log }) => truncateSync(log, 100)],
];

/** Tried outside CI, too: each takes the time until the store looks. */
const commonLosses = new Set(['its file is deleted', 'its file is replaced', 'its log is deleted']);

describe.concurrent('a store that is idle', () => {
  test.for(losses)('says that it is lost when %s', async ([which, what, harm], context) => {
    if (!commonLosses.has(which)) takesLong(context);
    const home = newHome();
    const store = await open(home.path);
    harm(home);
    const error = await store.lost;
    expect(error).toMatchObject({ kind: 'lost', message: expect.stringContaining(what) });
    expect(error.message).toContain(`The store ${home.path} is lost to this server`);
    await expect(store.findTask({ ...scope, id: 'first' })).rejects.toBe(error);
    await store.close();
  });

  test('says that it is lost when the link that leads to it leads elsewhere', async (context) => {
    takesLong(context);
    const { path } = newHome();
    const link = `${path}.link`;
    symlinkSync(path, link);
    const store = await open(link);
    rmSync(link);
    symlinkSync(made, link);
    expect(await store.lost).toMatchObject({ message: expect.stringContaining(`The store ${link} is lost`) });
    await store.close();
  });

  test('goes on when its file is read, copied, touched, linked or given other rights', async () => {
    const { path, log } = newHome();
    const store = await open(path);
    copyFileSync(path, `${path}.copy`);
    for (const file of [path, log]) utimesSync(file, new Date(0), new Date(0));
    chmodSync(path, 0o640);
    symlinkSync(path, `${path}.link`);
    // Longer than it takes to look.
    expect(await Promise.race([store.lost, delay(600, 'goes on')])).toBe('goes on');
    expect(await store.findTask({ ...scope, id: 'second' })).toMatchObject({ id: 'second' });
    await store.close();
  });

  test('goes on when it is asked for what is there already, which begins its log and changes no row', async (context) => {
    takesLong(context);
    const { path } = newHome();
    const pair = { source: 's1', target: 's2' };
    for (const _ of ['makes', 'finds']) {
      const store = await open(path);
      await store.initTask({ ...draft('first'), pair, proposals: [await proposalsFor(pair, wideProposals(20, 2))] });
      // Longer than it takes to look.
      expect(await Promise.race([store.lost, delay(600, 'goes on')])).toBe('goes on');
      await store.close();
    }
  });
});

describe.concurrent('a store under load', () => {
  const some = losses.filter(([name]) => !/moved|replaced$|file is cut/.test(name));
  test.for(some)('acknowledges nothing that it was sent once %s', async ([_, what, harm], context) => {
    if (harm !== some[0]?.[2]) takesLong(context);
    const home = newHome();
    const store = await open(home.path);
    let tasks = 0;
    const write = () => store.initTask(draft(`task-${tasks++}`));
    const waiting = Array.from({ length: 20 }, write);
    const settled = Promise.allSettled(waiting);
    await waiting[0];
    harm(home);
    await expect(write()).rejects.toMatchObject({ kind: 'lost', message: expect.stringContaining(what) });
    await settled;
    await store.close();
  });
});

describe.concurrent('what was acknowledged', () => {
  const tasksIn = (path: string): unknown[] => {
    const database = new DatabaseSync(path, { readOnly: true });
    const rows = database.prepare('select id from tasks order by key').all();
    database.close();
    return rows.map(({ id }) => id);
  };
  async function afterwards(harm: (home: Home) => void): Promise<Home> {
    const home = newHome();
    const store = await open(home.path);
    harm(home);
    await store.lost;
    await store.close();
    return home;
  }

  test('lies whole in a file that was moved', async (context) => {
    takesLong(context);
    const { path } = await afterwards((home) => renameSync(home.path, `${home.path}.moved`));
    expect(tasksIn(`${path}.moved`)).toEqual(['first', 'second']);
  });

  test('lies whole in the file whose log was deleted', async () => {
    const { path } = await afterwards(({ log }) => rmSync(log));
    expect(tasksIn(path)).toEqual(['first', 'second']);
  });

  test('is not mixed into a file that was put in its place', async (context) => {
    takesLong(context);
    const { path } = await afterwards((home) => {
      copyFileSync(older, `${home.path}.older`);
      renameSync(`${home.path}.older`, home.path);
    });
    expect(tasksIn(path)).toEqual([]);
  });

  test('is not mixed into a file that was written over its own; its log is kept', async (context) => {
    takesLong(context);
    const { path, log } = await afterwards((home) => copyFileSync(older, home.path));
    expect(readFileSync(path)).toEqual(readFileSync(older));
    expect(tasksIn(path)).toEqual([]);
    expect(statSync(`${log}.lost`).size).toBeGreaterThan(0);
  });

  test('before its log was cut is there when it is opened again', async (context) => {
    takesLong(context);
    const home = newHome();
    const store = await open(home.path);
    const { size } = statSync(home.log);
    await store.initTask(draft('third'));
    truncateSync(home.log, size + 100);
    await store.lost;
    await store.close();
    expect(tasksIn(home.path)).toEqual(['first', 'second']);
  });
});

test('a log that is long is folded into the file, which is no loss', async (context) => {
  takesLong(context);
  const { path } = newHome();
  const store = await open(path);
  const pair = { source: 's1', target: 's2' };
  const proposals = [await proposalsFor(pair, wideProposals(10_000, 10))];
  await store.initTask({ ...draft('large'), pair, proposals });
  // Answered after the folding.
  await store.findTask({ ...scope, id: 'first' });
  expect(statSync(path).size).toBeGreaterThan(4 * 1024 * 1024);
  // The log begins again, and goes on being watched.
  await store.initTask(draft('after'));
  truncateSync(`${path}-wal`, 100);
  expect(await store.lost).toMatchObject({ message: expect.stringContaining('store.db-wal was truncated') });
  await store.close();
});
