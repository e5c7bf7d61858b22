import { UsageError } from '@roma-fdi/command-line';
import { describe, expect, test } from 'vitest';
import { type Command, readCommandLine } from './command-line.ts';

const none: Command = { source: 'a', target: 'b' };

describe('the command line', () => {
  test('needs two catalogs alone', () => {
    expect(readCommandLine(['a', 'b'])).toEqual(none);
  });

  test('takes every option, before and behind the catalogs', () => {
    const args =
      '--exact a --strictness .5 --prefix stg_ --suffix= b --decisions d.json --source-tables x,y --source-tables z';
    expect(readCommandLine([...args.split(' '), '--target-tables', 'p.*', '--explain', 'x', '--explain=-y'])).toEqual({
      ...none,
      exact: true,
      strictness: 0.5,
      prefix: 'stg_',
      suffix: '',
      decisions: 'd.json',
      sourceTables: ['x,y', 'z'],
      targetTables: ['p.*'],
      explain: ['x', '-y'],
    });
    expect(readCommandLine(['a', 'b', '--json'])).toEqual({ ...none, json: true });
  });

  test('asks for help in two ways, and help names every option', () => {
    const help = String(readCommandLine(['--help']));
    expect(help).toMatch(/^Usage: npm run --silent automap -- SOURCE TARGET \[options\]\n/);
    expect(help).toContain('Exit codes: 0');
    expect(readCommandLine(['a', '-h'])).toBe(help);
    for (const flag of [
      'json',
      'explain',
      'exact',
      'strictness',
      'prefix',
      'suffix',
      'source-tables',
      'target-tables',
      'decisions',
    ])
      expect(help).toContain(`  --${flag}`);
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(128);
  });

  test.each([
    [[], "Missing required argument 'SOURCE'. Try --help."],
    [['a'], "Missing required argument 'TARGET'. Try --help."],
    [['a', 'b', 'c'], "Unexpected argument 'c'. Try --help."],
    [['a', 'b', '--fast'], '--fast'],
    [['a', 'b', '--explain'], '--explain'],
    [['a', 'b', '--strictness', '2'], '--strictness must be a number from 0 to 1, such as 0.5, not "2".'],
    [['a', 'b', '--strictness='], '--strictness must be a number'],
    [['a', 'b', '--strictness', '1e-1'], '--strictness must be a number'],
    [['a', 'b', '--json', '--explain', 'x'], '--json and --explain exclude each other'],
  ])('%j is refused', (args, message) => {
    expect(() => readCommandLine(args)).toThrow(UsageError);
    expect(() => readCommandLine(args)).toThrow(message);
  });
});
