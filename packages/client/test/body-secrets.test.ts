/** Passwords in bodies: whoever writes an error may quote the body that was sent. */
import { inspect } from 'node:util';
import { secretFields } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { createFdiClient } from '../src/index.ts';
import { failure } from './stub-transport.ts';

const password = 'correct horse "battery" staple';
const body = {
  datasource_name: 'warehouse',
  datasource_type: 'POSTGRESQL',
  app_id: 'tests',
  content: { host: 'db.internal', port: '5432', database_name: 'w', user_name: 'reader', password },
} as const;

const place = { baseUrl: 'http://localhost', projectId: 'p', instanceId: 'i', credentials: 'a-token-of-letters' };

test.each<[string, (sent: string) => Promise<Response>]>([
  [
    'a server that quotes the body',
    async (sent) => Response.json({ error_code: 'X', error_msg: `bad ${sent}` }, { status: 400 }),
  ],
  [
    'a server that quotes the password',
    async () => Response.json({ error_code: 'X', error_msg: `user reader, ${password}` }, { status: 500 }),
  ],
  ['a transport that quotes the body', (sent) => Promise.reject(new TypeError(`cannot send ${sent}`))],
])('%s puts no password into the error', async (_, answer) => {
  const fdi = createFdiClient({ ...place, maxRetries: 0, transport: (_url, { body: sent = '' }) => answer(sent) });
  const calls = [
    () => fdi.dataSources.create(body),
    () => fdi.dataSources.update('id', body),
    () => fdi.dataSources.test('id', body),
  ];
  for (const call of calls) {
    const error = await failure(call());
    const shown = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${String(error)}`;
    expect(shown).not.toMatch(/horse|battery|staple/);
    expect(shown).toContain('[secret]');
  }
});

test('the fields that the contract keeps to itself are known', () => {
  expect(secretFields).toContain('password');
  expect(secretFields).not.toContain('host');
});
