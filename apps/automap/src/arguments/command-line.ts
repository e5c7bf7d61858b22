/** Reads the command line of `npm run automap`. */
import { parseArgs } from 'node:util';

export interface Command {
  /** A catalog file, an SQLite file or a connection string. */
  readonly source: string;
  readonly target: string;
  readonly json: boolean;
  /** What is to be explained; empty: the mapping is printed. */
  readonly explain: readonly string[];
  /** File with the pairs that somebody decided on. */
  readonly decisions: string | undefined;
  readonly exact: boolean;
  /** 0 to 1. */
  readonly strictness: number | undefined;
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
  /** Lists of tables as they were written; empty: all tables. */
  readonly sourceTables: readonly string[];
  readonly targetTables: readonly string[];
}

/** A command line that cannot be used; its message says what to write instead. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

export const help = `npm run automap: maps the tables and columns of two databases by their catalogs

Usage: npm run --silent automap -- SOURCE TARGET [options]

  SOURCE, TARGET        a catalog file (JSON), an SQLite database, or postgres://user:password@host:port/database

What is printed:
  --json                one JSON object on standard output, and nothing else there: \`mappings\`, the elements of the API with
                        a \`confidence\` (0 to 1) and a \`reason\` on each pair, and \`unmapped\`, what is in no pair and why
  --explain NAME        why NAME is mapped as it is, or is not, in words; may come several times. NAME is a table, schema.table
                        or table.column of either side; source: or target: before it confines it to one

What is mapped, and how:
  --exact               pair only names that are equal character for character
  --strictness N        leave out table pairs and column pairs with a confidence below N, 0 to 1 (default 0)
  --prefix TEXT         the target's tables are called TEXT and the name of the source's table
  --suffix TEXT         the same behind the name
  --source-tables LIST  map only these tables of the source: names with commas between them, each a table, schema.table or
                        schema.*; may come several times
  --target-tables LIST  the same for the target
  --decisions FILE      pairs that somebody decided on, as JSON: {"fixed": [PAIR, ...], "refused": [PAIR, ...]}, where PAIR is
                        {"source": TABLE, "target": TABLE, "columns": [{"source": COLUMN, "target": COLUMN}, ...]}; without
                        \`columns\` it is about the tables alone. Fixed pairs stay, refused ones are never proposed

  --help                this text

Progress is shown on standard error where that is a terminal. Ctrl-C ends at once.

Exit codes: 0 mapped, or explained; 1 a file or a database cannot be read, or does not have its form; 2 the command line cannot
be used, or NAME fits nothing, or several things, which are then listed.`;

/** @throws {CommandLineError} */
export function readCommandLine(args: readonly string[]): Command | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [source, target, ...more] = positionals;
  if (source === undefined || target === undefined || more.length > 0)
    throw new CommandLineError('Give two catalogs, the source and the target. Try --help.');
  const { json = false, explain = [], exact = false, decisions, prefix, suffix } = values;
  if (json && explain.length > 0)
    throw new CommandLineError('--json and --explain exclude each other: with --json the reasons stand in the answer.');
  return {
    source,
    target,
    json,
    explain,
    decisions,
    exact,
    strictness: share('strictness', values.strictness),
    prefix,
    suffix,
    sourceTables: values['source-tables'] ?? [],
    targetTables: values['target-tables'] ?? [],
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const texts = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: flag,
        explain: texts,
        decisions: text,
        exact: flag,
        strictness: text,
        prefix: text,
        suffix: text,
        'source-tables': texts,
        'target-tables': texts,
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new CommandLineError(`${(error as Error).message}\nTry --help.`, { cause: error });
  }
}

function share(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value <= 1) return value;
  throw new CommandLineError(`--${flag} must be a number from 0 to 1, such as 0.5, not "${text}".`);
}
