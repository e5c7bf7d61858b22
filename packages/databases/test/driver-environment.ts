/** Sets every variable of the environment that a driver, SQLite or Node may read, to values that would change or break a reading. */
import { globSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** What is not found in the drivers' code, since they put the name together, or hand it to a library of C. */
const known =
  `PGHOST PGHOSTADDR PGPORT PGDATABASE PGUSER PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGOPTIONS PGAPPNAME PGSSLMODE
  PGSSLNEGOTIATION PGSSLCERT PGSSLKEY PGSSLROOTCERT PGREQUIRESSL PGREPLICATION PGCLIENT_ENCODING PGCLIENTENCODING PGDATESTYLE PGTZ
  PGSTATEMENT_TIMEOUT PGCONNECT_TIMEOUT PGTARGETSESSIONATTRS MYSQL_HOST MYSQL_PWD MYSQL_TCP_PORT MYSQL_UNIX_PORT MYSQL_HOME
  MYSQL_TEST_LOGIN_FILE SQLITE_TMPDIR SQLITE_FORCE_PROXY_LOCKING TMPDIR NODE_OPTIONS NODE_PATH NODE_DEBUG NODE_TLS_REJECT_UNAUTHORIZED
  OPENSSL_CONF HOME USER USERNAME LOGNAME`.split(/\s+/);

/** Values with a meaning; any other variable gets a text that means nothing. */
const telling: Readonly<Record<string, string>> = {
  PGOPTIONS: '-c search_path=planted -c statement_timeout=1 -c default_transaction_isolation=serializable',
  PGSSLNEGOTIATION: 'direct',
  PGSSLMODE: 'require',
  PGREPLICATION: 'database',
  PGPORT: '1',
  PGCLIENT_ENCODING: 'LATIN1',
  MYSQL_TCP_PORT: '1',
  NODE_OPTIONS: '--require=/no/such/planted.cjs',
  NODE_TLS_REJECT_UNAUTHORIZED: '0',
  NODE_PG_FORCE_NATIVE: '1',
};

/** @returns the names that were found in the code of the drivers and of what they import */
export function stubDriverEnvironment(): string[] {
  const found = [...new Set(['pg', 'mysql2'].flatMap((name) => variablesOf(name, new Set())))];
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of [...known, ...found]) vi.stubEnv(name, telling[name] ?? '/no/such/planted');
  return found;
}

function variablesOf(packageName: string, seen: Set<string>, from = import.meta.filename): string[] {
  const folder = folderOf(packageName, from);
  if (folder === undefined || seen.has(folder)) return [];
  seen.add(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = globSync('**/*.{js,cjs,mjs}', { cwd: folder, exclude: ['node_modules/**'] });
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const own = [...code.matchAll(/process\.env(?:\.(\w+)|\[['"](\w+)['"]\])/g)].map(
    ([, dotted, listed]) => dotted ?? listed ?? '',
  );
  const imported = Object.keys(manifest.dependencies ?? {});
  return [...own, ...imported.flatMap((name) => variablesOf(name, seen, join(folder, 'package.json')))];
}

function folderOf(name: string, from: string): string | undefined {
  const [found] = (createRequire(from).resolve.paths(name) ?? [])
    .map((folder) => join(folder, name, 'package.json'))
    .flatMap((path) => globSync(path));
  return found && dirname(realpathSync(found));
}
