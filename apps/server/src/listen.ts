/** Puts the server together from its configuration and lets it listen. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createValidator, readContract, type Validator } from '@roma-fdi/contract';
import { sweepScratch } from '@roma-fdi/databases';
import pino from 'pino';
import { createClaims } from './auth/signature.ts';
import { createAuthenticator } from './auth/token.ts';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import { createMatching } from './matching/matching.ts';
import { createOperations } from './operations/create-operations.ts';
import { noEngine } from './runs/no-engine.ts';
import { createRuns } from './runs/runs.ts';
import type { Overrides, Server } from './server.ts';
import type { AllowList } from './sources/allow-list.ts';
import { bindSecrets } from './sources/bind-secrets.ts';
import { keyFromFile } from './sources/key-file.ts';
import { createOwnFiles } from './sources/own-files.ts';
import { createPlaces } from './sources/places.ts';
import { createSealer } from './sources/seal.ts';
import { createSources } from './sources/sources.ts';
import { pacedStore } from './store/paced-store.ts';
import type { Store } from './store/store.ts';
import { StoreError } from './store/store-error.ts';
import { createMappingAnswers } from './wire/mapping-answers.ts';

/** A random secret of fewer characters can be found by trying; whoever must, may use one. */
const leastSecretLength = 16;

/** @throws {StoreError | SourceError | RangeError} and Node's own error for a port that is taken; the store is then left open */
export async function listen(
  config: Config,
  {
    checkAnswers = false,
    arrival = 20_000,
    drain = 10_000,
    grace = 20_000,
    room = 64 * 2 ** 20,
    engine = noEngine,
  }: Overrides,
  allowed: AllowList,
  opening: Promise<Store>,
): Promise<Server> {
  const contract = readContract();
  let loading: Promise<Validator> | undefined;
  const validator = (): Promise<Validator> => (loading ??= createValidator(contract));
  const logger = pino({ name: 'roma-fdi', level: config.logLevel });
  const secrets = {
    token: (config.grants ?? []).map(({ token }) => token.length),
    'secret key': (config.keys ?? []).map(({ secretKey }) => secretKey.length),
  };
  for (const [name, lengths] of Object.entries(secrets)) {
    const shortest = Math.min(...lengths);
    if (shortest < leastSecretLength)
      logger.warn(
        `A ${name} has ${shortest} characters. One of fewer than ${leastSecretLength} can be guessed: use longer ones.`,
      );
  }
  const opened = await opening;
  void opened.lost.then(({ message }) => logger.fatal(message));
  if (opened.copy) logger.info(`The store was copied to ${opened.copy} before its schema was changed.`);
  const store = pacedStore(opened);
  const key =
    config.data === ':memory:' && config.keyFile === undefined
      ? randomBytes(32)
      : keyFromFile(config.keyFile ?? `${config.data}.key`);
  // What a server left that was killed together with a reading.
  void sweepScratch();
  const sealer = createSealer(key);
  const { bound, left } = await bindSecrets(opened, sealer);
  if (bound > 0) logger.info(`The secrets of ${bound} data sources were bound to where they lead.`);
  if (left > 0)
    logger.warn(
      `The secrets of ${left} data sources were sealed with another key, and cannot be opened with this one.`,
    );
  const sources = createSources({
    places: createPlaces({ root: config.sqliteRoot, isOwnFile: createOwnFiles(config.data), allowed }),
    sealer,
    openFields: contract.openContentFields,
    maxTables: config.maxTables,
    maxColumns: config.maxColumns,
    reads: { atOnce: 4, waiting: 64 },
  });
  const madeToken = config.grants || config.keys ? undefined : randomBytes(24).toString('base64url');
  const { app, cut } = createApp({
    contract,
    validator,
    access: {
      authenticate: createAuthenticator(config.grants ?? (madeToken === undefined ? [] : [{ token: madeToken }])),
      claimOf: config.keys && createClaims(config.keys),
    },
    operations: createOperations({
      store,
      sources,
      matching: createMatching({ store, sources }),
      mappingAnswers: createMappingAnswers(),
      runs: createRuns({ store, engine }),
      maxAutoTables: config.maxAutoTables,
    }),
    logger,
    checkAnswers,
    origins: config.origins,
    timeouts: { headers: arrival / 2, request: arrival, operation: config.deadline * 1000, drain },
    pace: { grace, bytesPerSecond: 32 * 1024 },
    room,
  });
  app.addHook('onClose', () => opened.close());
  await app.listen({ host: config.host, port: config.port });
  // Not before: nobody has to wait for it but the first caller.
  void validator();
  const { port } = app.server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${port}`,
    madeToken,
    lost: opened.lost,
    async backup() {
      try {
        const file = await opened.backup();
        logger.info(`The store was backed up to ${file}.`);
        return file;
      } catch (error) {
        if (error instanceof StoreError) logger.error(`There is no new backup. ${error.message}`);
        throw error;
      }
    },
    async close(why = 'closed by its program') {
      logger.info({ why }, 'stopping');
      await app.close();
      return cut();
    },
  };
}
