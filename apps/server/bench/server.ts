// Requests per second of a stored init, beside the stock `prism mock -v silent` that serves the very same answer. `--help`
// tells the options.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { readContract } from '@roma-fdi/contract';
import { routes } from '@roma-fdi/types';
import {
  median,
  type Round,
  readRoundOptions,
  runRound,
  startPeer,
} from '../../../packages/mock/bench/parts/rounds.ts';
import { callerOf } from '../test/caller.ts';
import { startServerProcess } from '../test/server-process.ts';

const values = readRoundOptions(
  'server',
  `A task is made through the API: 10 table mappings of 20 columns. Then the same init is sent again and again, to the server,
which reads it from its database, and to Prism, which holds the answer as the example of the document. The rounds alternate;
the ratio is that of the medians.`,
  5,
);

const as = { token: 'token-of-the-bench', project: 'p', instance: 'i' };
const [tables, columns] = [10, 20];
const path = routes.installMultiTasks.path.replace('{project_id}', as.project).replace('{instance_id}', as.instance);

interface Peer {
  readonly url: string;
  end(): Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-bench-'));
try {
  const server = await startOurs();
  const { body, answer } = await makeTask(server.url);
  const prism = await startPrism(JSON.parse(answer));
  try {
    const { rounds, seconds } = values;
    const [ours, theirs]: Round[][] = [[], []];
    for (const { url } of [server, prism]) await round(url, body, 2);
    for (let count = 1; count <= rounds; count++) {
      process.stderr.write(`round ${count} of ${rounds} ...\n`);
      ours?.push(await round(server.url, body, seconds));
      theirs?.push(await round(prism.url, body, seconds));
    }
    report(answer.length, ours ?? [], theirs ?? []);
  } finally {
    await Promise.all([server.end(), prism.end()]);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function startOurs(): Promise<Peer> {
  mkdirSync(join(folder, 'databases'));
  const args = ['--data', join(folder, 'store.db'), '--sqlite-root', join(folder, 'databases'), '--log-level', 'error'];
  const started = await startServerProcess(args, { ROMA_FDI_TOKEN: as.token });
  return {
    url: started.url,
    async end() {
      started.kill('SIGTERM');
      await started.ended;
    },
  };
}

async function startPrism(answer: unknown): Promise<Peer> {
  const document = structuredClone(readContract().document);
  const { responses } = document.paths[routes.installMultiTasks.path]?.['post'] ?? {};
  const answers = responses as Record<string, { content: Record<string, { examples: object }> }>;
  answers['200']!.content['application/json']!.examples = { stored: { value: answer } };
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));

  const cli = fileURLToPath(
    new URL('../../../packages/mock/node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url),
  );
  const { url, child } = await startPeer((port) => [cli, 'mock', file, '-p', port, '-v', 'silent']);
  return {
    url,
    async end() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Registers two databases of the server and maps them; gives the request that reads the task again, and its answer. */
async function makeTask(url: string): Promise<{ body: string; answer: string }> {
  const caller = callerOf(url, as);
  const ids: string[] = [];
  for (const name of ['shop', 'warehouse']) {
    const database = new DatabaseSync(join(folder, 'databases', `${name}.db`));
    const definitions = Array.from({ length: columns }, (_, index) => `c_${index} varchar(${index + 100})`);
    for (let table = 0; table < tables; table++)
      database.exec(`create table table_${table} (${definitions.join(', ')})`);
    database.close();
    const source = {
      datasource_name: name,
      datasource_type: 'SQLITE',
      app_id: 'bench',
      content: { database_name: `${name}.db` },
    };
    ids.push((await caller.succeed('createDatasourceInfo', { body: source })).datasource_id);
  }
  const pair = { source_datasource_id: ids[0], target_datasource_id: ids[1] };
  const [element] = await caller.succeed('installMultiTasks', { body: { ...pair, auto_mapping: true } });
  const body = { ...pair, task_id: element?.task_id };
  return { body: JSON.stringify(body), answer: (await caller.send('installMultiTasks', { body })).text };
}

function round(url: string, body: string, duration: number): Promise<Round> {
  return runRound(url, { method: 'POST', path, token: as.token, body }, duration, values.connections);
}

function report(bytes: number, ours: readonly Round[], theirs: readonly Round[]): void {
  const of = (rounds: readonly Round[]) => ({
    perSecond: Math.round(median(rounds.map(({ rate }) => rate))),
    p99Ms: median(rounds.map(({ p99 }) => p99)),
  });
  const [server, prism] = [of(ours), of(theirs)];
  const ratio = Number((server.perSecond / prism.perSecond).toFixed(2));
  console.log(`Stored init, ${tables} mappings of ${columns} columns, an answer of ${bytes} bytes`);
  console.table({ server, 'prism mock -v silent': prism });
  console.log(`ratio ${ratio}`);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ bytes, server, prism, ratio }, null, 2)}\n`);
}
