/** Kills a server under load and looks, through its successor, at what is left: nothing acknowledged lost, no task half there. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { type As, type Caller, callerOf } from './caller.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export interface Round {
  /** Tasks whose answer a caller had. */
  readonly acknowledged: number;
  /** Tasks that were asked for and not answered. */
  readonly unanswered: number;
  /** Of these, how many were made nevertheless, whole. */
  readonly kept: number;
}

/** A server's folder, and what its callers know of it; carried from round to round, so that old tasks are looked at again. */
export interface Scene {
  readonly folder: string;
  readonly as: As;
  readonly pair: { readonly source_datasource_id: string; readonly target_datasource_id: string };
  /** The answer that each acknowledged task had. */
  readonly acknowledged: Map<string, string>;
  /** How many tasks were ever asked for. */
  made: number;
  /** The one that runs now; each round ends with another one. */
  server: ServerProcess;
}

const as: As = { token: 'token-of-the-kills', project: 'p', instance: 'i' };
const callers = 8;
/** So many tasks are acknowledged before the kill, and so long is waited then, at most. */
const [mostAcknowledged, longestWaitMs] = [40, 25];
const tables = 12;

const startIn = (folder: string): Promise<ServerProcess> =>
  startServerProcess(
    ['--data', join(folder, 'store.db'), '--sqlite-root', join(folder, 'databases'), '--log-level', 'error'],
    {
      ROMA_FDI_TOKEN: as.token,
    },
  );

/** Starts a server, makes two databases and registers them. */
export async function prepareScene(folder: string): Promise<Scene> {
  mkdirSync(join(folder, 'databases'));
  const server = await startIn(folder);
  const ids: string[] = [];
  for (const name of ['shop', 'warehouse']) {
    const database = new DatabaseSync(join(folder, 'databases', `${name}.db`));
    for (let table = 0; table < tables; table++)
      database.exec(`create table t${table} (id integer primary key, v text)`);
    database.close();
    const body = {
      datasource_name: name,
      datasource_type: 'SQLITE',
      app_id: 'kill',
      content: { database_name: `${name}.db` },
    };
    ids.push((await callerOf(server.url, as).succeed('createDatasourceInfo', { body })).datasource_id);
  }
  const [source_datasource_id = '', target_datasource_id = ''] = ids;
  return { folder, as, pair: { source_datasource_id, target_datasource_id }, acknowledged: new Map(), made: 0, server };
}

/** Stops the server in order. @throws {Error} where it does not end well */
export async function endScene({ server }: Scene): Promise<void> {
  server.kill('SIGTERM');
  const { code, stderr } = await server.ended;
  if (code !== 0) throw new Error(`The server ended with ${code}: ${stderr}`);
}

/** @throws {Error} naming the task and what was wrong with it */
export async function killRound(scene: Scene): Promise<Round> {
  const { server } = scene;
  const killAfter = 1 + Math.floor(Math.random() * mostAcknowledged);
  const unanswered = new Set<string>();
  let acknowledged = 0;
  let killed = false;
  await Promise.all(Array.from({ length: callers }, () => load(callerOf(server.url, as))));
  await server.ended;

  scene.server = await startIn(scene.folder);
  const kept = await verify(scene, unanswered);
  return { acknowledged, unanswered: unanswered.size, kept };

  async function load(caller: Caller): Promise<void> {
    while (!killed) {
      const task_id = `task-${scene.made++}`;
      unanswered.add(task_id);
      const answer = await caller
        .send('installMultiTasks', { body: { task_id, ...scene.pair, auto_mapping: true } })
        .catch(() => undefined);
      if (!answer) return;
      if (answer.status !== 200) throw new Error(`Task ${task_id} was refused: ${answer.text}`);
      unanswered.delete(task_id);
      scene.acknowledged.set(task_id, answer.text);
      if (++acknowledged === killAfter) void delay(Math.random() * longestWaitMs).then(kill);
    }
  }

  function kill(): void {
    killed = true;
    server.kill('SIGKILL');
  }
}

/**
 * How many of the unanswered tasks are there.
 * @throws {Error} naming an acknowledged task that is another one now, or an unanswered one that is half there
 */
export async function verify(scene: Scene, unanswered: ReadonlySet<string>): Promise<number> {
  const caller = callerOf(scene.server.url, as);
  await Promise.all(
    [...scene.acknowledged].map(async ([task_id, answer]) => {
      const { status, text } = await caller.send('installMultiTasks', { body: { task_id, ...scene.pair } });
      if (status !== 200 || text !== answer)
        throw new Error(`Task ${task_id} was acknowledged and is another one now: ${text}`);
    }),
  );
  let kept = 0;
  for (const task_id of unanswered) {
    const { status, text } = await caller.send('listMultiTaskMappings', { path: { task_id }, query: { limit: 1000 } });
    if (status === 404) continue;
    kept++;
    const { mappings, mappings_total_count: total, schema_mappings: schemas } = JSON.parse(text);
    if (status !== 200 || mappings.length !== tables || total !== tables || schemas.length !== 1)
      throw new Error(`Task ${task_id} is half there: ${mappings?.length} of ${tables} mappings.`);
    // From now on it is as good as acknowledged.
    const whole = await caller.send('installMultiTasks', { body: { task_id, ...scene.pair } });
    scene.acknowledged.set(task_id, whole.text);
  }
  return kept;
}
