/** The command line: a mock, or a guard in front of a server. */
import { randomUUID } from 'node:crypto';
import { exitCodeOf } from '@roma-fdi/command-line';
import { whyNotListening } from '@roma-fdi/contract/listen-failure';
import { greetingOfGuard, greetingOfMock } from './cli/greeting.ts';
import { type Files, readFiles } from './cli/read-files.ts';
import { type Options, readOptions } from './cli/read-options.ts';
import { requestLine } from './cli/request-line.ts';
import { startObservedGuard } from './guard/start.ts';
import type { Guard } from './guard.ts';
import { type Observer, startObservedMock } from './mock/start.ts';

/** What the command line needs of its process; tests give another. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Settles when the process is asked to end, with the signal. */
  ended: Promise<unknown>;
}

/** Runs the command line until the process is asked to end; returns the exit code. */
export async function run(args: readonly string[], terminal: Terminal = ofProcess()): Promise<number> {
  let options: Options | string;
  let files: Files = {};
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
    const { guard } = options;
    const started = await (guard === undefined
      ? startMock(options, files, terminal)
      : startGuard(guard, options, files, terminal));
    const why = await terminal.ended;
    // Who closed the terminal has not asked for it.
    if (why === 'SIGHUP') terminal.err('The mock ends, since its terminal was closed (SIGHUP).\n');
    await started.close();
    return 0;
  } catch (error) {
    const { cause, message } = error as Error;
    if (error instanceof TypeError) {
      terminal.err(`${files.document ? `${options.document}: ` : ''}${message}\n`);
      return 2;
    }
    terminal.err(`${(cause && whyNotListening(cause)) ?? message}\n`);
    return 1;
  }
}

interface Started {
  close(): Promise<void>;
}

async function startMock(options: Options, files: Files, terminal: Terminal): Promise<Started> {
  const { port, host, token, dynamic, seed, chaos: rate } = options;
  // Said, so that the same faults can be had again.
  const chaos = rate === undefined ? undefined : { rate, seed: seed ?? randomUUID() };
  const given = {
    port,
    host,
    keep: 0,
    ...(token !== undefined && { token }),
    ...(dynamic && { dynamic }),
    ...(seed !== undefined && { seed }),
    ...(chaos && { chaos }),
    ...files,
  };
  const mock = await startObservedMock(given, observer(options, terminal));
  terminal.out(greetingOfMock(mock.url, options));
  if (chaos) terminal.out(`Faults happen to ${chaos.rate * 100} % of the calls, by the seed ${chaos.seed}.\n`);
  return mock;
}

async function startGuard(
  upstream: string,
  options: Options,
  { document }: Files,
  terminal: Terminal,
): Promise<Started> {
  const { port, host, lenient, record } = options;
  const given = {
    port,
    host,
    strict: !lenient,
    ...(record !== undefined && { record }),
    ...(document && { document }),
  };
  const guard = await startObservedGuard(
    upstream,
    given,
    observer(options, terminal, () => guard),
  );
  terminal.out(greetingOfGuard(guard.url, upstream, options));
  return guard;
}

/** Prints a line for each request; of a guard, also what broke the contract since the last one. */
function observer({ quiet }: Options, { out }: Terminal, guard?: () => Pick<Guard, 'takeViolations'>): Observer {
  if (quiet) return {};
  return {
    finished: (request) => {
      const violations = guard?.().takeViolations() ?? [];
      out(requestLine(request) + violations.map((one) => `  ${one.direction}: ${one.message}\n`).join(''));
    },
  };
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
