/** Another process that has an SQLite database open, as the program that owns the file would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

const program = `
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(process.argv[1], { timeout: 10_000 });
  process.on('message', ({ sql, times }) => {
    for (let i = 0; i < times; i++) database.exec(sql);
    process.send('done');
  });
  process.send('ready');
`;

export interface SqliteProcess {
  /** Runs statements there, so many times, and waits until they are done. */
  run(sql: string, times?: number): Promise<void>;
  /** Ends it as a power cut would: nothing is closed or tidied. */
  kill(): Promise<void>;
}

export async function sqliteProcess(path: string): Promise<SqliteProcess> {
  const child = spawn(process.execPath, ['-e', program, path], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const kill = () => end(child);
  onTestFinished(kill);
  await once(child, 'message');
  return {
    async run(sql, times = 1) {
      const done = once(child, 'message');
      const gone = once(child, 'exit').then(() => Promise.reject(new Error('The other process is gone.')));
      child.send({ sql, times });
      await Promise.race([done, gone]);
    },
    kill,
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
