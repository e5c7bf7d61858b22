import { type Command, CommanderError } from 'commander';
import { mayHoldSecret } from './may-hold-secret.ts';
import { exitCodeOf, UsageError } from './usage-error.ts';

/**
 * Reads arguments, and variables of the environment, into the options of a command.
 *
 * @returns The text to print in place of doing anything, for `--help` and `--version`; else undefined.
 * @throws {UsageError}
 */
export function readArguments(command: Command, args: readonly string[]): string | undefined {
  let text = '';
  const writeOut = (part: string): void => {
    text += part;
  };
  command.exitOverride().configureOutput({ writeOut, writeErr() {} });
  try {
    refuseFlagsAsValues(command, args);
    command.parse(args, { from: 'user' });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return text;
    if (!(error instanceof CommanderError || error instanceof UsageError)) throw error;
    throw new UsageError(`${wording(error, command)} Try --help.`, { cause: error });
  }
}

/**
 * Reads the arguments of this process and gives the options. The process ends here with 0 for `--help` and `--version`, and
 * with 2 and a sentence for wrong usage.
 */
export function readProcessArguments<Options extends object>(command: Command): Options {
  try {
    const text = readArguments(command, process.argv.slice(2));
    if (text === undefined) return command.opts<Options>();
    process.stdout.write(text);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(exitCodeOf(error));
  }
}

/** Commander would take `--data --reset` for a folder called `--reset`. */
function refuseFlagsAsValues({ options }: Command, args: readonly string[]): void {
  const end = args.indexOf('--');
  for (const [at, flag] of args.slice(0, end === -1 ? undefined : end).entries()) {
    const next = args[at + 1] ?? '';
    if (/^-./.test(next) && options.some(({ long, required }) => long === flag && required))
      throw new UsageError(`${flag} needs a value; write one that begins with a dash as ${flag}=${next}.`);
  }
}

/** `error: unknown option '--prot'\n(Did you mean --port?)`, as sentences. */
function wording(error: CommanderError | UsageError, { args, registeredArguments }: Command): string {
  if (error instanceof CommanderError && error.code === 'commander.excessArguments')
    return unexpected(args[registeredArguments.length] ?? '');
  const plain = withoutValue(error.message.replace(/^error: /, '')).replace(/\n\((.*)\)$/s, '. $1');
  return plain.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/[^.?]$/, '$&.');
}

function unexpected(argument: string): string {
  return mayHoldSecret(argument)
    ? 'Unexpected argument; it is not repeated, since it may hold a password.'
    : `Unexpected argument '${argument}'.`;
}

/** Commander repeats an unknown option with its value, as in `--tokn=SECRET`. */
function withoutValue(message: string): string {
  return message.replace(/^(unknown option '--?[^=']*=).*?('(?:\n|$))/s, '$1…$2');
}
