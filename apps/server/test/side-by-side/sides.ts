/** The mock, and a server in which the story of the contract's examples is true as far as it can be: both take the same requests. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationId } from '@roma-fdi/contract';
import { startMock, story } from '@roma-fdi/mock';
import { exchange, firstAnswer } from '../../../../packages/mock/test/raw-http.ts';
import type { Engine } from '../../src/runs/engine.ts';
import { type Caller, callerOf } from '../caller.ts';
import { serve } from '../serve.ts';
import type { FirstAnswers, Outcome, Outcomes } from './compare.ts';
import { token } from './good-requests.ts';
import { narrowToken } from './http-kinds.ts';
import { otherProject } from './id-kinds.ts';
import { bytesOf, curlOf, type GeneratedRequest } from './request.ts';

/** A server and a mock. */
export interface Sides {
  /** A project's instance with a story of its own, in which nothing else changes anything. */
  lane(instance: string): Promise<Lane>;
  /** Sends bytes to both, and no more. */
  sendBytes(bytes: Buffer): Promise<FirstAnswers>;
  end(): Promise<void>;
}

export interface Lane {
  /** Sends the request to both. */
  send(request: GeneratedRequest): Promise<Outcomes>;
  /** Commands that repeat it. */
  curl(request: GeneratedRequest): string;
}

/** What has an ID of the mock's examples, and one of the server's own. */
type Named = 'shop' | 'warehouse' | 'self-hosted-sqlite' | 'orders';

/** Starts and stops tasks by changing their states. */
const states: Engine = { start: async () => undefined, stop: async () => undefined };

/** Tables that are called as the examples write them. */
const databases: Readonly<Record<Exclude<Named, 'orders'>, { readonly file: string; readonly sql: string }>> = {
  shop: {
    file: 'shop',
    sql: `create table "shop.customers" (id integer primary key, email varchar(255));
      create table "shop.orders" (id integer primary key, customer_id integer, placed_at text, gift_note varchar(500));
      create table "shop.suppliers" (id integer primary key, name varchar(80));`,
  },
  warehouse: {
    file: 'warehouse',
    sql: `create table "public.customers" (id integer primary key, email varchar(255));
      create table "public.Orders" ("Id" integer primary key, "CustomerId" integer, "PlacedAt" text, "ShippedAt" text);
      create table "public.vendors" (vendor_no integer primary key, label varchar(80));`,
  },
  'self-hosted-sqlite': { file: 'archive/shop.db', sql: 'create table archived (id integer primary key);' },
};

/** Besides those that change or delete something. */
const disturbing: ReadonlySet<string> = new Set<OperationId>([
  'applyMultiTaskDecisions',
  'createDatasourceInfo',
  'createMultiTaskMappings',
  'runTask',
]);

interface Known {
  readonly datasource_id: string;
  readonly mapping_id: string;
  readonly task_id: string;
}

export async function startSides(): Promise<Sides> {
  const [mock, server] = await Promise.all([
    startMock({ token }),
    serve({ grants: [{ token }, { token: narrowToken, projects: [otherProject] }] }, { engine: states }),
  ]);
  mkdirSync(join(server.databases, 'archive'));
  for (const { file, sql } of Object.values(databases)) server.sqlite(file, sql);
  server.sqlite('shop-copy.db', databases.shop.sql);
  return {
    async lane(instance) {
      const told = await createStory(callerOf(server.url, { token, project: parameterOf('project_id'), instance }));
      const ofServer = (request: GeneratedRequest): GeneratedRequest => {
        const renamed = (text: string) => told.renamed(text).replaceAll(parameterOf('instance_id'), instance);
        const { target, body } = request;
        // Byte for byte, since a body may be no text.
        const bytes = body && Buffer.from(renamed(body.toString('latin1')), 'latin1');
        return { ...request, target: renamed(target), body: bytes };
      };
      return {
        async send(request) {
          const headOnly = request.method === 'HEAD';
          const [ofMock, ofOther] = await Promise.all([
            outcomeOf(mock.port, bytesOf(request), headOnly),
            outcomeOf(server.port, bytesOf(ofServer(request)), headOnly),
          ]);
          const { method, operation } = request;
          const mayDisturb = ['PUT', 'DELETE'].includes(method) || disturbing.has(operation.operationId);
          if (mayDisturb && 'status' in ofOther && ofOther.status < 300) await told.restore();
          return { mock: ofMock, server: ofOther };
        },
        curl: (request) => `mock:   ${curlOf(request, mock.url)}\nserver: ${curlOf(ofServer(request), server.url)}`,
      };
    },
    async sendBytes(bytes) {
      const [ofMock, ofServer] = await Promise.all([mock, server].map(({ port }) => firstAnswer(port, bytes)));
      return { mock: ofMock, server: ofServer };
    },
    end: async () => void (await Promise.all([mock.close(), server.end()])),
  };
}

interface Story {
  /** With the server's IDs in place of those of the examples. */
  renamed(text: string): string;
  /** Puts back what a request has taken away or changed, and takes away what would stand in the way of the next one like it. */
  restore(): Promise<void>;
}

/** Makes the story of the examples true in one instance of the server. */
async function createStory({ send, succeed }: Caller): Promise<Story> {
  const told = (operation: string, name: string): Known => story.answer<Known>(operation, name).body;
  const [{ task_id }] = story.answer<[Known]>('installMultiTasks', 'auto-mapping').body;
  const inStory: Record<Named, string> = {
    shop: told('createDatasourceInfo', 'shop').datasource_id,
    warehouse: told('createDatasourceInfo', 'warehouse').datasource_id,
    'self-hosted-sqlite': told('createDatasourceInfo', 'self-hosted-sqlite').datasource_id,
    orders: told('updateMultiTaskMappings', 'orders').mapping_id,
  };
  const ids = { ...inStory };
  let drafts = 0;

  async function restoreSources(): Promise<void> {
    const { entities } = await succeed('listDatasources', { query: { limit: 999 } });
    for (const { datasource_id } of entities)
      if (!Object.values(ids).includes(datasource_id))
        await send('deleteDatasourceInfoById', { path: { datasource_id } });
    for (const [name, { file }] of Object.entries(databases) as [keyof typeof databases, { file: string }][]) {
      const path = { datasource_id: ids[name] };
      // Not under the example's name, so that the example can be registered once more.
      const facts = { datasource_name: `${name}-of-the-story`, datasource_type: 'SQLITE', app_id: 'side-by-side' };
      const body = { ...facts, content: { database_name: file } };
      const { status, text } = await send('showDatasourceDetail', { path });
      // One that leads to another file now may have got a password for that.
      const isThere = status === 200 && JSON.parse(text).content.database_name === file;
      if (isThere) await succeed('updateDatasourceInfo', { path, body });
      else ids[name] = (await succeed('createDatasourceInfo', { body })).datasource_id;
    }
  }

  async function restoreTask(): Promise<void> {
    const path = { task_id };
    const pair = { source_datasource_id: ids.shop, target_datasource_id: ids.warehouse };
    const { status } = await send('showTask', { path });
    await succeed('installMultiTasks', { body: { task_id, ...pair } });
    // It stays a draft every other time.
    if (status === 404 && drafts++ % 2 === 0)
      await succeed('createMultiTasks', {
        body: { task_id, task_name: `task-${drafts}`, operation_types: ['INSERT'] },
      });
    const { mappings = [] } = await succeed('listMultiTaskMappings', { path, query: { ...pair, limit: 1000 } });
    for (const { id = '' } of mappings.filter((one) => one.id !== ids.orders))
      await send('deleteMultiTaskMapping', { path: { task_id, mapping_id: id } });
    if (mappings.some(({ id }) => id === ids.orders)) return;
    const body = { ...story.request<object>('updateMultiTaskMappings', 'orders'), ...pair };
    const { status: made, text } = await send('createMultiTaskMappings', { path, body });
    // Where another mapping goes on with its tables until the task stops, the next time will do.
    if (made < 300) ids.orders = JSON.parse(text).mapping_id;
  }

  async function restore(): Promise<void> {
    await restoreSources();
    await restoreTask();
  }
  await restore();
  return {
    restore,
    renamed: (text) =>
      (Object.keys(ids) as Named[]).reduce((all, name) => all.replaceAll(inStory[name], ids[name]), text),
  };
}

const outcomeOf = (port: number, bytes: Buffer, headOnly: boolean): Promise<Outcome> =>
  exchange({ host: '127.0.0.1', port }, [bytes], headOnly).catch((error: Error) => error);

/** The value of a path parameter in the story. */
function parameterOf(name: string): string {
  const marked = `<${name}>`;
  const [before = '', after = ''] = story.path('listDatasources', { [name]: marked }).split(encodeURIComponent(marked));
  const path = story.path('listDatasources');
  return path.slice(before.length, path.length - after.length);
}
