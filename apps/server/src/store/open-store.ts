/** Opens the server's store. */
import { newId } from './ids.ts';
import { openSqliteStore } from './sqlite/open-sqlite-store.ts';
import type { Store } from './store.ts';

export interface OpenStoreOptions {
  /** The database file, made with its folders where it is missing; `:memory:` keeps everything in memory and forgets it. */
  readonly path: string;
  /** The time in UTC epoch milliseconds; default the system's clock. */
  readonly now?: () => number;
  /** Makes the ids of tasks and mappings; default 32 random hex digits. */
  readonly newId?: () => string;
}

/**
 * Opens the store, brings its schema up to date and holds the file for this server alone until `close()`.
 * @throws {StoreError} whose message says what to do: kinds `in-use`, `not-a-database`, `foreign`, `damaged`, `no-access`,
 * `newer-schema`, `edited-schema`
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  return openSqliteStore({ now: Date.now, newId, ...options });
}
