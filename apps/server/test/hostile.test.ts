/** A few seconds of `npm run soak -- hostile`, and whether it would notice a server that keeps nothing. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { bars, besiege, type Figures, missed } from './hostile.ts';
import { bytesOfTree } from './memory.ts';

/** A busy machine is slower, and answers that are read slowly need their time at the end. */
const ofTheSuite = { ...bars, callMs: 5000, lateMs: 20_000 };

test('a server under attack from all sides answers others, stays small and ends in time', async (context) => {
  takesLong(context);
  const figures = await besiege({ seconds: 2, pipeliners: 10, slowReaders: 0, silent: 50 });
  expect(missed(figures, ofTheSuite)).toEqual([]);
  expect(figures.calls.length).toBeGreaterThan(3);
  // What is measured is the server, and not nothing.
  expect(missed(figures, { ...ofTheSuite, bytes: 20 * 2 ** 20 })).toEqual([expect.stringContaining('All processes')]);
});

const kept: Figures = {
  calls: [1, 2, 3],
  wrong: [],
  peakBytes: 1,
  mapped: 1,
  longestMs: 1,
  endMs: 1,
  code: 0,
  stderr: '',
};

test.each<[string, Partial<Figures>]>([
  ['99th percentile', { calls: [1, 2, 1000] }],
  ['No cheap call', { calls: [] }],
  ['got no answer', { wrong: ['showTask: 503'] }],
  ['All processes together', { peakBytes: 2 ** 31 }],
  ['A mapping ended', { longestMs: 15_001 }],
  ['after SIGTERM', { endMs: 15_001 }],
  ['ended with null', { code: null }],
  ['stderr', { stderr: 'MaxListenersExceededWarning' }],
])('a bar that is missed is told: %s', (says, figures) => {
  expect(missed(kept)).toEqual([]);
  expect(missed({ ...kept, ...figures }).join('\n')).toContain(says);
});

test('memory is that of a process and of what it started', async () => {
  const child = spawn('sh', ['-c', '"$0" -e "setInterval(() => {}, 1e6); console.log(1)" & wait', process.execPath], {
    detached: true,
  });
  await once(child.stdout, 'data');
  const bytes = bytesOfTree(child.pid!);
  child.stdin.end();
  process.kill(-child.pid!, 'SIGKILL');
  // A shell alone has a small part of it; much of Node is shared with other processes.
  expect(bytes).toBeGreaterThan(4 * 2 ** 20);
  expect(bytes).toBeLessThan(500 * 2 ** 20);
});
