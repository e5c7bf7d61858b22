import { expect, it } from 'vitest';
import { readSettings, UsageError } from './settings.ts';

it('takes the samples and the usual ports where nothing is given', () => {
  expect(readSettings([], '/data')).toEqual({
    own: undefined,
    reset: false,
    data: '/data',
    ports: { server: 4020, mock: 4010, docs: 4030 },
  });
});

it('takes two databases of the user, ports, a folder, and a new beginning', () => {
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
    ports: { server: 0, mock: 1, docs: 65535 },
  });
});

it.each([
  [['--source', 'a.db'], /--target is missing/],
  [['--target', 'a.db'], /--source is missing/],
  [['--port', '65536'], /--port must be a port/],
  [['--docs-port', 'x'], /--docs-port must be a port/],
  [['--nonsense'], /--help/],
  [['stray'], /--help/],
])('refuses %j and says what to write instead', (args, message) => {
  expect(() => readSettings(args, '/data')).toThrow(UsageError);
  expect(() => readSettings(args, '/data')).toThrow(message);
});

it('knows when only help is wanted', () => {
  expect(readSettings(['-h'], '/data')).toBe('help');
});
