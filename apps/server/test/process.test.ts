/** The real process: what it prints, how it refuses to start, how it ends, and what it never tells. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { failures, routes } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { readConfig } from '../src/command-line.ts';
import { callerOf } from './caller.ts';
import { endScene, killRound, prepareScene, type Scene, verify } from './server-kill.ts';
import { runServer, type ServerProcess, startServerProcess } from './server-process.ts';

const as = { token: 'token-of-the-process', project: 'p', instance: 'i' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-process-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const memory = ['--data', ':memory:', '--log-level', 'error'];

/** An init whose last byte has not been sent. */
async function beginInit({ port }: ServerProcess): Promise<{ finish(): Promise<string>; socket: Socket }> {
  const socket = connect(port, '127.0.0.1');
  const answer = text(socket).catch(() => 'cut off');
  const path = routes.installMultiTasks.path.replaceAll(/\{\w+\}/g, 'x');
  const head = [`POST ${path} HTTP/1.1`, 'Host: x', `X-Auth-Token: ${as.token}`, 'Content-Type: application/json'];
  await new Promise<void>((sent) => {
    socket.write(`${[...head, 'Expect: 100-continue', 'Content-Length: 2'].join('\r\n')}\r\n\r\n`);
    // The server has begun with it when it asks for the body.
    socket.once('data', () => sent());
  });
  socket.write('{');
  return {
    socket,
    finish() {
      socket.write('}');
      return answer;
    },
  };
}

/** Until the server takes no new connection any more. */
async function noLongerListening({ port }: ServerProcess): Promise<void> {
  const refused = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(false);
      });
      socket.once('error', () => resolve(true));
    });
  while (!(await refused()));
}

describe('on the command line', () => {
  it('it explains itself, names its version, and refuses what it does not know', async (context) => {
    takesLong(context);
    const [helped, versioned, wrong, unreadable, rootless, mistyped] = await Promise.all([
      runServer(['--help']),
      runServer(['--version']),
      runServer(['--prot', '1']),
      runServer(['--allow-host', '127.1:5432', ...memory]),
      runServer(['--sqlite-root', join(folder, 'no-root'), ...memory]),
      runServer(['--data', join(folder, 'mistyped', 'own.db')]),
    ]);
    expect(helped).toMatchObject({ code: 0, stdout: readConfig(['--help']), stderr: '' });
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(versioned).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/--prot.*Try --help\.\n$/s) });
    expect(rootless).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `The folder for SQLite databases, ${join(folder, 'no-root')}, does not exist: make it, or name another one (--sqlite-root).\n`,
    });
    expect(mistyped).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/there is no folder .*mistyped\. Make it/),
    });
    expect(unreadable).toMatchObject({ code: 2, stderr: expect.stringContaining('for example db.internal:5432') });
  });
});

describe('a server that runs', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess(['--data', join(folder, 'own.db'), '--log-level', 'debug']);
  });
  afterAll(() => server.kill('SIGKILL'));

  it('prints its URL, and a token of its own where it was given none', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const made = /X-Auth-Token\): (\S+)/.exec(server.written().stdout)?.[1] ?? '';
    await callerOf(server.url, { ...as, token: made }).succeed('installMultiTasks');
    expect(await callerOf(server.url, as).refuse('installMultiTasks')).toMatchObject({ status: 401 });
  });

  it('writes a backup when it is told to, says so, and goes on', async () => {
    server.kill('SIGUSR2');
    await expect.poll(() => server.written().stdout, { timeout: 30_000 }).toContain('The store was backed up to');
    expect(readdirSync(folder)).toContain('own.db.backup');
    const made = /X-Auth-Token\): (\S+)/.exec(server.written().stdout)?.[1] ?? '';
    await callerOf(server.url, { ...as, token: made }).succeed('installMultiTasks');
  });

  it('keeps others from its port and its file, and tells the way out', async (context) => {
    takesLong(context);
    const [port, file] = await Promise.all([
      runServer(['--port', String(server.port), ...memory]),
      runServer(['--port', '0', '--data', join(folder, 'own.db')]),
    ]);
    expect(port).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 is taken\. Choose another with --port/),
    });
    expect(file).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(join(folder, 'own.db')) });
  });
});

describe('when it is told to end', () => {
  it('it answers what is under way, takes nothing new, and ends well', async () => {
    const data = join(folder, 'ending.db');
    const server = await startServerProcess(['--data', data, '--log-level', 'info'], { ROMA_FDI_TOKEN: as.token });
    const begun = await Promise.all(Array.from({ length: 10 }, () => beginInit(server)));
    server.kill('SIGTERM');
    await noLongerListening(server);
    const answers = await Promise.all(begun.map(({ finish }) => finish()));
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
    const tasks = answers.map((answer) => /"task_id":"(\w+)"/.exec(answer)?.[1]);
    expect(new Set(tasks).size).toBe(10);
    const database = new DatabaseSync(data, { readOnly: true });
    const kept = database
      .prepare('select id from tasks')
      .all()
      .map(({ id }) => id);
    database.close();
    expect(kept.toSorted()).toEqual(tasks.toSorted());
  });

  it('because its own file is gone, nothing more is acknowledged, and log, sentence and exit code say so', async (context) => {
    takesLong(context);
    const data = join(folder, 'gone.db');
    const server = await startServerProcess(['--data', data, '--log-level', 'fatal'], { ROMA_FDI_TOKEN: as.token });
    const caller = callerOf(server.url, as);
    const init = () =>
      caller.send('installMultiTasks').then(
        ({ status }) => status,
        () => 0,
      );
    expect(await init()).toBe(200);
    rmSync(data);
    const statuses = await Promise.all(Array.from({ length: 20 }, init));
    expect(statuses.filter((status) => status < 500 && status !== 0)).toEqual([]);
    const { code, stdout, stderr } = await server.ended;
    expect(code).toBe(3);
    expect(stderr).toMatch(new RegExp(`^The store ${data} is lost to this server: it was deleted or moved .*\\.\n$`));
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ level: 60, msg: stderr.trim() });
  });

  it('a second signal of either kind ends it at once', async (context) => {
    takesLong(context);
    const server = await startServerProcess(memory, { ROMA_FDI_TOKEN: as.token });
    const { socket } = await beginInit(server);
    server.kill('SIGTERM');
    await noLongerListening(server);
    server.kill('SIGINT');
    expect(await server.ended).toMatchObject({ signal: 'SIGINT' });
    socket.destroy();
  });
});

it('no token and no password stands in an answer, the log or a file', async (context) => {
  takesLong(context);
  const secrets = {
    token: 'PLANTED-token-7731',
    password: 'PLANTED-password-7732',
    url: 'postgresql://u:PLANTED-url-7733@h/d',
  };
  const own = join(folder, 'secrets');
  const tokens = join(folder, 'tokens');
  writeFileSync(tokens, 'PLANTED p # a short token\n');
  mkdirSync(own);
  const server = await startServerProcess(
    ['--data', join(own, 'store.db'), '--log-level', 'trace', '--allow-host', 'localhost:1', '--tokens-file', tokens],
    {
      ROMA_FDI_TOKEN: secrets.token,
    },
  );
  const caller = callerOf(server.url, { ...as, token: secrets.token });
  const content = {
    host: 'localhost',
    port: '1',
    database_name: 'shop',
    user_name: 'reader',
    password: secrets.password,
    url: secrets.url,
  };
  const body = { datasource_name: 'shop', datasource_type: 'POSTGRESQL', app_id: 'tests', content };
  const created = await caller.succeed('createDatasourceInfo', { body });
  const pair = { source_datasource_id: created.datasource_id, target_datasource_id: created.datasource_id };
  const answers = [
    JSON.stringify(created),
    (await caller.send('createDatasourceInfo', { body })).text,
    (
      await caller.send('createDatasourceInfo', {
        body: { ...body, content: { ...content, password: 7732, sk: secrets.password } },
      })
    ).text,
    (
      await caller.send('createDatasourceInfo', {
        body: { ...body, datasource_name: 'x', content: { ...content, passwort: secrets.password } },
      })
    ).text,
    (await caller.send('listDatasources')).text,
    (
      await caller.send('listDatasources', {
        query: { name: 'x' },
        headers: { authorization: secrets.token, 'x-request-id': 'of-the-caller' },
      })
    ).text,
    (await caller.send('installMultiTasks', { body: { ...pair, auto_mapping: true } })).text,
  ];
  expect(answers.at(-1)).toContain(failures.ConnectionFailed.code);
  const files = readdirSync(own).map((name) => readFileSync(join(own, name), 'latin1'));
  expect(files.length).toBeGreaterThanOrEqual(2);
  // As if its terminal were closed: an end in order like any other, and not without a word.
  server.kill('SIGHUP');
  const { stdout, stderr, code } = await server.ended;
  expect(code).toBe(0);
  for (const place of [...answers, stdout, stderr, ...files]) expect(place).not.toMatch(/PLANTED/);

  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  expect(lines.find((line) => line.callerRequestId === 'of-the-caller')).toMatchObject({
    operation: 'listDatasources',
    status: 200,
  });
  expect(lines.map((line) => line.msg)).toContainEqual(expect.stringMatching(/^A token has 7 characters\./));
  expect(lines.find((line) => line.msg === 'stopping')).toMatchObject({ why: 'SIGHUP' });
  expect(lines.filter((line) => line.msg === 'answered')).toHaveLength(answers.length);
});

describe('killed under load', () => {
  let scene: Scene;
  beforeAll(async () => {
    mkdirSync(join(folder, 'killed'));
    scene = await prepareScene(join(folder, 'killed'));
  });
  afterAll(() => endScene(scene));

  // A deadline for busy machines; the rounds take seconds on a quiet one.
  it('it has lost nothing that it had acknowledged, and left no task half done', {
    timeout: 60_000,
  }, async (context) => {
    takesLong(context);
    expect((await killRound(scene)).acknowledged).toBeGreaterThan(0);
  });

  it('a task that was lost, or is half there, would be noticed', async () => {
    await callerOf(scene.server.url, scene.as).succeed('installMultiTasks', {
      body: { task_id: 'half', ...scene.pair },
    });
    await expect(verify(scene, new Set(['half']))).rejects.toThrow('half is half there');
    scene.acknowledged.set('never-made', '[]');
    await expect(verify(scene, new Set())).rejects.toThrow('never-made was acknowledged');
  });
});
