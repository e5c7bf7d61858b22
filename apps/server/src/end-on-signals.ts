/** Ends a server in order when its process is told to, and in time whatever is still open. */
import type { Server } from './start-server.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In milliseconds: longer than everything takes that ends by itself. The README promises one second more. */
const longest = 14_000;

/** What it needs of its process; tests give another. */
export interface Ending {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  off(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  exit(code: number): unknown;
  /** Ends it without anybody's leave. */
  kill(message: string): unknown;
}

/** With code 0, or 1 where answers had to be cut off. */
export function endOnSignals(server: Pick<Server, 'close'>, process = ofNode, milliseconds = longest): void {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    // A second signal of any kind finds no listener and ends the process at once.
    for (const each of signals) process.off(each, end);
    const late = setTimeout(() => {
      process.kill(`The server did not end in order within ${milliseconds / 1000} seconds and was killed.\n`);
    }, milliseconds);
    const cut = await server.close(signal);
    clearTimeout(late);
    process.exit(cut === 0 ? 0 : 1);
  };
  for (const signal of signals) process.on(signal, end);
}

const ofNode: Ending = {
  on: (signal, listener) => process.on(signal, listener),
  off: (signal, listener) => process.off(signal, listener),
  exit: (code) => process.exit(code),
  kill(message) {
    process.stderr.write(message);
    // A thread that is inside SQLite cannot be ended, and Node waits for it on every other way out. What was acknowledged is
    // in the file.
    process.kill(process.pid, 'SIGKILL');
  },
};
