/** Reads a bench's command line and writes its figures. */

import { writeFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a bench says about itself. */
export interface Bench {
  /** The whole text of `--help`. */
  readonly help: string;
  /** The names of the required arguments, for the message when one is missing. */
  readonly required: readonly string[];
  /** How many arguments may follow the required ones. */
  readonly optional?: number;
  /** Options without a value, beside `--help`. */
  readonly flags?: readonly string[];
  /** Options with a value that can be given again and again, beside `--json`. */
  readonly lists?: readonly string[];
}

export interface CommandLine {
  readonly args: readonly string[];
  /** Where `--json` wants the figures. */
  readonly json: string | undefined;
  /** The flags that were given. */
  readonly flags: ReadonlySet<string>;
  /** The values of an option, in their order. */
  list(name: string): readonly string[];
}

/** Prints and ends the process for `--help` and for a wrong call. */
export function readCommandLine(bench: Bench): CommandLine {
  try {
    const options: NonNullable<ParseArgsConfig['options']> = {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'string' },
    };
    for (const name of bench.flags ?? []) options[name] = { type: 'boolean' };
    for (const name of bench.lists ?? []) options[name] = { type: 'string', multiple: true };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values['help']) {
      console.log(bench.help);
      process.exit(0);
    }
    const missing = bench.required.slice(positionals.length);
    if (missing.length > 0) throw new Error(`Missing argument ${missing.join(' ')}.`);
    const most = bench.required.length + (bench.optional ?? 0);
    if (positionals.length > most) throw new Error(`Unexpected argument ${positionals[most]}.`);
    return {
      args: positionals,
      json: values['json'] as string | undefined,
      flags: new Set(bench.flags?.filter((name) => values[name])),
      list: (name) => (values[name] as string[] | undefined) ?? [],
    };
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${bench.help}`);
  }
}

/** Ends the process with a message for a person. */
export function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Writes the figures where `--json` was given. */
export function writeFigures(file: string | undefined, figures: unknown): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
