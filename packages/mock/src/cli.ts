/** The command line of the mock. */
import { parseArgs } from 'node:util';
import type { routes } from '@roma-fdi/types';
import manifest from '../package.json' with { type: 'json' };
import { type Mock, type MockOptions, startMock } from './mock.ts';
import { story } from './story.ts';

const HELP = `Usage: roma-fdi-mock [options]

Serves the composite-task API of ROMA Connect FDI with the answers of its contract. It keeps nothing: each call is checked
against the contract and answered from its examples.

Options:
  --port NUMBER    Port to listen on; 0 takes a free one. Default: 4010.
  --host ADDRESS   Address to listen on. Default: 127.0.0.1, which no other machine reaches.
  --token TOKEN    The one X-Auth-Token that is taken; others get 401. Default: any that is not empty.
  --dynamic        Make answers up from the schemas instead of taking the examples.
  --seed TEXT      With --dynamic: the same answer each time.
  --help           Print this and end.
  --version        Print the version and end.

A single call chooses its answer with a header: Prefer: code=404, Prefer: example=pair-only, Prefer: dynamic=true, seed=7.

Exit codes: 0 ended by Ctrl-C or a signal, 1 could not listen, 2 wrong usage.
`;

/** What the command line needs of its process; tests give another. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Settles when the process is asked to end. */
  ended: Promise<unknown>;
}

/** Runs the command line until the process is asked to end; returns the exit code. */
export async function run(args: readonly string[], terminal: Terminal = ofProcess()): Promise<number> {
  let options: MockOptions | string;
  try {
    options = readOptions(args);
  } catch (error) {
    terminal.err(`${(error as Error).message}\nTry: roma-fdi-mock --help\n`);
    return 2;
  }
  if (typeof options === 'string') {
    terminal.out(options);
    return 0;
  }
  try {
    const mock = await startMock(options);
    terminal.out(greeting(mock, options));
    await terminal.ended;
    await mock.close();
    return 0;
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    terminal.err(`${(error as Error).message}${taken ? ' For instance: --port 0' : ''}\n`);
    return 1;
  }
}

/** The options of the mock, or the text to print in its place. Throws an error for people where the usage is wrong. */
function readOptions(args: readonly string[]): MockOptions | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      token: { type: 'string' },
      dynamic: { type: 'boolean', default: false },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  if (values.help) return HELP;
  if (values.version) return `${manifest.version}\n`;
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`);
  if (values.token === '') throw new Error('--token takes a token that is not empty.');
  if (values.seed !== undefined && !values.dynamic)
    throw new Error('--seed needs --dynamic: examples are the same each time.');
  return {
    port,
    host: values.host,
    dynamic: values.dynamic,
    keep: 0,
    ...(values.token !== undefined && { token: values.token }),
    ...(values.seed !== undefined && { seed: values.seed }),
  };
}

/** The call that the greeting shows. */
const INIT: keyof typeof routes = 'installMultiTasks';

function greeting({ url }: Mock, { token = 'any' }: MockOptions): string {
  const body = JSON.stringify(story.request(INIT, 'auto-mapping'));
  return [
    `The mock of ROMA Connect FDI listens on ${url}`,
    '',
    'Initialise a composite task:',
    '',
    `curl -sS ${url}${story.path(INIT)} \\`,
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
  process.stdout.on('error', () => {});
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    ended: new Promise((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    }),
  };
}
