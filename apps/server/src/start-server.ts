/** Starts the server: opens its store, while everything else is loaded and put together. */
import { statSync } from 'node:fs';
import { type Config, ConfigError } from './config.ts';
import type { Overrides, Server } from './server.ts';
import { createAllowList } from './sources/allow-list.ts';
import { openStore } from './store/open-store.ts';

export type { Overrides, Server } from './server.ts';

/** @throws {ConfigError | StoreError | SourceError | RangeError} and Node's own error for a port that is taken */
export async function startServer(config: Config, overrides: Overrides = {}): Promise<Server> {
  const allowed = createAllowList(config.allowHosts);
  const { sqliteRoot } = config;
  if (sqliteRoot !== undefined && !statSync(sqliteRoot, { throwIfNoEntry: false })?.isDirectory())
    throw new ConfigError(
      `The folder for SQLite databases, ${sqliteRoot}, does not exist: make it, or name another one (--sqlite-root).`,
    );
  // Its thread has as many modules to load as this one, so neither waits for the other.
  const opening = openStore({ path: config.data });
  // It may fail before anybody awaits it.
  opening.catch(() => {});
  try {
    const { listen } = await import('./listen.ts');
    return await listen(config, overrides, allowed, opening);
  } catch (error) {
    const store = await opening.catch(() => undefined);
    await store?.close();
    throw error;
  }
}
