// How long a review of many proposals takes, and how much room its reasons: 10,000 mappings in one answer, and with their reasons; beside
// the limits that this server keeps. `--help` tells the options.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { startServer } from '../src/start-server.ts';
import { callerOf } from '../test/caller.ts';

const command = createCommand(
  'npm run bench -- review',
  `Maps the two catalogs in FOLDER (source.json and target.json, each an array of tables with their columns) as SQLite databases on a server,
and measures, as the median of some rounds:

  init         the whole call with automatic mapping, reasons kept, in milliseconds, beside a second one that finds everything there
  summary      all mappings, at most 10,000, in one answer: milliseconds and bytes, beside the limits of 300 ms and 2 MB
  reasons      their bytes in the store, beside those of the columns, which they must not exceed`,
)
  .argument('<FOLDER>', 'where source.json and target.json are')
  .addOption(wholeNumber('--rounds <N>', 'how many rounds', { default: 5, least: 1, most: 999999 }))
  .option('--json <FILE>', 'also write the figures to FILE');
const { rounds, json } = readProcessArguments<{ readonly rounds: number; readonly json?: string }>(command);
const [source = ''] = command.args;

const limits = { ms: 300, bytes: 2_000_000 };
const place = { token: 'bench', project: 'bench', instance: 'bench' };
const folder = await mkdtemp(join(tmpdir(), 'roma-fdi-bench-'));
try {
  const databases = join(folder, 'databases');
  await mkdir(databases);
  for (const side of ['source', 'target']) await makeDatabase(side);
  const data = join(folder, 'store.db');
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    grants: [{ token: place.token }],
    keys: undefined,
    keyFile: undefined,
    sqliteRoot: databases,
    allowHosts: [],
    origins: [],
    maxTables: 20_000,
    maxColumns: 1_000_000,
    maxAutoTables: 20_000,
    deadline: 120,
    logLevel: 'silent',
    data,
  });
  const { succeed, send } = callerOf(server.url, place);
  const register = async (side: string): Promise<string> => {
    const content = { database_name: `${side}.db` };
    const body = { datasource_name: side, datasource_type: 'SQLITE', app_id: 'bench', content };
    return (await succeed('createDatasourceInfo', { body })).datasource_id;
  };
  const pair = { source_datasource_id: await register('source'), target_datasource_id: await register('target') };
  const init = (task_id: string) =>
    timed(() => succeed('installMultiTasks', { body: { task_id, ...pair, auto_mapping: true } }));
  const first: number[] = [];
  const again: number[] = [];
  const summary: number[] = [];
  let bytes = 0;
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`round ${round} of ${rounds} ...\n`);
    first.push(await init(`task-${round}`));
    again.push(await init(`task-${round}`));
    const query = { fields: 'summary', limit: 10_000 };
    summary.push(
      await timed(async () => {
        const { text } = await send('listMultiTaskMappings', { path: { task_id: `task-${round}` }, query });
        bytes = Buffer.byteLength(text);
      }),
    );
  }
  await server.close();
  const stored = sizes(data);
  const figures = {
    'init ms': { value: median(first), beside: median(again) },
    'summary ms': { value: median(summary), beside: limits.ms },
    'summary bytes': { value: bytes, beside: limits.bytes },
    'reasons bytes': { value: stored.reasons, beside: stored.columns },
  };
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, { value, beside }]) => [
        name,
        { value: Math.round(value), beside: Math.round(beside), ratio: Number((value / beside).toFixed(2)) },
      ]),
    ),
  );
  if (json !== undefined)
    await writeFile(json, `${JSON.stringify({ rounds, mappings: stored.mappings, figures }, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true });
}

async function makeDatabase(side: string): Promise<void> {
  const tables = JSON.parse(await readFile(join(source, `${side}.json`), 'utf8')) as readonly Table[];
  const database = new DatabaseSync(join(folder, 'databases', `${side}.db`));
  database.exec('begin');
  for (const { name, columns } of tables)
    database.exec(
      `create table ${quoted(name)} (${columns.map((each) => `${quoted(each.name)} ${each.type}`).join(', ')})`,
    );
  database.exec('commit');
  database.close();
}

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function sizes(data: string) {
  const database = new DatabaseSync(data, { readOnly: true });
  const row = database
    .prepare(
      `select count(*) as mappings, sum(octet_length(reasons)) as reasons,
         sum(octet_length(source_columns) + octet_length(target_columns) + octet_length(column_pairs)) as columns from mappings`,
    )
    .get() as { readonly mappings: number; readonly reasons: number; readonly columns: number };
  database.close();
  return row;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
