/** What a database server of a test's own needs, whichever it is: a folder, a user that may run it, a port, an end. */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithTest } from '../../../test/end-with-test.ts';
import { freePort } from '../../../test/free-port.ts';

export interface OwnServer {
  readonly host: string;
  readonly port: number;
  /** May do everything. */
  readonly user: string;
  readonly password: string;
  /** The process, for tests that end it without taking leave. */
  readonly pid: number;
  /** Runs statements as that user, in this database where one is given. */
  run(sql: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

export const login = { host: '127.0.0.1', user: 'tester', password: 'only-for-tests' } as const;

export interface Setting {
  readonly folder: string;
  readonly port: number;
  /** Servers refuse to run as root; then they run as nobody. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** Writes a file that only the server's user may read; returns its path. */
  put(name: string, content: string): string;
}

/** How one kind of server is made and told apart. */
export interface Kind {
  readonly name: string;
  readonly readyWhen: string;
  readonly stopSignal: NodeJS.Signals;
  readonly env?: NodeJS.ProcessEnv;
  /** Makes an empty store in the folder; returns the arguments of the program. */
  prepare(setting: Setting): readonly string[];
}

/** Starts the program; its folder is removed when it has stopped, and when it does not start. */
export async function startOwnServer(
  program: string,
  kind: Kind,
): Promise<{ port: number; pid: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), `roma-fdi-${kind.name.toLowerCase()}-`));
  const owner = unprivileged();
  const own = (path: string): void => void (owner && chownSync(path, owner.uid, owner.gid));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    own(folder);
    const port = await freePort();
    const put = (name: string, content: string): string => {
      const path = join(folder, name);
      writeFileSync(path, content, { mode: 0o600 });
      own(path);
      return path;
    };
    const args = kind.prepare({ folder, port, owner, put });
    const options = {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: folder,
      env: kind.env,
      ...owner,
    } satisfies SpawnOptions;
    const child = spawn(program, args, options);
    endWithTest(child, folder);
    await ready(child, kind);
    return { port, pid: child.pid ?? 0, stop: () => stop(child, kind.stopSignal).finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function unprivileged(): Setting['owner'] {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function ready(child: ChildProcess, { name, readyWhen }: Kind): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes(readyWhen)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${name} did not start:\n${log}`)));
  });
}

/** Nobody is waited for: nothing in the store is wanted any more. */
async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
