/** The options of the command line. */
import { createCommand, fromCaller, Option, readArguments, UsageError, wholeNumber } from '@roma-fdi/command-line';
import manifest from '../../package.json' with { type: 'json' };

/** As they are written. */
export interface Options {
  readonly port: number;
  readonly host: string;
  readonly token?: string;
  /** The file of access keys. */
  readonly keysFile?: string;
  readonly dynamic?: boolean;
  readonly seed?: string;
  /** The part of the calls that a fault happens to. */
  readonly chaos?: number;
  /** The file of a document. */
  readonly document?: string;
  /** The upstream that is guarded, in place of a mock. */
  readonly guard?: string;
  readonly lenient?: boolean;
  /** The file of a recording, its whole path. */
  readonly record?: string;
  readonly quiet?: boolean;
}

/**
 * The options, or the text to print in their place.
 * @throws {UsageError} for people, where the usage is wrong
 */
export function readOptions(args: readonly string[]): Options | string {
  const command = createCommand(
    'roma-fdi-mock',
    'Serves the composite-task API of ROMA Connect FDI with the answers of its contract. It keeps nothing: each call is checked against the contract and answered from its examples.',
  )
    .addOption(wholeNumber('--port <N>', 'port to listen on; 0 takes a free one', { default: 4010, most: 65_535 }))
    .addOption(
      new Option('--host <ADDRESS>', 'address to listen on; no other machine reaches the default').default(
        '127.0.0.1',
        '127.0.0.1',
      ),
    )
    .addOption(
      new Option(
        '--token <TOKEN>',
        'the one X-Auth-Token that is taken; others get 401 (default: any that is not empty)',
      ).argParser((token) => {
        if (token === '') throw new UsageError('--token takes a token that is not empty.');
        return token;
      }),
    )
    .option(
      '--keys-file <FILE>',
      'access keys with which calls may be signed, each with its secret key, a pair a line (default: any signature is taken)',
    )
    .option('--dynamic', 'make answers up from the schemas instead of taking the examples')
    .option('--seed <TEXT>', 'with --dynamic or --chaos: the same answers and faults each time')
    .addOption(
      new Option('--chaos <RATE>', 'faults for a part of the calls, from 0 to 1').argParser((text) => {
        const rate = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
        if (rate >= 0 && rate <= 1) return rate;
        throw new UsageError('--chaos must be a number from 0 to 1.');
      }),
    )
    .option('--document <FILE>', 'another bundled OpenAPI 3.1 document to serve, JSON or YAML, instead of the contract')
    .option('--guard <URL>', 'stand in front of a server and let only the contract through, instead of answering')
    .option('--lenient', 'with --guard: take the answers of a server in the cloud, as a client reads them')
    .addOption(
      new Option('--record <FILE>', 'with --guard: keep what passed in a new file, values redacted').argParser(
        fromCaller,
      ),
    )
    .option('--quiet', 'print no line for each request')
    .version(manifest.version, '--version', 'the version')
    .addHelpText(
      'after',
      `
A single call chooses its answer, or a fault, with a header:
Prefer: code=404, Prefer: example=pair-only, Prefer: dynamic=true, seed=7, Prefer: delay=500.

Exit codes: 0 ended by Ctrl-C or a signal, 1 could not listen, 2 wrong usage, or a document or a file that cannot be used.`,
    );
  const text = readArguments(command, args);
  if (text !== undefined) return text;
  const options = command.opts<Options>();
  checkTogether(options);
  return options;
}

const ofMock = ['token', 'keysFile', 'dynamic', 'seed', 'chaos'] as const;
const ofGuard = ['lenient', 'record'] as const;

/** Refuses what would be ignored. */
function checkTogether(options: Options): void {
  const others = options.guard === undefined ? ofGuard : ofMock;
  const without = others.find((name) => options[name] !== undefined);
  if (without !== undefined) {
    const why = options.guard === undefined ? 'needs --guard' : 'is for the mock, and --guard starts none';
    throw new UsageError(`--${without.replace('keysFile', 'keys-file')} ${why}. Try --help.`);
  }
  if (options.seed !== undefined && !options.dynamic && options.chaos === undefined)
    throw new UsageError('--seed needs --dynamic or --chaos: examples are the same each time. Try --help.');
}
