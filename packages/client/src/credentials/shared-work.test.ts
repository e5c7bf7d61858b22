import { expect, test, vi } from 'vitest';
import { failure } from '../../test/stub-transport.ts';
import { shareWork } from './shared-work.ts';

/** Work that a test ends by hand. */
function started() {
  const runs: { signal: AbortSignal; resolve(value: string): void; reject(error: unknown): void }[] = [];
  const join = shareWork(
    (signal) => new Promise<string>((resolve, reject) => void runs.push({ signal, resolve, reject })),
  );
  return { runs, join };
}

test('all who wait at the same time share one run, and the next begins another', async () => {
  const { runs, join } = started();
  const { signal } = new AbortController();
  const both = [join(signal), join(new AbortController().signal)];
  runs[0]?.resolve('first');
  expect(await Promise.all(both)).toEqual(['first', 'first']);
  const next = join(signal);
  runs[1]?.resolve('second');
  expect(await next).toBe('second');
  expect(runs).toHaveLength(2);
});

test('a failure reaches all who wait, and is not kept', async () => {
  const { runs, join } = started();
  const { signal } = new AbortController();
  const both = [failure(join(signal)), failure(join(signal))];
  runs[0]?.reject(new Error('no'));
  expect((await Promise.all(both)).map(String)).toEqual(['Error: no', 'Error: no']);
  void join(signal).catch(() => {});
  expect(runs).toHaveLength(2);
});

test('one who stops waiting leaves the run to the others; the last one ends it', async () => {
  const { runs, join } = started();
  const [first, second] = [new AbortController(), new AbortController()];
  const outcomes = [failure(join(first.signal)), failure(join(second.signal))];
  first.abort('enough');
  expect(await outcomes[0]).toBe('enough');
  expect(runs[0]?.signal.aborted).toBe(false);
  second.abort('too long');
  expect(await outcomes[1]).toBe('too long');
  expect(runs[0]?.signal.aborted).toBe(true);
  void join(new AbortController().signal).catch(() => {});
  expect(runs).toHaveLength(2);
});

test('who has aborted already begins nothing', async () => {
  const { runs, join } = started();
  expect(await failure(join(AbortSignal.abort('before')))).toBe('before');
  expect(runs).toEqual([]);
});

test('no listener is left on the signal', async () => {
  const { runs, join } = started();
  const { signal } = new AbortController();
  const [added, removed] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
  const joined = join(signal);
  runs[0]?.resolve('done');
  await joined;
  expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
  expect(added).toHaveBeenCalled();
});
