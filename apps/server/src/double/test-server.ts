/** The server as a test double that remembers: its store in memory, two SQLite databases, and an instance for each test. */
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { createConfig, type Settings } from '../config.ts';
import type { Engine } from '../runs/engine.ts';
import { startServer } from '../start-server.ts';
import { createOwnFolder } from './own-folder.ts';
import { register } from './register.ts';
import { shopSql, warehouseSql } from './sample-databases.ts';
import { statesAlone } from './states-alone.ts';

/** Settings that the test server has of its own. */
const ownSettings = ['host', 'port', 'data', 'token', 'tokensFile', 'keyFile', 'sqliteRoot'] as const;

/** What a test chooses. */
export interface TestServerOptions {
  /**
   * SQL that makes the source database.
   * @default a shop: `customers`, `orders`, `order_items`, `sessions`
   */
  readonly source?: string;
  /**
   * SQL that makes the target database.
   * @default its warehouse: `dim_customer`, `fact_orders`, `fact_order_items`, `load_log`
   */
  readonly target?: string;
  /** Settings of the server, such as `deadline` or `maxTables`; it logs nothing unless `logLevel` is set. */
  readonly settings?: Omit<Settings, (typeof ownSettings)[number]>;
  /**
   * What runs tasks.
   * @default one that starts and stops every task that was created, and moves no row
   */
  readonly engine?: Engine;
}

/** An instance of ROMA Connect with two data sources and nothing else in it. */
export interface TestInstance {
  /** Options of `createFdiClient`. */
  readonly client: {
    readonly baseUrl: string;
    readonly credentials: string;
    readonly projectId: string;
    readonly instanceId: string;
  };
  /** ID of the data source of the source database. */
  readonly source: string;
  /** ID of the data source of the target database. */
  readonly target: string;
}

/** A running test server; it is an instance itself. */
export interface TestServer extends TestInstance, AsyncDisposable {
  readonly url: string;
  /** The one token that it takes, in every instance. */
  readonly token: string;
  /** Another instance, of the same two databases. What happens in one does not show in any other. */
  instance(): Promise<TestInstance>;
  /**
   * Makes another SQLite database, or changes one; gives what `content.database_name` is to be.
   * @param name letters, digits, `-` and `_`
   * @throws Error with SQLite's words where the SQL fails
   */
  database(name: string, sql: string): string;
  /** Ends the server and removes its files; what is under way gets ten seconds. */
  close(): Promise<void>;
}

/**
 * Starts the real server on a free port of loopback. Every answer is held to the contract: one that breaks it is a 500.
 * @throws {TypeError} for an option that it has not, or a setting of its own; {ConfigError} for a setting that cannot be used; Error with SQLite's words where SQL fails
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { source = shopSql, target = warehouseSql, settings = {}, engine = statesAlone } = options;
  refuseIgnored(options, settings);
  const { path: folder, remove } = createOwnFolder();
  try {
    const databases = { source: make(folder, 'source', source), target: make(folder, 'target', target) };
    const token = randomBytes(16).toString('hex');
    const own = { port: 0, data: ':memory:', token, sqliteRoot: folder };
    const config = createConfig({ logLevel: 'silent', ...settings, ...own });
    const server = await startServer(config, { checkAnswers: true, engine });
    let instances = 0;
    const instance = async (): Promise<TestInstance> => {
      instances += 1;
      const place = { projectId: 'test-project', instanceId: `test-instance-${instances}` };
      const registrar = { url: server.url, token, ...place };
      return {
        client: { baseUrl: server.url, credentials: token, ...place },
        source: await register(registrar, 'source', databases.source),
        target: await register(registrar, 'target', databases.target),
      };
    };
    const close = async (): Promise<void> => {
      await server.close();
      remove();
    };
    try {
      return {
        ...(await instance()),
        url: server.url,
        token,
        instance,
        database: (name, sql) => make(folder, name, sql),
        close,
        [Symbol.asyncDispose]: close,
      };
    } catch (error) {
      await server.close();
      throw error;
    }
  } catch (error) {
    remove();
    throw error;
  }
}

/** Also without a compiler nothing that a test sets is ignored. */
function refuseIgnored(options: object, settings: object): void {
  const known = ['source', 'target', 'settings', 'engine'] satisfies (keyof TestServerOptions)[];
  const unknown = Object.keys(options).find((name) => !known.some((one) => one === name));
  if (unknown !== undefined)
    throw new TypeError(`startTestServer has no option ${unknown}; it has ${known.join(', ')}.`);
  const own = Object.entries(settings).find(
    ([name, value]) => value !== undefined && ownSettings.some((one) => one === name),
  );
  if (own) throw new TypeError(`startTestServer sets ${own[0]} itself: take it out of settings.`);
}

/** The name of the database's file, which it makes or changes. */
function make(folder: string, name: string, sql: string): string {
  if (!/^[\w-]{1,64}$/.test(name))
    throw new Error(`The name of a database of the test server has letters, digits, "-" and "_" alone, not "${name}".`);
  // Not imported: an old Node is to get the library's sentence, and not what it lacks.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const file = join(folder, `${name}.db`);
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } catch (cause) {
    throw new Error(
      `The SQL of the database ${name} fails: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
      },
    );
  } finally {
    database.close();
  }
  return basename(file);
}
