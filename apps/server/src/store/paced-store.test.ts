import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pacedStore } from './paced-store.ts';
import type { Store } from './store.ts';

/** A store whose calls answer when they are told to, in the order of their beginning. */
function createSlowStore() {
  const begun: { readonly name: string; answer(): void }[] = [];
  const call = (name: string) => (input: object) => {
    const { promise, resolve } = Promise.withResolvers();
    begun.push({ name, answer: () => resolve(input) });
    return promise;
  };
  const names = ['findTask', 'deleteTask', 'initTask', 'listMappings', 'readMappings', 'createDataSource'];
  const calls: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, call(name)]));
  // The calls that these tests make, and no others.
  return { begun, store: pacedStore(calls as unknown as Store) };
}

const task = { project: 'p', instance: 'i', id: 't' };
const page = { project: 'p', instance: 'i', taskId: 't', limit: 1000, offset: 0, schemaLimit: 10 };
const never = new AbortController().signal;
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error & { kind?: string }) => error.kind ?? error.message,
  );

test('a call whose caller has gone is not begun, and leaves its place to others', async () => {
  const { store, begun } = createSlowStore();
  const gone = new AbortController();
  for (let call = 0; call < 16; call++) void store.findTask(task, never);
  const waiting = outcome(store.deleteTask(task, gone.signal));
  const behind = outcome(store.findTask(task, never));
  gone.abort(new Error('gone'));
  expect(await waiting).toBe('gone');
  expect(await outcome(store.deleteTask(task, gone.signal))).toBe('gone');
  begun[0]?.answer();
  await setImmediate();
  expect(begun.map(({ name }) => name)).toEqual(Array.from({ length: 17 }, () => 'findTask'));
  begun[16]?.answer();
  expect(await behind).toBe('done');
});

test.each([
  ['findTask', task, 'late'],
  ['listMappings', page, 'late'],
  ['deleteTask', task, 'unanswered'],
  ['initTask', { ...page, serverId: null }, 'unanswered'],
] as const)(
  '%s that was begun ends for its caller in time, and nobody says that nothing was changed',
  async (name, input, how) => {
    const { store } = createSlowStore();
    const deadline = new AbortController();
    const call = store[name] as (input: object, signal: AbortSignal) => Promise<unknown>;
    const ended = outcome(call(input, deadline.signal));
    await setImmediate();
    deadline.abort(new Error('late'));
    expect(await ended).toBe(how);
  },
);

test('few calls are under way at once, and too many are refused', async () => {
  const { store, begun } = createSlowStore();
  const outcomes = Array.from({ length: 1100 }, () => outcome(store.findTask(task, never)));
  await setImmediate();
  expect(begun).toHaveLength(16);
  expect(await outcomes.at(-1)).toBe('busy');
  // None of those that wait is lost.
  for (let at = 0; at < 1016; at++) {
    begun[at]?.answer();
    await setImmediate();
  }
  const all = await Promise.all(outcomes);
  expect(all.filter((how) => how === 'done')).toHaveLength(1016);
  expect(all.filter((how) => how === 'busy')).toHaveLength(84);
});

test('pages leave room for other calls, and each of their parts waits again', async () => {
  const { store, begun } = createSlowStore();
  for (let call = 0; call < 10; call++) {
    void store.listMappings(page, never);
    void store.readMappings({ ids: ['a'] }, never);
  }
  void store.findTask(task, never);
  void store.listMappings({ ...page, limit: 10 }, never);
  await setImmediate();
  expect(begun.map(({ name }) => name)).toEqual(['listMappings', 'readMappings', 'findTask', 'listMappings']);
});
