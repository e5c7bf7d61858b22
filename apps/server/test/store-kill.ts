/** Kills a writer at a random moment and looks at what is left: nothing acknowledged may be lost, no task may be half there. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { scope } from './store-samples.ts';

/** How many mappings each task may have now: what was acknowledged last, and what was begun after it. */
export type Expected = Map<string, Set<number>>;

/** A change that the writer has begun, or whose answer it has had. */
export interface Change {
  readonly word: 'begin' | 'done';
  readonly task: string;
  readonly count: number;
}

export interface Round {
  /** Changes whose answer the writer had. */
  readonly acknowledged: number;
  /** Changes that were under way when it was killed. */
  readonly unfinished: number;
  /** Of these, how many the store has kept. */
  readonly kept: number;
}

const longestLifeMs = 400;

export function startWriter(path: string): ChildProcessByStdio<null, Readable, null> {
  const writer = fileURLToPath(new URL('./store-writer.ts', import.meta.url));
  const args = ['--conditions=@roma-fdi/source', writer, path];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/**
 * One round on the store at `path`; `expected` is carried from round to round, so that old tasks are looked at again.
 * @throws {Error} naming the task and what was wrong with it
 */
export async function killRound(path: string, expected: Expected): Promise<Round> {
  const begun = new Map<string, number>();
  let acknowledged = 0;
  const writer = startWriter(path);
  const ended = once(writer, 'close');
  for await (const line of createInterface(writer.stdout)) {
    const change = note(line, expected);
    if (!change) throw new Error(`The writer said: ${line}`);
    if (change.word === 'begin') begun.set(change.task, change.count);
    else {
      begun.delete(change.task);
      if (acknowledged++ === 0) void delay(Math.random() * longestLifeMs).then(() => writer.kill('SIGKILL'));
    }
  }
  await ended;
  if (acknowledged === 0) throw new Error('The writer ended before it had written.');

  await verify(path, expected);
  const kept = [...begun].filter(([id, count]) => expected.get(id)?.has(count)).length;
  return { acknowledged, unfinished: begun.size, kept };
}

/** Notes in `expected` what a line of the writer's means; undefined where it tells of no change. */
export function note(line: string, expected: Expected): Change | undefined {
  const [word, task = '', count] = line.split(' ');
  if (word !== 'begin' && word !== 'done') return undefined;
  const change: Change = { word, task, count: Number(count) };
  const before = word === 'begin' ? (expected.get(task) ?? [0]) : [];
  expected.set(task, new Set([...before, change.count]));
  return change;
}

/**
 * Opens what the writer left; afterwards `expected` is what is there.
 * @throws {Error} naming the task and what was wrong with it
 */
export async function verify(path: string, expected: Expected): Promise<void> {
  const store = await openStore({ path });
  try {
    for (const [id, counts] of expected) {
      const count = await countMappings(store, id);
      if (!counts.has(count)) {
        throw new Error(`Task ${id} has ${count} mappings, and should have ${[...counts].join(' or ')}.`);
      }
      expected.set(id, new Set([count]));
    }
  } finally {
    await store.close();
  }
  const database = new DatabaseSync(path, { readOnly: true });
  const faults = database.prepare('select integrity_check as fault from pragma_integrity_check').all();
  const dangling = database.prepare('select * from pragma_foreign_key_check').all();
  database.close();
  if (faults[0]?.['fault'] !== 'ok') throw new Error(`The database is damaged: ${JSON.stringify(faults)}`);
  if (dangling.length > 0) throw new Error(`Rows point to nothing: ${JSON.stringify(dangling)}`);
}

/** Counts the rows themselves, and compares with the number that the store tells; 0 where there is no task. */
async function countMappings(store: Store, taskId: string): Promise<number> {
  const page = await store.listMappings({ ...scope, taskId, limit: 1000, offset: 0, schemaLimit: 1000 });
  if (page.status === 'no-task') return 0;
  if (page.status !== 'page' || !page.pair) throw new Error(`Task ${taskId} is there without its pair.`);
  const ids = page.later.map(({ id }) => id);
  const found = page.mappings.length + (ids.length === 0 ? 0 : (await store.readMappings({ ids })).length);
  if (found !== page.total) throw new Error(`Task ${taskId} tells ${page.total} mappings and has ${found}.`);
  if (page.schemaMappings.length !== 1) throw new Error(`Task ${taskId} lost its schema mapping.`);
  return page.total;
}
