/** A PostgreSQL server of a test's own: empty, on loopback, with password login, gone when it is stopped. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  /** A superuser. */
  readonly user: string;
  readonly password: string;
  /** The process, for tests that end it without taking leave. */
  readonly pid: number;
  /** Runs statements as that user; default for the database: `postgres`. */
  run(sql: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

const loopback = '127.0.0.1';
const superuser = 'tester';
const superuserPassword = 'only-for-tests';

/**
 * Starts a server; takes about two seconds.
 * @param program the path of `postgres`; `initdb` lies beside it
 * @param certificate given, encrypted connections are accepted too
 */
export async function startPostgres(
  program: string,
  certificate?: { cert: string; key: string },
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-postgres-'));
  const owner = unprivileged();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const own = (path: string) => owner && chownSync(path, owner.uid, owner.gid);
    const put = (name: string, content: string) => {
      const path = join(folder, name);
      writeFileSync(path, content, { mode: 0o600 });
      own(path);
      return path;
    };
    own(folder);
    const secret = put('password', superuserPassword);
    const data = join(folder, 'data');
    // The programs are looked for beside the real file: what is on the path may be a link to it.
    const initdb = join(dirname(realpathSync(program)), 'initdb');
    const how = ['--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
    execFileSync(initdb, ['-D', data, '-U', superuser, ...how], {
      stdio: 'pipe',
      env: environment(),
      cwd: folder,
      ...owner,
    });
    const port = await freePort();
    const tls = certificate && {
      ssl: 'on',
      ssl_cert_file: put('server.crt', certificate.cert),
      ssl_key_file: put('server.key', certificate.key),
    };
    const child = start(program, data, { port: String(port), ...tls }, owner);
    await ready(child);
    return {
      host: loopback,
      port,
      user: superuser,
      password: superuserPassword,
      pid: child.pid ?? 0,
      async run(sql, database = 'postgres') {
        const client = new Client({ host: loopback, port, user: superuser, password: superuserPassword, database });
        await client.connect();
        await client.query(sql).finally(() => client.end());
      },
      stop: () => stop(child).finally(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

type Owner = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root; then it runs as nobody. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The developer's own PostgreSQL settings stay out of the test. */
function environment(): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))), LC_ALL: 'C' };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, loopback);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function start(program: string, data: string, settings: Record<string, string>, owner: Owner): ChildProcess {
  const all = {
    listen_addresses: loopback,
    unix_socket_directories: '',
    fsync: 'off',
    shared_buffers: '32MB',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program, ['-D', data, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(),
    cwd: data,
    ...owner,
  });
  const kill = () => child.kill('SIGQUIT');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}

/** SIGINT: open connections are ended, nobody is waited for. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  await exit;
}
