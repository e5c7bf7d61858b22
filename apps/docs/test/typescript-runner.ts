/** Runs TypeScript samples as a user's files, one after the other in one process: a process for each takes seconds. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly printed: string;
  /** What it threw: its text and its own properties. */
  readonly error: (Readonly<Record<string, unknown>> & { readonly text: string }) | undefined;
}

export interface TypeScriptRunner {
  /** Where the samples lie: inside the app, so that they find the client as a user's file would. */
  readonly folder: string;
  run(name: string, text: string): Promise<Ran>;
  end(): Promise<void>;
}

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const program = fileURLToPath(new URL('sample-process.ts', import.meta.url));

/** @param env besides that of this process */
export async function startTypeScriptRunner(env: NodeJS.ProcessEnv): Promise<TypeScriptRunner> {
  await mkdir(dist, { recursive: true });
  const folder = await mkdtemp(join(dist, 'samples-'));
  const child = fork(program, [], { execArgv: ['--conditions=@roma-fdi/source'], env: { ...process.env, ...env } });
  return {
    folder,
    async run(name, text) {
      const file = join(folder, `${name}.ts`);
      await writeFile(file, text);
      const ended = new AbortController();
      const answer = once(child, 'message', { signal: ended.signal });
      const end = () => ended.abort(new Error(`The process of the samples ended within ${name}.`));
      child.once('exit', end);
      child.send(file);
      const [ran] = await answer.finally(() => child.off('exit', end));
      return ran as Ran;
    },
    async end() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}
