/** Reads the command line of `npm run automap`. */
import { createCommand, list, Option, readArguments, UsageError } from '@roma-fdi/command-line';

/** What was given; what is absent was not. */
export interface Command extends Given {
  /** A catalog file, an SQLite file or a connection string. */
  readonly source: string;
  readonly target: string;
}

interface Given {
  readonly json?: true;
  /** What is to be explained, in place of printing the mapping. */
  readonly explain?: readonly string[];
  /** File with the pairs that somebody decided on. */
  readonly decisions?: string;
  readonly exact?: true;
  /** 0 to 1. */
  readonly strictness?: number;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Lists of tables as they were written. */
  readonly sourceTables?: readonly string[];
  readonly targetTables?: readonly string[];
}

/** @returns The command, or the text of `--help`. @throws {UsageError} */
export function readCommandLine(args: readonly string[]): Command | string {
  const reader = createReader();
  const text = readArguments(reader, args);
  if (text !== undefined) return text;
  const given = reader.opts<Given>();
  if (given.json && given.explain)
    throw new UsageError('--json and --explain exclude each other: with --json the reasons stand in the answer.');
  const [source = '', target = ''] = reader.args;
  return { source, target, ...given };
}

function createReader() {
  const catalog =
    'a catalog file (JSON), an SQLite database, or postgres://user:password@host:port/database (mysql:// and mariadb:// likewise); ?sslmode=verify-full behind it encrypts the connection';
  return createCommand('npm run --silent automap --', 'Maps the tables and columns of two databases by their catalogs.')
    .usage('SOURCE TARGET [options]')
    .argument('<SOURCE>', catalog)
    .argument('<TARGET>', 'the same')
    .optionsGroup('What is printed:')
    .option(
      '--json',
      'one JSON object on standard output, and nothing else there: `mappings`, the elements of the API with a `confidence` (0 to 1) and a `reason` on each pair, and `unmapped`, what is in no pair and why',
    )
    .addOption(
      list(
        '--explain <NAME>',
        'why NAME is mapped as it is, or is not, in words; may come several times. NAME is a table, schema.table or table.column of either side; source: or target: before it confines it to one',
      ),
    )
    .optionsGroup('What is mapped, and how:')
    .option('--exact', 'pair only names that are equal character for character')
    .addOption(
      new Option(
        '--strictness <N>',
        'leave out table pairs and column pairs with a confidence below N, 0 to 1 (default 0)',
      ).argParser(share),
    )
    .option('--prefix <TEXT>', "the target's tables are called TEXT and the name of the source's table")
    .option('--suffix <TEXT>', 'the same behind the name')
    .addOption(
      list(
        '--source-tables <LIST>',
        'map only these tables of the source: names with commas between them, each a table, schema.table or schema.*; may come several times',
      ),
    )
    .addOption(list('--target-tables <LIST>', 'the same for the target'))
    .option(
      '--decisions <FILE>',
      'pairs that somebody decided on, as JSON: {"accepted": [PAIR, ...], "fixed": [PAIR, ...], "refused": [PAIR, ...]}, where PAIR is {"source": TABLE, "target": TABLE, "columns": [{"source": COLUMN, "target": COLUMN}, ...]}; without `columns` it is about the tables alone. Accepted and fixed pairs stay, refused ones are never proposed',
    )
    .addHelpText(
      'after',
      `
Progress is shown on standard error where that is a terminal. Ctrl-C ends at once.

Exit codes: 0 mapped, or explained; 1 a file or a database cannot be read, or does
not have its form; 2 the command line cannot be used, or NAME fits nothing, or
several things, which are then listed.`,
    );
}

function share(text: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value <= 1) return value;
  throw new UsageError(`--strictness must be a number from 0 to 1, such as 0.5, not "${text}".`);
}
