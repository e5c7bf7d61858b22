/** Connection strings that ask for encryption, at real servers that take nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMariaDb } from '../../../packages/databases/test/mariadb-server.ts';
import type { OwnServer } from '../../../packages/databases/test/own-server.ts';
import { startPostgres } from '../../../packages/databases/test/postgres-server.ts';
import { selfSigned } from '../../../packages/databases/test/self-signed.ts';
import { needs, takesLong } from '../../../test/programs.ts';
import { readCatalog } from '../src/catalogs/read-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-encrypted-'));
const certificate = selfSigned('localhost');
const [own, other] = ['own.pem', 'other.pem'].map((name) => join(folder, name)) as [string, string];
beforeAll(() => {
  writeFileSync(own, certificate.cert);
  writeFileSync(other, selfSigned('localhost').cert);
});

const starting = new Map<string, Promise<OwnServer>>();
afterAll(async () => {
  for (const server of starting.values()) await (await server).stop();
  rmSync(folder, { recursive: true });
});

async function postgres(program: string): Promise<OwnServer> {
  const server = await startPostgres(program, certificate);
  await server.run('create database shop');
  await server.run('create table orders (id int)', 'shop');
  await server.run(`do $$ begin execute format('copy (select %L) to %L',
    'hostssl all all all scram-sha-256', current_setting('hba_file')); end $$; select pg_reload_conf()`);
  return server;
}

async function mariadb(program: string): Promise<OwnServer> {
  const server = await startMariaDb(program, certificate);
  await server.run("create database shop; create table shop.orders (id int); alter user 'tester'@'%' require ssl");
  return server;
}

describe.each([
  ['postgres', 'sslmode', 'sslrootcert', { require: 'require', ca: 'verify-ca', full: 'verify-full' }, postgres],
  ['mariadb', 'ssl-mode', 'ssl-ca', { require: 'REQUIRED', ca: 'VERIFY_CA', full: 'VERIFY_IDENTITY' }, mariadb],
] as const)('a %s server with a certificate that it signed itself', (scheme, mode, authorities, modes, start) => {
  const read = async (context: Parameters<typeof needs>[0], host: string, options: Record<string, string>) => {
    const program = needs(context, scheme);
    if (!starting.has(scheme)) starting.set(scheme, start(program));
    const { port, user, password } = (await starting.get(scheme)) as OwnServer;
    const query = new URLSearchParams(options);
    const text = `${scheme}://${user}:${password}@${host}:${port}/shop?${query}`;
    const tables = await readCatalog(text).then(
      (catalog) => catalog.tables.map(({ name }) => name).join(),
      ({ message }: Error) => message,
    );
    expect(tables).not.toContain(password);
    return tables;
  };
  // MariaDB tells no more.
  const unencryptedRefused = /only encrypted connections may be accepted|refused the user name or the password/;
  const certificateRefused = expect.stringContaining('its certificate or its version of TLS is not accepted here');

  test('is read as the options say, and not otherwise', async (context) => {
    takesLong(context);
    expect(await read(context, 'localhost', {})).toMatch(unencryptedRefused);
    expect(await read(context, 'localhost', { [mode]: 'disable' })).toMatch(unencryptedRefused);
    expect(await read(context, 'localhost', { [mode]: modes.require })).toBe('orders');
    expect(await read(context, '127.0.0.1', { [mode]: modes.require })).toBe('orders');
    for (const checked of [modes.ca, modes.full])
      expect(await read(context, 'localhost', { [mode]: checked })).toEqual(certificateRefused);
    for (const checked of [modes.require, modes.ca, modes.full]) {
      expect(await read(context, 'localhost', { [mode]: checked, [authorities]: own })).toBe('orders');
      expect(await read(context, 'localhost', { [mode]: checked, [authorities]: other })).toEqual(certificateRefused);
    }
    expect(await read(context, '127.0.0.1', { [mode]: modes.ca, [authorities]: own })).toBe('orders');
    expect(await read(context, '127.0.0.1', { [mode]: modes.full, [authorities]: own })).toEqual(certificateRefused);
  });

  test('a wrong password is not taken for a wrong certificate', async (context) => {
    takesLong(context);
    const said = await read(context, 'localhost', { [mode]: modes.require, password: 'wrong' });
    expect(said).toContain('refused the user name or the password');
  });
});
