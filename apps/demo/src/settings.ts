/** Reads the demo's command line. */
import { createCommand, readArguments, UsageError, wholeNumber } from '@roma-fdi/command-line';

export interface Settings {
  /** Two databases of the user's own; undefined: the samples. */
  readonly own: { readonly source: string; readonly target: string } | undefined;
  /** Forget what earlier runs stored, and make the samples anew. */
  readonly reset: boolean;
  /** Folder of the demo's own files. */
  readonly data: string;
  readonly ports: Readonly<Record<Service, PortChoice>>;
}

export type Service = 'server' | 'mock' | 'docs';

/** Where a service is to listen. */
export interface PortChoice {
  readonly port: number;
  /** Whether the user named it; else the next free one is as good. */
  readonly given: boolean;
}

interface Given {
  readonly source?: string;
  readonly target?: string;
  readonly reset?: boolean;
  readonly data?: string;
  readonly port: number;
  readonly mockPort: number;
  readonly docsPort: number;
}

/** @returns The settings, or the text of `--help`. @throws {UsageError} */
export function readSettings(args: readonly string[], defaultData: string): Settings | string {
  const port = (flag: string, of: string, usual: number, besides: string) =>
    wholeNumber(`--${flag} <N>`, `port of ${of}${besides}`, { default: usual, most: 65_535 });
  const command = createCommand(
    'npm start --',
    'Initialises a composite task between two databases, and shows the mapping that it proposes.',
  )
    .option('--source <FILE>', 'SQLite database to read from, wherever it lies; it is only read')
    .option(
      '--target <FILE>',
      'SQLite database to map to, wherever it lies; it is only read (default: two sample databases, shop and warehouse, that the demo makes)',
    )
    .option('--reset', 'forget what earlier runs stored, and make the samples again')
    .addOption(port('port', 'the server', 4020, '; where the default is taken, the next free one; 0: any free one'))
    .addOption(port('mock-port', 'the mock', 4010, ', likewise'))
    .addOption(port('docs-port', 'the docs', 4030, ', likewise'))
    .option('--data <FOLDER>', 'where the demo keeps its files (default: .demo in this project)')
    .addHelpText('after', '\nExit codes: 0 stopped as asked, 1 failed, 2 the command line cannot be used.');
  const text = readArguments(command, args);
  if (text !== undefined) return text;
  const { source, target, reset = false, data = defaultData, ...ports } = command.opts<Given>();
  if ((source === undefined) !== (target === undefined))
    throw new UsageError(
      `--${source === undefined ? 'source' : 'target'} is missing: give both databases, or neither for the samples.`,
    );
  const choice = (name: 'port' | 'mockPort' | 'docsPort'): PortChoice => ({
    port: ports[name],
    given: command.getOptionValueSource(name) === 'cli',
  });
  return Object.freeze({
    own: source !== undefined && target !== undefined ? { source, target } : undefined,
    reset,
    data,
    ports: { server: choice('port'), mock: choice('mockPort'), docs: choice('docsPort') },
  });
}
