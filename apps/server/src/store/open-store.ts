/** Opens the server's store. */
import { openSqliteStore } from './sqlite/open-sqlite-store.ts';
import type { OpenStoreOptions, Store } from './store.ts';

/**
 * Opens the store, brings its schema up to date and holds the file for this server alone until `close()`.
 * @throws {StoreError} whose message says what to do: kinds `in-use`, `not-a-database`, `foreign`, `damaged`, `no-access`,
 * `newer-schema`, `edited-schema`
 */
export function openStore(options: OpenStoreOptions): Promise<Store> {
  return openSqliteStore({ now: Date.now, ...options });
}
