import { Command } from 'commander';

/**
 * A command without options yet. `-h` and `--help` explain it.
 *
 * @param name As it is typed, such as `npm run docs --`.
 */
export function createCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .helpOption('-h, --help', 'this text')
    .configureHelp({
      // Values are written in capitals, which need no brackets: --port N.
      optionTerm: ({ flags }) => flags.replaceAll(/[<>]/g, ''),
      argumentTerm: (argument) => argument.name(),
    });
}
