import { Command } from 'commander';

/**
 * A command without options yet. `-h` and `--help` explain it.
 *
 * @param name As it is typed, such as `npm run docs --`.
 * @param description Is broken into lines anew, but at blank lines and before indented ones.
 */
export function createCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description.replaceAll(/(?<=\S)\n(?=\S)/g, ' '))
    .helpOption('-h, --help', 'this text')
    .configureHelp({
      // Values are written in capitals, which need no brackets: --port N.
      optionTerm: ({ flags }) => flags.replaceAll(/[<>]/g, ''),
      argumentTerm: (argument) => argument.name(),
    });
}
