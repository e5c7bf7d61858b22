/** The command line of the mock. */
import {
  createCommand,
  exitCodeOf,
  fromCaller,
  Option,
  readArguments,
  UsageError,
  wholeNumber,
} from '@roma-fdi/command-line';
import { GrantsFileError, keysOfFile, readGrantsFile } from '@roma-fdi/contract/grants';
import { whyNotListening } from '@roma-fdi/contract/listen-failure';
import type { routes } from '@roma-fdi/types';
import manifest from '../package.json' with { type: 'json' };
import { readDocument } from './document/read-document.ts';
import { type Mock, type MockOptions, startMock } from './mock.ts';
import { story } from './story.ts';

/** What the command line needs of its process; tests give another. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Settles when the process is asked to end, with the signal. */
  ended: Promise<unknown>;
}

/** As they are written: a document and keys by their files. */
type Options = Omit<MockOptions, 'document' | 'keys'> & { readonly document?: string; readonly keysFile?: string };

/** Runs the command line until the process is asked to end; returns the exit code. */
export async function run(args: readonly string[], terminal: Terminal = ofProcess()): Promise<number> {
  let options: Options | string;
  let files: Pick<MockOptions, 'document' | 'keys'> = {};
  try {
    options = readOptions(args);
    if (typeof options === 'object') files = readFiles(options);
  } catch (error) {
    terminal.err(`${(error as Error).message}\n`);
    return exitCodeOf(error);
  }
  if (typeof options === 'string') {
    terminal.out(options);
    return 0;
  }
  try {
    const { document: _document, keysFile: _keys, ...others } = options;
    const mock = await startMock({ ...others, ...files });
    terminal.out(greeting(mock, options));
    const why = await terminal.ended;
    // Who closed the terminal has not asked for it.
    if (why === 'SIGHUP') terminal.err('The mock ends, since its terminal was closed (SIGHUP).\n');
    await mock.close();
    return 0;
  } catch (error) {
    const { cause, message } = error as Error;
    if (error instanceof TypeError && files.document) {
      terminal.err(`${options.document}: ${message}\n`);
      return 2;
    }
    terminal.err(`${(cause && whyNotListening(cause)) ?? message}\n`);
    return 1;
  }
}

/** The options of the mock, or the text to print in its place. Throws an error for people where the usage is wrong. */
function readOptions(args: readonly string[]): Options | string {
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
    .option('--seed <TEXT>', 'with --dynamic: the same answer each time')
    .option('--document <FILE>', 'another bundled OpenAPI 3.1 document to serve, JSON or YAML, instead of the contract')
    .version(manifest.version, '--version', 'the version')
    .addHelpText(
      'after',
      `
A single call chooses its answer with a header:
Prefer: code=404, Prefer: example=pair-only, Prefer: dynamic=true, seed=7.

Exit codes: 0 ended by Ctrl-C or a signal, 1 could not listen, 2 wrong usage or a document that cannot be served.`,
    );
  const text = readArguments(command, args);
  if (text !== undefined) return text;
  const options = command.opts<Options>();
  if (options.seed !== undefined && !options.dynamic)
    throw new UsageError('--seed needs --dynamic: examples are the same each time. Try --help.');
  return { ...options, keep: 0 };
}

function readFiles({ document, keysFile }: Options): Pick<MockOptions, 'document' | 'keys'> {
  return {
    ...(document !== undefined && { document: readDocument(fromCaller(document)) }),
    ...(keysFile !== undefined && { keys: readKeys(fromCaller(keysFile)) }),
  };
}

function readKeys(file: string): NonNullable<MockOptions['keys']> {
  try {
    return readGrantsFile({ file, kind: 'keys', item: 'pair of keys', read: keysOfFile });
  } catch (error) {
    throw error instanceof GrantsFileError ? new UsageError(error.message) : error;
  }
}

/** The call that the greeting shows. */
const init: keyof typeof routes = 'installMultiTasks';

function greeting({ url }: Mock, { document, token = 'any' }: Options): string {
  if (document !== undefined) return `The mock of ${document} listens on ${url}\n\nCtrl-C ends it.\n`;
  const body = JSON.stringify(story.request(init, 'auto-mapping'));
  return [
    `The mock of ROMA Connect FDI listens on ${url}`,
    '',
    'Initialise a composite task:',
    '',
    `curl -sS ${url}${story.path(init)} \\`,
    `  -H ${quote(`X-Auth-Token: ${token}`)} -H 'Content-Type: application/json' \\`,
    `  -d ${quote(body)}`,
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n');
}

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function ofProcess(): Terminal {
  // Where nobody reads what is printed, the mock is still of use.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    ended: new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
    }),
  };
}
