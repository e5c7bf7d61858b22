/** A process whose output a test waits for. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Started {
  /** Resolves with the match as soon as what was printed matches; rejects when the process ends before. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves with the exit code and all that was printed. */
  ended: Promise<{ code: number | null; output: string }>;
  kill: ChildProcess['kill'];
}

export function start(command: string, args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      for (const check of waiting) check();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  return {
    ended,
    kill: child.kill.bind(child),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const match = output.match(pattern);
          if (match) resolve(match);
        };
        waiting.add(check);
        check();
        void ended.then(() => reject(new Error(`It ended and printed:\n${output}`)));
      }),
  };
}
