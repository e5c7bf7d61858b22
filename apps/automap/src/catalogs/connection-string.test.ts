import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConnectionStringError, readConnectionString } from './connection-string.ts';

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-connection-'));
afterAll(() => rmSync(folder, { recursive: true }));
const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
const authority = join(folder, 'ca file.pem');
writeFileSync(authority, pem);
const encoded = encodeURIComponent(authority);

const plain = { host: 'h', user_name: 'u', password: 'p', database_name: 'd' };
const postgres = { type: 'POSTGRESQL', host: 'h', port: 5432, settings: plain };
const mysql = { type: 'MYSQL', host: 'h', port: 3306, settings: plain };

describe('a connection string', () => {
  test.each([
    ['postgres://u:p@h/d', postgres],
    ['postgresql://u:p@h:5433/d', { ...postgres, port: 5433 }],
    ['POSTGRES://u:p@h/d', postgres],
    ['  postgres://u:p@h/d ', postgres],
    ['mysql://u:p@h/d', mysql],
    ['MariaDB://u:p@h:3307/d', { ...mysql, port: 3307 }],
    ['postgres://u@h/d', { ...postgres, settings: { ...plain, password: '' } }],
    [
      'postgres://u%40:p%2F%3F%23%25@h/d%20e',
      { ...postgres, settings: { ...plain, user_name: 'u@', password: 'p/?#%', database_name: 'd e' } },
    ],
    ['postgres://u:p w@h/d', { ...postgres, settings: { ...plain, password: 'p w' } }],
    ['postgres://u:p@q@h/d', { ...postgres, settings: { ...plain, password: 'p@q' } }],
    ['postgres://u:p@[::1]:5433/d', { ...postgres, host: '::1', port: 5433, settings: { ...plain, host: '::1' } }],
    ['mysql://u:p@[2001:db8::7]/d', { ...mysql, host: '2001:db8::7', settings: { ...plain, host: '2001:db8::7' } }],
    ['postgres:///?host=h&port=5433&user=u&password=p&dbname=d', { ...postgres, port: 5433 }],
    ['postgres://x:y@z:1/w?host=h&port=5433&user=u&password=p&dbname=d', { ...postgres, port: 5433 }],
    ['postgres://u@h/d?password=a%26b+c%3D', { ...postgres, settings: { ...plain, password: 'a&b+c=' } }],
    ['postgres:///d?user=u&password=p&host=[::1]', { ...postgres, host: '::1', settings: { ...plain, host: '::1' } }],
    ['mysql://?host=h&user=u&password=p&database=d', mysql],
    ['postgres://u:p@h/d?', postgres],
  ])('%s is read as it is meant', async (text, expected) => {
    expect(await readConnectionString(text)).toEqual(expected);
  });

  test.each([
    ['postgres://u:p@h/d?sslmode=disable', undefined],
    ['postgres://u:p@h/d?sslmode=require', { verify: 'nothing' }],
    ['postgres://u:p@h/d?sslmode=verify-ca', { verify: 'authority' }],
    ['postgres://u:p@h/d?sslmode=verify-full', { verify: 'name' }],
    ['mysql://u:p@h/d?ssl-mode=DISABLED', undefined],
    ['mysql://u:p@h/d?ssl-mode=REQUIRED', { verify: 'nothing' }],
    ['mysql://u:p@h/d?ssl-mode=VERIFY_CA', { verify: 'authority' }],
    ['mysql://u:p@h/d?ssl-mode=VERIFY_IDENTITY', { verify: 'name' }],
    ['mariadb://u:p@h/d?sslmode=verify-full', { verify: 'name' }],
    [`postgres://u:p@h/d?sslmode=verify-full&sslrootcert=${encoded}`, { verify: 'name', authorities: pem }],
    [`postgres://u:p@h/d?sslrootcert=${encoded}&sslmode=require`, { verify: 'authority', authorities: pem }],
    [`mysql://u:p@h/d?ssl-mode=VERIFY_CA&ssl-ca=${encoded}`, { verify: 'authority', authorities: pem }],
    ['postgres://u:p@h/d?sslmode=verify-full&sslrootcert=system', { verify: 'name' }],
  ])('%s is encrypted as it says', async (text, encryption) => {
    expect((await readConnectionString(text))?.encryption).toEqual(encryption);
  });

  test('counts the path of a certificate from where the caller stands', async () => {
    const path = encodeURIComponent(relative(process.cwd(), authority));
    const read = await readConnectionString(`postgres://u:p@h/d?sslmode=verify-ca&sslrootcert=${path}`);
    expect(read?.encryption).toMatchObject({ authorities: pem });
  });

  test.each([
    ['sslmode=prefer', '[sslmode] must be disable, require, verify-ca or verify-full; prefer might send'],
    ['sslmode=allow', '[sslmode] must be disable, require, verify-ca or verify-full; allow might send'],
    ['sslmode=', '[sslmode] must be disable'],
    ['sslmode=PLANTED', '[sslmode] must be disable'],
    ['sslmode=require&sslmode=disable', '[sslmode] of the connection string stands twice'],
    [
      'connect_timeout=5',
      '[connect_timeout] of the connection string is not taken here; taken are host, port, user, password, dbname',
    ],
    ['ssl=true', '[ssl] of the connection string is not taken'],
    ['SSLMODE=require', '[SSLMODE] of the connection string is not taken'],
    ['options=-c%20role=PLANTED', '[options] of the connection string is not taken'],
    ['toString=1', '[toString] of the connection string is not taken'],
    ['sslrootcert=x.pem', '[sslrootcert] needs sslmode=verify-ca or sslmode=verify-full beside it'],
    ['sslmode=disable&sslrootcert=x.pem', '[sslrootcert] needs sslmode=verify-ca'],
    ['sslmode=require&sslrootcert=system', '[sslrootcert] needs sslmode=verify-full'],
    ['sslmode=verify-ca&sslrootcert=nowhere.pem', 'file of the option [sslrootcert] cannot be read (ENOENT)'],
    ['sslmode=verify-ca&sslrootcert=package.json', 'file of the option [sslrootcert] holds no certificate'],
    ['port=0', 'port of a connection string is a whole number from 1 to 65535'],
    ['port=70000', 'port of a connection string is a whole number'],
    ['port=PLANTED', 'port of a connection string is a whole number'],
    ['host=%2Fvar%2Frun%2Fpostgresql', 'is one name or one IP address, and no socket'],
    ['host=a,b', 'is one name or one IP address'],
    ['host=', 'names no host'],
    ['user=', 'names no user'],
  ])('with ?%s is refused by name', async (query, message) => {
    const refused = readConnectionString(`postgres://u:PLANTED@h/d?${query}`);
    await expect(refused).rejects.toThrow(ConnectionStringError);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow(/PLANTED/);
  });

  test('with two options that say the same is refused', async () => {
    const refused = readConnectionString('mysql://u:p@h/d?ssl-mode=REQUIRED&sslmode=disable');
    await expect(refused).rejects.toThrow('[sslmode] of the connection string says what another one says');
  });

  test.each([
    'jdbc://u:PLANTED@h/d',
    'http://u:PLANTED@h/d',
    'sqlite:///PLANTED.db',
    'postgres+ssl://u:PLANTED@h/d',
    'postgres://u:PLANTED@h:99999/d',
    'postgres://u:PLANTED%@h/d',
    'postgres://u:PLANTED#1@h/d',
    'postgres://u:12#PLANTED@h/d',
    'postgres://u:1?PLANTED&x@h/d',
    'postgres://u:1?x=PLANTED@h/d&PLANTED/',
    'postgres://u:PLANTED@[::1/d',
    'postgres://u:PLANTED@h o/d',
    'postgres://PLANTED@/d',
    'postgres://:PLANTED@h/d',
    'postgres://u:PLANTED@h',
    'mysql://u:PLANTED@h/',
    'postgres://u:PLANTED@%2Ftmp/d',
    'postgres://u:PLANTED@a,b/d',
    'postgres://',
  ])('%s is refused without being repeated', async (text) => {
    const refused = readConnectionString(text);
    await expect(refused).rejects.toThrow(ConnectionStringError);
    await expect(refused).rejects.not.toThrow(/PLANTED/);
  });

  test.each(['shop.db', 'postgres:/u:p@h/d', 'host=h password=p', 'jdbc:postgresql://u:p@h/d', ''])(
    '%j is none',
    async (text) => {
      expect(await readConnectionString(text)).toBeUndefined();
    },
  );
});
