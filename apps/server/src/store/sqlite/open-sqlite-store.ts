/** The store over SQLite: prepares the file and starts the thread that owns it. */
import { extname, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OpenStoreOptions, Store } from '../store.ts';
import { connect } from './client.ts';
import { lockPath } from './file-lock.ts';
import type { WorkerSettings } from './messages.ts';
import { prepareFile } from './prepare-file.ts';

export async function openSqliteStore({ path, now }: Required<OpenStoreOptions>): Promise<Store> {
  const place = path === ':memory:' ? path : resolve(path);
  if (place !== ':memory:') for (const file of [place, lockPath(place)]) prepareFile(file);
  const settings: WorkerSettings = { path: place, now: now() };
  const worker = new Worker(new URL(`./worker${extname(import.meta.filename)}`, import.meta.url), {
    workerData: settings,
    // Node still calls its SQLite experimental, on the terminal of everybody who starts the server. The process's own options
    // are not passed on: a thread refuses most of them.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return connect(worker, now);
}
