import { afterEach, describe, expect, test, vi } from 'vitest';
import { createCommand, list, Option, readArguments, UsageError, wholeNumber } from './index.ts';

function sample() {
  return createCommand('sample --', 'A sample.')
    .addOption(wholeNumber('--port <N>', 'port', { default: 4020, most: 65_535 }).env('SAMPLE_PORT'))
    .addOption(wholeNumber('--rounds <N>', 'rounds', { default: 5, least: 1, most: 99 }))
    .addOption(list('--folder <FOLDER>', 'folders'))
    .addOption(new Option('--json', 'as JSON'))
    .argument('<SOURCE>', 'what to read')
    .version('1.2.3', '--version', 'the version');
}

function read(...args: string[]) {
  const command = sample();
  return { text: readArguments(command, args), values: command.opts(), args: command.args };
}

afterEach(() => void vi.unstubAllEnvs());

describe('arguments', () => {
  test('become values, with defaults for what is not given', () => {
    expect(read('a').values).toEqual({ port: 4020, rounds: 5 });
    expect(read('--port=0', '--folder', 'x', 'a', '--folder', 'y', '--json')).toEqual({
      text: undefined,
      values: { port: 0, rounds: 5, folder: ['x', 'y'], json: true },
      args: ['a'],
    });
    expect(read('--', '--json').args).toEqual(['--json']);
  });

  test('go before the environment', () => {
    vi.stubEnv('SAMPLE_PORT', '1');
    expect(read('a').values).toMatchObject({ port: 1 });
    expect(read('a', '--port', '2').values).toMatchObject({ port: 2 });
  });

  test('that ask for help or the version give a text', () => {
    for (const args of [['-h'], ['--help'], ['a', 'b', '-h']]) {
      expect(read(...args).text).toContain('  --port N ');
      expect(read(...args).text).toMatch(/\(default: 4020, env:\s+SAMPLE_PORT\)/);
      expect(read(...args).text).toContain('  -h, --help ');
    }
    expect(read('--version').text).toBe('1.2.3\n');
  });

  test.each([
    [['a', '--prot', '1'], "Unknown option '--prot'. Did you mean --port? Try --help."],
    [['a', '--xyz'], "Unknown option '--xyz'. Try --help."],
    [['a', '--json=1'], "Unknown option '--json=…'. Did you mean --json? Try --help."],
    [['a', '--pasword=se=cr\nt'], "Unknown option '--pasword=…'. Try --help."],
    [
      ['a', 'postgres://u:secret@h/d'],
      'Unexpected argument; it is not repeated, since it may hold a password. Try --help.',
    ],
    [['a', '--port'], "Option '--port <N>' argument missing. Try --help."],
    [[], "Missing required argument 'SOURCE'. Try --help."],
    [['a', 'b'], "Unexpected argument 'b'. Try --help."],
    [['a', '--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536". Try --help.'],
    [['a', '--port='], '--port must be a whole number from 0 to 65535, not "". Try --help.'],
    [['a', '--rounds', '0'], '--rounds must be a whole number from 1 to 99, not "0". Try --help.'],
    [
      ['a', '--folder', '--json'],
      '--folder needs a value; write one that begins with a dash as --folder=--json. Try --help.',
    ],
  ])('%j are refused in a sentence', (args, message) => {
    expect(() => read(...args)).toThrow(new UsageError(message));
  });
});
