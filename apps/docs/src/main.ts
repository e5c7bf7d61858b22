/** `npm run docs`: serves the built site until it is told to stop. */
import { exitCodeOf } from '@roma-fdi/command-line';
import { readOptions } from './options.ts';
import { startDocs } from './start-docs.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') process.stdout.write(options);
  else {
    const docs = await startDocs(options);
    process.stdout.write(`The documentation is at ${docs.url} (Ctrl-C ends it).\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void docs.close());
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = exitCodeOf(error);
}
