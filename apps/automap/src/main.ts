#!/usr/bin/env node
/** `npm run automap`: maps two catalogs, files or databases, and prints the mapping for people or as JSON. */
import './exit-on-old-node.ts';
import { exitCodeOf } from '@roma-fdi/command-line';
import { readCommandLine } from './arguments/command-line.ts';
import { printable } from './printing/printable.ts';

// Whoever reads the answer has gone, or it cannot be written.
process.stdout.once('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
process.stderr.on('error', () => {});

try {
  const command = readCommandLine(process.argv.slice(2));
  if (typeof command === 'string') process.stdout.write(command);
  else {
    // The drivers of databases take their time to load, which a wrong command line need not wait for.
    const { answer } = await import('./answer.ts');
    process.stdout.write(`${await answer(command)}\n`);
  }
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message.split('\n').map(printable).join('\n')}\n`);
  process.exitCode = exitCodeOf(error);
}
