import { UsageError } from '@roma-fdi/command-line';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const usual = (port: number) => ({ port, given: false });
const given = (port: number) => ({ port, given: true });

test('takes the samples and the usual ports where nothing is given', () => {
  expect(readSettings([], '/data')).toEqual({
    own: undefined,
    reset: false,
    data: '/data',
    ports: { server: usual(4020), mock: usual(4010), docs: usual(4030) },
  });
});

test('takes two databases of the user, ports, a folder, and a new beginning', () => {
  const args = [
    '--source',
    'a.db',
    '--target',
    'b.db',
    '--reset',
    '--port',
    '0',
    '--mock-port',
    '1',
    '--docs-port',
    '65535',
    '--data',
    'd',
  ];
  expect(readSettings(args, '/data')).toEqual({
    own: { source: 'a.db', target: 'b.db' },
    reset: true,
    data: 'd',
    ports: { server: given(0), mock: given(1), docs: given(65535) },
  });
});

test.each([
  [['--source', 'a.db'], /--target is missing/],
  [['--target', 'a.db'], /--source is missing/],
  [['--port', '65536'], /--port must be a whole number from 0 to 65535/],
  [['--docs-port', 'x'], /--docs-port must be a whole number from 0 to 65535/],
  [['--nonsense'], /--help/],
  [['stray'], /--help/],
])('refuses %j and says what to write instead', (args, message) => {
  expect(() => readSettings(args, '/data')).toThrow(UsageError);
  expect(() => readSettings(args, '/data')).toThrow(message);
});

test('knows when only help is wanted', () => {
  expect(readSettings(['-h'], '/data')).toMatch(/^Usage: npm start -- \[options\]\n/);
});
