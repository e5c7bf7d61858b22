/** Puts a client together: options in, named methods and the raw client out. */
import { InvalidCallError } from './errors/invalid-call-error.ts';
import { secretsIn } from './errors/secrets-in.ts';
import { checkBody } from './json-body.ts';
import { type CompositeTasks, createCompositeTasks } from './methods/composite-tasks.ts';
import { createDataSources, type DataSources } from './methods/data-sources.ts';
import { createMap, type MapDataSources } from './methods/map.ts';
import { createTasks, type Tasks } from './methods/tasks.ts';
import { type Hooks, hookNames } from './observe/hooks.ts';
import { chooseLogger, type Logger, logLevels, logLines } from './observe/logger.ts';
import { createObserve, type Observe } from './observe/observe.ts';
import { checkCallOptions, checkClientOptions } from './option-names.ts';
import type { FdiClientOptions } from './options.ts';
import { regionUrl } from './region.ts';
import { remedies } from './remedies.ts';
import { type Settings, settle } from './settings.ts';
import { userAgent } from './user-agent.ts';
import { createCall } from './wire/call.ts';
import { createRaw, type RawClient } from './wire/raw.ts';
import { createSend } from './wire/send.ts';

/**
 * A client of one instance. Its methods need no `this`, so they may be taken out of it. They fail with an `FdiError`, with the reason
 * of the caller's own signal, or with what the credentials throw.
 */
export interface FdiClient {
  readonly compositeTasks: CompositeTasks;
  readonly dataSources: DataSources;
  readonly tasks: Tasks;
  /**
   * From two databases to their mappings in one step: finds each data source by its ID or registers it as `dataSources.findOrCreate` does,
   * makes a task or takes that of `taskId`, has the mappings proposed and reads them all, under one deadline (120 s) and one signal.
   * Where it fails, what was registered stays and is found by the next call; so is the task where `taskId` is given.
   */
  readonly map: MapDataSources;
  /** The typed openapi-fetch client, for what no method does; with the same address, credentials, deadline and rule on redirects. */
  readonly raw: RawClient;
}

/**
 * Makes a client; sends nothing. Its methods send a call again where that may help and can do no harm, twice at most unless the option
 * `maxRetries` says otherwise; the raw client sends once.
 *
 * @throws InvalidCallError for an option that cannot work
 */
export function createFdiClient(options: FdiClientOptions): FdiClient {
  checkClientOptions(options);
  const { idempotentInit, logger, onRequest, onAnswer, onRetry, onOutcome, ...shared } = options;
  const agent = userAgent();
  const settled = settle({ ...shared, baseUrl: baseUrlOf(options), remedies });
  // What bundles of single calls do without.
  const settings: Settings = {
    ...settled,
    headers: { ...(agent && { 'user-agent': agent }), ...settled.headers },
    checkOptions: checkCallOptions,
    checkBody,
    secretsIn,
    observe: observeWith(logger, { onRequest, onAnswer, onRetry, onOutcome }),
  };
  const send = createSend(settings);
  const connection = { call: createCall(settings, send) };
  const compositeTasks = createCompositeTasks(connection, checkIdempotentInit(idempotentInit, options.region));
  const dataSources = createDataSources(connection, settings.timeout);
  return {
    compositeTasks,
    dataSources,
    tasks: createTasks(connection),
    map: createMap({ compositeTasks, dataSources }, settings.timeout, options.region === undefined),
    raw: createRaw(settings, send),
  };
}

function baseUrlOf({ baseUrl, region }: FdiClientOptions): string {
  if ((baseUrl === undefined) === (region === undefined)) {
    throw new InvalidCallError('Give either baseUrl or region, and not both.');
  }
  return region === undefined ? baseUrl : regionUrl(region);
}

function checkIdempotentInit(idempotentInit: boolean = false, region?: string): boolean {
  if (typeof idempotentInit !== 'boolean') throw new InvalidCallError('idempotentInit must be true or false.');
  if (idempotentInit && region !== undefined) {
    throw new InvalidCallError(
      'idempotentInit needs baseUrl: nobody knows what the cloud of a region does with a task_id that comes again.',
    );
  }
  return idempotentInit;
}

/** Undefined where nobody listens. */
function observeWith(given: Logger | undefined, hooks: Hooks): Observe | undefined {
  for (const name of hookNames) {
    if (hooks[name] !== undefined && typeof hooks[name] !== 'function') {
      throw new InvalidCallError(`${name} must be a function.`);
    }
  }
  if (given !== undefined && !logLevels.every((level) => typeof given?.[level] === 'function')) {
    throw new InvalidCallError(`logger must have the methods ${logLevels.join(', ')}.`);
  }
  const logger = chooseLogger(given);
  const isHooked = hookNames.some((name) => hooks[name]);
  if (!logger && !isHooked) return undefined;
  const reported = new Set<string>();
  const report = (name: string, error: unknown) => {
    if (reported.has(name)) return;
    reported.add(name);
    (logger ?? console).error(`roma-fdi The hook ${name} failed, which breaks no call: ${textOf(error)}`);
  };
  return createObserve([...(logger ? [logLines(logger)] : []), hooks], report, remedies);
}

/** What is thrown may have no text, or fail to give it. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'it has no text.';
  }
}
