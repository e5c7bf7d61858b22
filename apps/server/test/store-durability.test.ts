import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { openStore } from '../src/store/open-store.ts';
import { type Expected, killRound, note, startWriter, verify } from './store-kill.ts';
import { dataSource, draft, proposal, proposalsFor, scope } from './store-samples.ts';
import { refuseSecondOpeners } from './store-second-opener.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roma-fdi-store-'));
  await mkdir(join(folder, 'data'));
  path = join(folder, 'data', 'store.db');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the store in a file', () => {
  it('has what it had when it is opened again, and leaves one private file behind', async () => {
    const pair = { source: 's1', target: 's2' };
    const query = { ...scope, taskId: 'task', limit: 10, offset: 0, schemaLimit: 10 };
    const before = await openStore({ path });
    for (const id of ['s1', 's2']) await before.createDataSource(dataSource(id));
    const proposals = [await proposalsFor(pair, [proposal('items')])];
    await before.initTask({ ...draft('task'), serverId: '1', pair, proposals });
    const page = await before.listMappings(query);
    await before.close();
    expect(await readdir(join(folder, 'data'))).toEqual(['store.db']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);

    const after = await openStore({ path });
    expect(await after.listMappings(query)).toEqual(page);
    await after.close();
  });

  it('answers the calls in flight before it closes', async () => {
    const store = await openStore({ path });
    const ids = Array.from({ length: 20 }, (_, index) => `task-${index}`);
    const calls = ids.map((taskId) => store.initTask(draft(taskId)));
    await store.close();
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(ids.map(() => 'done'));
    const again = await openStore({ path });
    for (const id of ids) expect(await again.findTask({ ...scope, id })).toMatchObject({ id });
    await again.close();
  });

  it('loses nothing acknowledged and keeps no half task when its process is killed under load', async (context) => {
    takesLong(context);
    const expected: Expected = new Map();
    let acknowledged = 0;
    for (let round = 0; round < 2; round++) acknowledged += (await killRound(path, expected)).acknowledged;
    expect(acknowledged).toBeGreaterThanOrEqual(2);
  });

  it('is refused to a second server while the first one writes, and the first is not disturbed', async (context) => {
    takesLong(context);
    expect(await refuseSecondOpeners(path, 2)).toEqual({ attempts: 2, refused: 2 });
  });

  it('is refused to a second opener in the same process, and free again once it is closed', async () => {
    const store = await openStore({ path });
    await expect(openStore({ path })).rejects.toMatchObject({
      kind: 'in-use',
      message: `The store ${path} is in use by another server. Stop that server, or give this one a file of its own.`,
    });
    expect(await store.findTask({ project: 'p', instance: 'i', id: 'none' })).toBeUndefined();
    await store.close();
    await (await openStore({ path })).close();
  });

  it('is refused to another process even after its own process has read the file', async (context) => {
    takesLong(context);
    const store = await openStore({ path });
    // Closing the file releases SQLite's locks on it, by the rules of POSIX.
    await readFile(path);
    expect(await text(startWriter(path).stdout)).toBe('refused in-use\n');
    expect(await store.findTask({ project: 'p', instance: 'i', id: 'none' })).toBeUndefined();
    await store.close();
  });

  it('opens in silence, also in a process with options that a thread would refuse', async () => {
    const code = `import { openStore } from ${JSON.stringify(new URL('../src/store/open-store.ts', import.meta.url).href)};
      const store = await openStore({ path: ':memory:' });
      await store.close();`;
    const options = ['--max-old-space-size=200', '--input-type=module', '--eval', code];
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'ignore', 'pipe'] });
    expect(await text(child.stderr)).toBe('');
  });

  it('goes to exactly one of several that start at the same moment', async (context) => {
    takesLong(context);
    const outcomes = await Promise.allSettled([openStore({ path }), openStore({ path }), openStore({ path })]);
    const opened = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    for (const { value } of opened) await value.close();
    expect(opened).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'in-use' });
    }
  });

  it('stops accepting when there is no room to write, keeps nothing by halves, and goes on answering', async (context) => {
    takesLong(context);
    const writer = fileURLToPath(new URL('./store-writer.ts', import.meta.url));
    const limited = [
      '-c',
      'ulimit -f 4000; exec "$@"',
      'sh',
      process.execPath,
      '--conditions=@roma-fdi/source',
      writer,
      path,
    ];
    const child = spawn('sh', limited, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    const expected: Expected = new Map();
    const said = [];
    for await (const line of createInterface(child.stdout)) if (!note(line, expected)) said.push(line);
    expect(said).toEqual(['failed unavailable', 'alive']);
    expect(await ended).toEqual([0, null]);
    expect(expected.size).toBeGreaterThan(0);
    await verify(path, expected);
  });
});

describe('the proof of durability', () => {
  it('fails where a change is lost, and where a task is there by halves', async (context) => {
    takesLong(context);
    const store = await openStore({ path });
    await store.initTask(draft('empty'));
    await store.close();
    await expect(verify(path, new Map([['lost', new Set([3])]]))).rejects.toThrow(
      'lost has 0 mappings, and should have 3',
    );
    await expect(verify(path, new Map([['empty', new Set([0])]]))).rejects.toThrow('empty is there without its pair');
  });
});
