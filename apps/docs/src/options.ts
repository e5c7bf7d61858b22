/** The command line of `npm run docs`. */
import { parseArgs } from 'node:util';

export const help = `Serves the documentation of the composite-task API.

  npm run docs -- [--port PORT] [--host HOST]

  --port PORT   port to listen on, 0 for any free one (default 4030)
  --host HOST   address to listen on (default 127.0.0.1: this machine alone)
  --help        this text

Exit codes: 0 ended by Ctrl-C or a signal, 1 could not serve, 2 wrong usage.
`;

export interface Options {
  help: boolean;
  port: number;
  host: string;
}

/** Reads the arguments; fails with a message for people that names the wrong one. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '4030' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65535) {
    throw new Error(`--port takes a whole number from 0 to 65535, not ${JSON.stringify(values.port)}.`);
  }
  if (values.host === '') throw new Error('--host takes an address of this machine, such as 127.0.0.1; it is empty.');
  return { help: values.help, port, host: values.host };
}
