/** The store over SQLite: prepares the file, starts the thread, and gives its calls the shape of `Store`. */
import { extname, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { encodeProposals } from '../proposals.ts';
import type { InitTask, InitTaskResult, ListMappingsResult, MappingQuery, OpenStoreOptions, Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { connect, type StoreClient } from './client.ts';
import { lockPath } from './file-lock.ts';
import type { WorkerSettings } from './messages.ts';
import { prepareFile } from './prepare-file.ts';
import { createRecentMappings, type Decode } from './recent-mappings.ts';

export async function openSqliteStore({ path, now, newId }: Required<OpenStoreOptions>): Promise<Store> {
  const place = path === ':memory:' ? path : resolve(path);
  if (place !== ':memory:') for (const file of [place, lockPath(place)]) prepareFile(file);
  const settings: WorkerSettings = { path: place, now: now() };
  const worker = new Worker(new URL(`./worker${extname(import.meta.filename)}`, import.meta.url), {
    workerData: settings,
    // Node still calls its SQLite experimental, on the terminal of everybody who starts the server. The process's own options
    // are not passed on: a thread refuses most of them.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return toStore(await connect(worker), now, newId);
}

function toStore(client: StoreClient, now: () => number, newId: () => string): Store {
  let closing: Promise<void> | undefined;
  const decode = createRecentMappings();
  const inFlight = new Set<Promise<unknown>>();
  /** Calls that encode before they send are in flight from their start. */
  const track = <Result>(start: () => Promise<Result>): Promise<Result> => {
    if (closing) return Promise.reject(new StoreError('closed', 'The store has been closed.'));
    const call = start();
    inFlight.add(call);
    const done = () => void inFlight.delete(call);
    call.then(done, done);
    return call;
  };
  return {
    createDataSource: (input) => track(() => client.call('createDataSource', { ...input, now: now() })),
    listDataSources: (query) => track(() => client.call('listDataSources', query)),
    findDataSource: (query) => track(() => client.call('findDataSource', query)),
    deleteDataSource: (query) => track(() => client.call('deleteDataSource', query)),
    initTask: (input) => track(() => initTask(client, input, { now, newId, decode })),
    findTask: (query) => track(() => client.call('findTask', query)),
    deleteTask: (query) => track(() => client.call('deleteTask', query)),
    listMappings: (query) => track(() => listMappings(client, query, decode)),
    close: () => {
      closing ??= Promise.allSettled(inFlight).then(() => client.close());
      return closing;
    },
  };
}

async function initTask(
  client: StoreClient,
  { taskId, proposals = [], pair, ...input }: InitTask,
  { now, newId, decode }: Required<Pick<OpenStoreOptions, 'now' | 'newId'>> & { readonly decode: Decode },
): Promise<InitTaskResult> {
  const encoded = [];
  for (const ofPair of proposals) encoded.push(await encodeProposals(ofPair, newId));
  const result = await client.call('initTask', {
    ...input,
    taskId: taskId ?? newId(),
    pair,
    proposals: encoded,
    now: now(),
  });
  if (result.status !== 'done') return result;
  return { ...result, pairs: result.pairs.map((one) => ({ ...one, mappings: one.mappings.map(decode) })) };
}

async function listMappings(client: StoreClient, query: MappingQuery, decode: Decode): Promise<ListMappingsResult> {
  const result = await client.call('listMappings', query);
  return result.status === 'page' ? { ...result, mappings: result.mappings.map(decode) } : result;
}
