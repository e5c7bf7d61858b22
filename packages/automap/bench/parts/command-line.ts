/** The command line that the benches have in common, and their figures as a file. */
import { writeFileSync } from 'node:fs';
import { type Command, createCommand } from '@roma-fdi/command-line';

/** The figures that a bench was told to write. */
export interface BenchOptions {
  /** Where `--json` wants them. */
  readonly json?: string;
}

export function createBench(name: string, description: string): Command {
  return createCommand(`npm run bench -- ${name}`, description).option(
    '--json <FILE>',
    'also write the figures to FILE',
  );
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
