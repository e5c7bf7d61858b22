/** A PostgreSQL server of a test's own: empty, on loopback, with password login, gone when it is stopped. */
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { login, type OwnServer, startOwnServer } from './own-server.ts';

export type PostgresServer = OwnServer;

/**
 * Starts a server; takes about two seconds. Its `run` takes `postgres` where no database is given.
 * @param program the path of `postgres`; `initdb` lies beside it
 * @param certificate given, encrypted connections are accepted too
 */
export async function startPostgres(
  program: string,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<PostgresServer> {
  const server = await startOwnServer(program, {
    name: 'PostgreSQL',
    readyWhen: 'ready to accept connections',
    // Open connections are ended.
    stopSignal: 'SIGINT',
    env: environment(),
    prepare({ folder, port, owner, put }) {
      const data = join(folder, 'data');
      // The programs are looked for beside the real file: what is on the path may be a link to it.
      const initdb = join(dirname(realpathSync(program)), 'initdb');
      const secret = put('password', login.password);
      const how = ['--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
      const options = { stdio: 'pipe', env: environment(), cwd: folder, ...owner } as const;
      execFileSync(initdb, ['-D', data, '-U', login.user, ...how], options);
      const settings = {
        listen_addresses: login.host,
        unix_socket_directories: '',
        fsync: 'off',
        shared_buffers: '32MB',
        port: String(port),
        ...(certificate && {
          ssl: 'on',
          ssl_cert_file: put('server.crt', certificate.cert),
          ssl_key_file: put('server.key', certificate.key),
        }),
      };
      const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      return ['-D', data, ...given];
    },
  });
  return {
    ...login,
    ...server,
    async run(sql, database = 'postgres') {
      const client = new Client({ ...login, port: server.port, database });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
  };
}

/** The developer's own PostgreSQL settings stay out of the test. */
function environment(): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))), LC_ALL: 'C' };
}
