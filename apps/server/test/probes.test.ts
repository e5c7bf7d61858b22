/** The table of probes that the mock is held to as well; what they leave in the store is counted. */
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Probe, type ProbeTarget, probes, runProbe } from '../../../packages/mock/test/probes.ts';
import { inCi } from '../../../test/properties.ts';
import { instance, project, type Served, serve, token } from './serve.ts';

/** One server waits for requests as long as usual; the other one gives up soon, for the probes that never end. */
let patient: Served;
let hasty: Served;
let targets: Map<Served, ProbeTarget>;
const origin = 'https://listed.example';
/** What each server told last. */
const last = new Map<Served, readonly string[]>();

beforeAll(async () => {
  [patient, hasty] = await Promise.all([serve({ data: 'file', origins: [origin] }), serve({}, { arrival: 1_200 })]);
  targets = new Map(
    await Promise.all([patient, hasty].map(async (server) => [server, await furnish(server)] as const)),
  );
});
afterAll(() => Promise.all([patient, hasty].map((server) => server.end())));

/** Gives a server two data sources and a task that uses them. */
async function furnish(server: Served): Promise<ProbeTarget> {
  const source = await server.register('shop', 'create table orders (id integer primary key, note text)');
  const target = await server.register('warehouse', 'create table orders (id integer primary key, note text)');
  const body = { task_id: 'probed', source_datasource_id: source, target_datasource_id: target, auto_mapping: true };
  await server.succeed('installMultiTasks', { body });
  return { host: '127.0.0.1', port: server.port, token, project, instance, source, target, origin };
}

/** What the server tells of what it was furnished with. */
async function told(server: Served): Promise<string[]> {
  const path = { task_id: 'probed' };
  const answers = [
    server.send('listDatasources', { query: { limit: 999 } }),
    server.send('showTask', { path }),
    server.send('listMultiTaskMappings', { path, query: { limit: 1000 } }),
  ];
  return (await Promise.all(answers)).map(({ text }) => text);
}

/** Outside CI the patient server is asked what it tells after each so many probes, and at the end; it may then be any of these. */
const between = inCi ? 1 : 20;
let sent = 0;

async function run(probe: Probe): Promise<void> {
  const server = probe.slow ? hasty : patient;
  const target = targets.get(server);
  if (!target) throw new Error('The server has not been furnished.');
  const before = last.get(server) ?? (await told(server));
  await runProbe(target, probe);
  last.set(server, before);
  if (!probe.slow && ++sent % between !== 0) return;
  const after = await told(server);
  last.set(server, after);
  expect(after).toEqual(before);
}

it.for(probes)('$name', run);

it('would see an answer that is not the expected one', async () => {
  for (const probe of probes.slice(0, 1)) await expect(run({ ...probe, expect: { status: 200 } })).rejects.toThrow();
});

it('no probe has left anything but the tasks that it asked for', async () => {
  expect(await told(patient)).toEqual(last.get(patient));
  await patient.stop();
  const database = new DatabaseSync(patient.data, { readOnly: true });
  const count = (table: string) => database.prepare(`select count(*) as count from ${table}`).get()?.['count'];
  const asked = probes.filter(({ changes }) => changes).length;
  expect(['data_sources', 'tasks', 'pairs', 'mappings', 'schema_mappings'].map(count)).toEqual([2, 1 + asked, 1, 1, 1]);
  database.close();
});
