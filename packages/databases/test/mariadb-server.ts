/** A MariaDB server of a test's own: empty, on loopback, with password login, gone when it is stopped. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { login, type OwnServer, startOwnServer } from './own-server.ts';

export type MariaDbServer = OwnServer;

/**
 * Starts a server; takes about two seconds.
 * @param program the path of `mariadbd`; `mariadb-install-db` lies in `/usr/bin` or beside it
 * @param certificate given, encrypted connections are accepted too
 */
export async function startMariaDb(
  program: string,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<MariaDbServer> {
  const { user, password } = login;
  const server = await startOwnServer(program, {
    name: 'MariaDB',
    readyWhen: 'ready for connections',
    stopSignal: 'SIGKILL',
    prepare({ folder, port, owner, put }) {
      const data = join(folder, 'data');
      const how = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
      // A server that starts removes the temporary tables of all others in the folder for these.
      const env = { ...process.env, TMPDIR: folder };
      const options = { stdio: 'pipe', cwd: folder, env, ...owner } as const;
      execFileSync(installer(program), ['--no-defaults', `--datadir=${data}`, ...how], options);
      const settings = {
        datadir: data,
        tmpdir: folder,
        socket: join(folder, 'socket'),
        port: String(port),
        'bind-address': login.host,
        'pid-file': join(folder, 'pid'),
        'init-file': put(
          'logins.sql',
          `create user '${user}'@'%' identified by '${password}';\ngrant all on *.* to '${user}'@'%' with grant option;\n`,
        ),
        'innodb-buffer-pool-size': '64M',
        'innodb-flush-log-at-trx-commit': '0',
        ...(certificate && {
          'ssl-cert': put('server.crt', certificate.cert),
          'ssl-key': put('server.key', certificate.key),
        }),
      };
      const given = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
      return ['--no-defaults', ...given, '--skip-name-resolve'];
    },
  });
  return {
    ...login,
    ...server,
    async run(sql, database) {
      const where = { ...login, port: server.port, ...(database && { database }) };
      const connection = await createConnection({ ...where, multipleStatements: true });
      await connection.query(sql).finally(() => connection.end());
    },
  };
}

function installer(program: string): string {
  return dirname(program) === '/usr/sbin'
    ? '/usr/bin/mariadb-install-db'
    : join(dirname(program), 'mariadb-install-db');
}
