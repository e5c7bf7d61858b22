/** Puts the server together from its configuration and lets it listen. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createAuthenticator } from './auth/token.ts';
import type { Config } from './config.ts';
import { readContract } from './contract/document.ts';
import { createValidator } from './contract/validate.ts';
import { createApp } from './http/app.ts';
import { createOperations } from './operations/create-operations.ts';
import { createAllowList } from './sources/allow-list.ts';
import { keyFromFile } from './sources/key-file.ts';
import { createOwnFiles } from './sources/own-files.ts';
import { createPlaces } from './sources/places.ts';
import { createSealer } from './sources/seal.ts';
import { createSources } from './sources/sources.ts';
import { openStore } from './store/open-store.ts';

export interface Server {
  readonly url: string;
  /** The token that callers send, where none was configured and one was made for this run. */
  readonly madeToken: string | undefined;
  /** Answers what is under way, refuses the rest, and closes the store. */
  close(): Promise<void>;
}

/** What tests and the demo set besides the configuration. */
export interface Overrides {
  /** Hold answers to the contract too. Default false. */
  readonly checkAnswers?: boolean;
  /** Milliseconds for a request to arrive; its headers get half of it. Default 20,000. */
  readonly arrival?: number;
}

/** @throws {StoreError | SourceError | RangeError} and Node's own error for a port that is taken */
export async function startServer(
  config: Config,
  { checkAnswers = false, arrival = 20_000 }: Overrides = {},
): Promise<Server> {
  const allowed = createAllowList(config.allowHosts);
  // The store's thread starts while the contract is compiled in this one.
  const opening = openStore({ path: config.data });
  const contract = readContract();
  const validator = createValidator(contract);
  const store = await opening;
  try {
    const key =
      config.data === ':memory:' && config.keyFile === undefined
        ? randomBytes(32)
        : keyFromFile(config.keyFile ?? `${config.data}.key`);
    const sources = createSources({
      places: createPlaces({ root: config.sqliteRoot, isOwnFile: createOwnFiles(config.data), allowed }),
      sealer: createSealer(key),
      openFields: contract.openContentFields,
      maxTables: config.maxTables,
      reads: { atOnce: 4, waiting: 64 },
    });
    const madeToken = config.grants ? undefined : randomBytes(24).toString('base64url');
    const app = createApp({
      contract,
      validator,
      authenticate: createAuthenticator(config.grants ?? [{ token: madeToken ?? '' }]),
      operations: createOperations({ store, sources }),
      logger: pino({ name: 'roma-fdi', level: config.logLevel }),
      checkAnswers,
      origins: config.origins,
      timeouts: { headers: arrival / 2, request: arrival, operation: config.deadline * 1000 },
    });
    app.addHook('onClose', () => store.close());
    await app.listen({ host: config.host, port: config.port });
    const { port } = app.server.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    return { url: `http://${host}:${port}`, madeToken, close: () => app.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
