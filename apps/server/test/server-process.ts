/** The server as a process of its own, started as its users start it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '../../../test/end-with-test.ts';

/** What one process has compiled, the next one need not: a third of the time that starting takes. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it has written so far. */
  written(): { readonly stdout: string; readonly stderr: string };
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** Runs it to its end, which must come by itself. */
export function runServer(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return follow(start(args, environment)).ended;
}

/** @throws {Error} with what it wrote, where it ended instead of listening */
export async function startServerProcess(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const child = start(['--port', '0', ...args], environment);
  const { written, ended } = follow(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /^Listening on (\S+)$/m.exec(written().stdout)?.[1];
      if (found) resolve(found);
    });
    void ended.then(({ code, stderr }) => reject(new Error(`The server ended with ${code}: ${stderr}`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    written,
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

function start(args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  // Nothing of the developer's own settings reaches it.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(ROMA_FDI_|NODE_)/.test(name));
  const child = spawn(process.execPath, ['--conditions=@roma-fdi/source', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(inherited), NODE_COMPILE_CACHE: compiled, ...environment },
  });
  endWithTest(child);
  return child;
}

function follow(child: ChildProcess): Pick<ServerProcess, 'written' | 'ended'> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, stdout, stderr }));
  return { written: () => ({ stdout, stderr }), ended };
}
