/** Puts a client together: options in, named methods and the raw client out. */
import { InvalidCallError } from './errors/invalid-call-error.ts';
import { type CompositeTasks, createCompositeTasks } from './methods/composite-tasks.ts';
import { createDataSources, type DataSources } from './methods/data-sources.ts';
import { createTasks, type Tasks } from './methods/tasks.ts';
import type { FdiClientOptions } from './options.ts';
import { regionUrl } from './region.ts';
import { remedies } from './remedies.ts';
import { settle } from './settings.ts';
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
  /** The typed openapi-fetch client, for what no method does; with the same address, credentials, deadline and rule on redirects. */
  readonly raw: RawClient;
}

/**
 * Makes a client; sends nothing. Calls are sent once unless the option `retries` says otherwise; an ApiError says in `retryAfter` when another
 * try is worth it.
 *
 * @throws InvalidCallError for an option that cannot work
 */
export function createFdiClient(options: FdiClientOptions): FdiClient {
  const settings = settle({ ...options, baseUrl: baseUrlOf(options), remedies });
  const send = createSend(settings);
  const connection = { call: createCall(settings, send) };
  return {
    compositeTasks: createCompositeTasks(connection),
    dataSources: createDataSources(connection),
    tasks: createTasks(connection),
    raw: createRaw(settings, send),
  };
}

function baseUrlOf({ baseUrl, region }: FdiClientOptions): string {
  if ((baseUrl === undefined) === (region === undefined)) {
    throw new InvalidCallError('Give either baseUrl or region, and not both.');
  }
  return region === undefined ? baseUrl : regionUrl(region);
}
