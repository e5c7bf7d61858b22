/** A MariaDB server of a test's own: empty, on loopback, with password login, gone when it is stopped. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export interface MariaDbServer {
  readonly host: string;
  readonly port: number;
  /** May do everything. */
  readonly user: string;
  readonly password: string;
  /** The process, for tests that end or stop it without taking leave. */
  readonly pid: number;
  /** Runs statements as that user, in this database where one is given. */
  run(sql: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const user = 'tester';
const password = 'only-for-tests';

/**
 * Starts a server; takes about three seconds.
 * @param program the path of `mariadbd`; `mariadb-install-db` lies in `/usr/bin` or beside it
 * @param certificate given, encrypted connections are accepted too
 */
export async function startMariaDb(
  program: string,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<MariaDbServer> {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-mariadb-'));
  const owner = unprivileged();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const own = (path: string) => owner && chownSync(path, owner.uid, owner.gid);
  const put = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    own(path);
    return path;
  };
  try {
    own(folder);
    const data = join(folder, 'data');
    execFileSync(
      installer(program),
      [
        '--no-defaults',
        `--datadir=${data}`,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
        '--skip-name-resolve',
      ],
      { stdio: 'pipe', cwd: folder, ...owner },
    );
    const logins = `create user '${user}'@'%' identified by '${password}';\ngrant all on *.* to '${user}'@'%' with grant option;\n`;
    const port = await freePort();
    const settings = {
      datadir: data,
      socket: join(folder, 'socket'),
      port: String(port),
      'bind-address': host,
      'pid-file': join(folder, 'pid'),
      'init-file': put('logins.sql', logins),
      'innodb-buffer-pool-size': '64M',
      'innodb-flush-log-at-trx-commit': '0',
      ...(certificate && {
        'ssl-cert': put('server.crt', certificate.cert),
        'ssl-key': put('server.key', certificate.key),
      }),
    };
    const options = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
    const child = spawn(program, ['--no-defaults', ...options, '--skip-name-resolve'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: folder,
      ...owner,
    });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    await ready(child);
    return {
      host,
      port,
      user,
      password,
      pid: child.pid ?? 0,
      async run(sql, database) {
        const connection = await createConnection({
          host,
          port,
          user,
          password,
          multipleStatements: true,
          ...(database && { database }),
        });
        await connection.query(sql).finally(() => connection.end());
      },
      stop: () => stop(child).finally(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function installer(program: string): string {
  return dirname(program) === '/usr/sbin'
    ? '/usr/bin/mariadb-install-db'
    : join(dirname(program), 'mariadb-install-db');
}

type Owner = { uid: number; gid: number } | undefined;

/** MariaDB refuses to run as root; then it runs as nobody. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('ready for connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`MariaDB did not start:\n${log}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  // Nothing of it is wanted any more.
  child.kill('SIGKILL');
  await exit;
}
