/** `npm run docs`: serves the built site until it is told to stop. */
import { help, type Options, readOptions } from './options.ts';
import { startDocs } from './start-docs.ts';

function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function commandLine(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return stop(`${(error as Error).message}\nTry: npm run docs -- --help`, 2);
  }
}

const options = commandLine();
if (options.help) process.stdout.write(help);
else {
  try {
    const docs = await startDocs(options);
    process.stdout.write(`The documentation is at ${docs.url} (Ctrl-C ends it).\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void docs.close());
  } catch (error) {
    stop((error as Error).message, 1);
  }
}
