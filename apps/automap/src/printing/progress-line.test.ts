import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { progressLine } from './progress-line.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function written(isTTY: boolean, term: string): string {
  vi.stubEnv('TERM', term);
  const stream = Object.assign(new PassThrough(), { isTTY });
  const line = progressLine('Mapping', stream);
  for (const done of [0.1, 0.104, 0.5]) line.show(done);
  line.clear();
  line.clear();
  return String(stream.read() ?? '');
}

test('writes each percentage once over the one before, and takes the line away', () => {
  const erase = '\r\u{1b}[2K';
  expect(written(true, 'xterm')).toBe(`${erase}Mapping: 10 %${erase}Mapping: 50 %${erase}`);
});

test('writes nothing where there is no terminal, or a dumb one', () => {
  expect(written(false, 'xterm')).toBe('');
  expect(written(true, 'dumb')).toBe('');
});
