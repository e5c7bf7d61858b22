/** The command line of `npm run docs`. */
import { createCommand, Option, readArguments, UsageError, wholeNumber } from '@roma-fdi/command-line';

export interface Options {
  readonly port: number;
  readonly host: string;
}

/** @returns The options, or the text of `--help`. @throws {UsageError} which names the wrong one */
export function readOptions(args: readonly string[]): Options | string {
  const host = new Option('--host <HOST>', 'address to listen on; no other machine reaches the default');
  const command = createCommand('npm run docs --', 'Serves the documentation of the composite-task API.')
    .addOption(wholeNumber('--port <PORT>', 'port to listen on, 0 for any free one', { default: 4030, most: 65_535 }))
    .addOption(
      host.default('127.0.0.1', '127.0.0.1').argParser((address) => {
        if (address !== '') return address;
        throw new UsageError('--host takes an address of this machine, such as 127.0.0.1; it is empty.');
      }),
    )
    .addHelpText('after', '\nExit codes: 0 ended by Ctrl-C or a signal, 1 could not serve, 2 wrong usage.');
  return readArguments(command, args) ?? command.opts<Options>();
}
