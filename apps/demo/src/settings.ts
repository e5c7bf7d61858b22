/** Reads the demo's command line. */
import { parseArgs } from 'node:util';

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

/** A command line that cannot be used; its message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const help = `npm start: initialises a composite task between two databases, and shows the mapping that it proposes

Usage: npm start -- [options]

  --source FILE      SQLite database to read from, wherever it lies; it is only read
  --target FILE      SQLite database to map to, wherever it lies; it is only read
                     (default: two sample databases, shop and warehouse, that the demo makes)
  --reset            begin anew: forget earlier runs, make the samples again
  --port N           port of the server (default 4020 or, where it is taken, the next free one; 0: any free one)
  --mock-port N      port of the mock (default 4010, likewise)
  --docs-port N      port of the docs (default 4030, likewise)
  --data FOLDER      where the demo keeps its files (default .demo in this project)
  --help             this text

Exit codes: 0 stopped as asked, 1 failed, 2 the command line cannot be used.`;

/** @throws {UsageError} */
export function readSettings(args: readonly string[], defaultData: string): Settings | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const { source, target } = values;
  if ((source === undefined) !== (target === undefined)) {
    throw new UsageError(
      `--${source === undefined ? 'source' : 'target'} is missing: give both databases, or neither for the samples.`,
    );
  }
  return Object.freeze({
    own: source !== undefined && target !== undefined ? { source, target } : undefined,
    reset: values.reset ?? false,
    data: values.data ?? defaultData,
    ports: {
      server: port('port', values.port, 4020),
      mock: port('mock-port', values['mock-port'], 4010),
      docs: port('docs-port', values['docs-port'], 4030),
    },
  });
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        source: text,
        target: text,
        reset: { type: 'boolean' },
        port: text,
        'mock-port': text,
        'docs-port': text,
        data: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\`npm start -- --help\` lists the options.`);
  }
}

function port(flag: string, text: string | undefined, fallback: number): PortChoice {
  if (text === undefined) return { port: fallback, given: false };
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return { port: Number(text), given: true };
  throw new UsageError(`--${flag} must be a port, 0 to 65535, not "${text}".`);
}
