import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { plainTerminal, terminalOf } from './terminal.ts';

const streamOf = (facts: { columns?: number; rows?: number; isTTY?: boolean }) =>
  Object.assign(new PassThrough(), facts);

function withEnvironment(variables: Record<string, string | undefined>): void {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'COLUMNS', 'LINES'])
    vi.stubEnv(name, variables[name]);
}
afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  { columns: 40, width: 80 },
  { columns: 120, width: 120 },
  { columns: 400, width: 200 },
])('a stream of $columns columns is filled to $width', ({ columns, width }) => {
  expect(terminalOf(streamOf({ columns })).width).toBe(width);
});

test('a stream without a size, such as a pipe, is filled to 100 columns and has no end', () => {
  withEnvironment({});
  expect(terminalOf(streamOf({}))).toMatchObject({ width: 100, height: undefined });
});

test('COLUMNS and LINES are the size of a stream that has none of its own', () => {
  withEnvironment({ COLUMNS: '120', LINES: '30' });
  expect(terminalOf(streamOf({}))).toMatchObject({ width: 120, height: 30 });
  expect(terminalOf(streamOf({ columns: 90, rows: 25 }))).toMatchObject({ width: 90, height: 25 });
});

test('a terminal has colours, a pipe has none', () => {
  withEnvironment({});
  expect(terminalOf(streamOf({ isTTY: true })).paint('red', 'x')).toBe('\u{1b}[31mx\u{1b}[39m');
  expect(terminalOf(streamOf({ isTTY: false })).paint('red', 'x')).toBe('x');
});

test('FORCE_COLOR colours a pipe', () => {
  withEnvironment({ FORCE_COLOR: '1' });
  expect(terminalOf(streamOf({ isTTY: false })).paint('red', 'x')).toContain('\u{1b}[31m');
});

test('a plain terminal has no colours', () => {
  expect(plainTerminal(90)).toMatchObject({ width: 90 });
  expect(plainTerminal().paint(['bold', 'red'], 'x')).toBe('x');
});
