import { PassThrough } from 'node:stream';
import { plainTerminal } from '@roma-fdi/automap-cli/printing/terminal';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createProgress } from './progress.ts';

/** A progress printer on a stream that is a terminal or not, with a clock that stands at `clock.ms`. */
function observed({ isTTY }: { isTTY: boolean }) {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  const clock = { ms: 0 };
  const progress = createProgress({ stream, terminal: plainTerminal(80), now: () => clock.ms });
  return { progress, clock, written: () => String(stream.read() ?? '') };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.stubEnv('TERM', 'xterm');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('where the stream is no terminal', () => {
  test('a stage is two plain lines, one when it starts and one with its outcome and time', async () => {
    const { progress, clock, written } = observed({ isTTY: false });
    const result = await progress(
      'Starting the server',
      (stage) => {
        expect(written()).toBe('… Starting the server\n');
        stage.note('not shown');
        clock.ms = 1260;
        return 4010;
      },
      (port) => `port ${port}`,
    );
    expect(result).toBe(4010);
    expect(written()).toBe('✔ Starting the server: port 4010 1.3 s\n');
  });

  test('a dumb terminal counts as none', async () => {
    vi.stubEnv('TERM', 'dumb');
    const { progress, written } = observed({ isTTY: true });
    await progress('Working', () => {});
    expect(written()).toBe('… Working\n✔ Working 0.0 s\n');
  });
});

describe('on a terminal', () => {
  test('the line turns while the work lasts, and is replaced by the outcome', async () => {
    const { progress, written } = observed({ isTTY: true });
    await progress('Mapping', async (stage) => {
      expect(written()).toBe('\r\u{1b}[2K⠋ Mapping');
      vi.advanceTimersByTime(80);
      expect(written()).toBe('\r\u{1b}[2K⠙ Mapping');
      stage.note('12 of 16 tables');
      expect(written()).toBe('\r\u{1b}[2K⠹ Mapping: 12 of 16 tables');
    });
    expect(written()).toBe('\r\u{1b}[2K✔ Mapping 0.0 s\n');
    vi.advanceTimersByTime(800);
    expect(written(), 'the spinner has stopped').toBe('');
  });

  test('a long note never wraps', async () => {
    const { progress, written } = observed({ isTTY: true });
    await progress('Mapping', (stage) => {
      written();
      stage.note('x'.repeat(500));
      expect(written().replace('\r\u{1b}[2K', '').length).toBeLessThan(80);
    });
  });
});

test.each([true, false])('a failed stage is marked and its error thrown on (terminal: %s)', async (isTTY) => {
  const { progress, written } = observed({ isTTY });
  const failure = new Error('no such database');
  await expect(
    progress(
      'Reading',
      () => Promise.reject(failure),
      () => 'never said',
    ),
  ).rejects.toBe(failure);
  expect(written()).toMatch(/✘ Reading 0\.0 s\n$/);
  vi.advanceTimersByTime(800);
  expect(written()).toBe('');
});
