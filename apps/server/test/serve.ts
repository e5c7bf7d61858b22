/** A server of a test's own: on a free port, with one token, and a folder for its SQLite data sources. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Config } from '../src/config.ts';
import { type Overrides, startServer } from '../src/start-server.ts';
import { type Caller, callerOf } from './caller.ts';

export const token = 'token-of-the-tests';
export const project = 'shop-project';
export const instance = 'shop-instance';

export interface Served extends Caller {
  readonly url: string;
  readonly port: number;
  /** A folder that goes with the server; `data` lies in it. */
  readonly folder: string;
  /** The server's own database, where it was asked to keep one. */
  readonly data: string;
  /** The folder for SQLite data sources. */
  readonly databases: string;
  /** Makes an SQLite database there, or changes one. */
  sqlite(name: string, sql: string): void;
  /** Writes any file there. */
  write(name: string, content: string): void;
  remove(name: string): void;
  /** Makes such a database and registers it; gives the ID of the data source. */
  register(name: string, sql: string): Promise<string>;
  backup(): Promise<string>;
  /** Stops the server, and leaves its files. */
  stop(): Promise<void>;
  /** Stops the server where it runs, and removes its files. */
  end(): Promise<void>;
}

/**
 * Answers are held to the contract: one that breaks it is a 500.
 * @param settings `data: 'file'` keeps the server's database in its folder; default: in memory
 */
export async function serve(settings: Partial<Config> = {}, overrides: Overrides = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-server-'));
  const data = settings.data === 'file' ? join(folder, 'store.db') : (settings.data ?? ':memory:');
  const root = join(folder, 'databases');
  mkdirSync(root);
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    grants: [{ token }],
    keys: undefined,
    keyFile: undefined,
    sqliteRoot: root,
    allowHosts: [],
    origins: [],
    maxTables: 1000,
    maxColumns: 10_000,
    maxAutoTables: 10,
    deadline: 10,
    logLevel: 'silent',
    ...settings,
    data,
  };
  const server = await startServer(config, { checkAnswers: true, ...overrides });
  const caller = callerOf(server.url, { token, project, instance });
  const sqlite = (name: string, sql: string): void => {
    const database = new DatabaseSync(join(root, name));
    database.exec(sql);
    database.close();
  };
  return {
    ...caller,
    url: server.url,
    port: Number(new URL(server.url).port),
    folder,
    data,
    sqlite,
    databases: root,
    remove: (name) => rmSync(join(root, name)),
    write: (name, content) => writeFileSync(join(root, name), content),
    async register(name, sql) {
      sqlite(`${name}.db`, sql);
      const { datasource_id } = await caller.succeed('createDatasourceInfo', { body: sqliteSource(name) });
      return datasource_id;
    },
    backup: () => server.backup(),
    stop: async () => void (await server.close()),
    async end() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What registers the file `name`.db under that name. */
export const sqliteSource = (name: string, facts: object = {}) => ({
  datasource_name: name,
  datasource_type: 'SQLITE',
  app_id: 'tests',
  content: { database_name: `${name}.db` },
  ...facts,
});
