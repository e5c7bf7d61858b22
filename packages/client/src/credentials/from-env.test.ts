import { afterEach, expect, test, vi } from 'vitest';
import { json } from '../../test/stub-transport.ts';
import type { TransportInit } from '../index.ts';
import { clientFromEnv as byWebCrypto } from './env.ts';
import { clientFromEnv } from './env-node.ts';

afterEach(() => void vi.unstubAllEnvs());

const place = {
  ROMA_FDI_URL: 'https://fdi.test/gateway',
  ROMA_FDI_INSTANCE_ID: 'instance',
  HUAWEICLOUD_SDK_PROJECT_ID: 'project',
};
const key = { HUAWEICLOUD_SDK_AK: 'AK', HUAWEICLOUD_SDK_SK: 'a-secret-key' };
const user = { HW_USER_NAME: 'user', HW_USER_PASSWORD: 'a-password', HW_DOMAIN_NAME: 'domain' };

/** The URLs and headers of what a client sends in one call. */
async function sentBy(environment: Record<string, string>, options: object = {}, make = clientFromEnv) {
  const sent: { url: string; init: TransportInit }[] = [];
  const transport = async (url: string, init: TransportInit) => {
    sent.push({ url, init });
    if (!url.includes('/v3/auth/tokens')) return json({ tasks: {} });
    return new Response('{}', { status: 201, headers: { 'X-Subject-Token': 'a-fetched-token' } });
  };
  vi.stubGlobal('fetch', transport);
  await make({ transport, ...options }, environment).tasks.count();
  vi.unstubAllGlobals();
  return sent.map(({ url, init }) => ({ url, headers: Object.fromEntries(init.headers) }));
}

test('an address, a project and an instance come from the environment, and go behind the options', async () => {
  const [call] = await sentBy({ ...place, ROMA_FDI_TOKEN: 'a-token' });
  expect(call?.url).toMatch(/^https:\/\/fdi\.test\/gateway\/v2\/project\/fdi\/instances\/instance\//);
  expect(call?.headers).toMatchObject({ 'x-auth-token': 'a-token' });
  const options = { region: 'cn-north-4', projectId: 'p', instanceId: 'i', credentials: 'other' };
  const [other] = await sentBy({ ...place, ROMA_FDI_TOKEN: 'a-token' }, options);
  expect(other?.url).toMatch(/^https:\/\/roma\.cn-north-4\.myhuaweicloud\.com\/v2\/p\/fdi\/instances\/i\//);
  expect(other?.headers).toMatchObject({ 'x-auth-token': 'other' });
});

test.each([
  ['node:crypto', clientFromEnv],
  ['WebCrypto', byWebCrypto],
])('an access key signs, by %s', async (_, make) => {
  const [call] = await sentBy({ ...place, ...key, ROMA_FDI_TOKEN: '' }, {}, make);
  expect(call?.headers).toMatchObject({
    'x-project-id': 'project',
    authorization: expect.stringMatching(/Access=AK, /),
  });
  const temporary = { ...place, ...key, HUAWEICLOUD_SDK_SECURITY_TOKEN: 'a-security-token' };
  expect((await sentBy(temporary, {}, make))[0]?.headers).toMatchObject({ 'x-security-token': 'a-security-token' });
});

test('a user gets a token of the region, or of the endpoint', async () => {
  const { ROMA_FDI_URL: _, ...cloud } = { ...place, ...user, ROMA_FDI_REGION: 'cn-north-4' };
  const [asked, call] = await sentBy(cloud);
  expect(asked?.url).toMatch(/^https:\/\/iam\.cn-north-4\.myhuaweicloud\.com\/v3\/auth\/tokens/);
  expect(call?.url).toMatch(/^https:\/\/roma\.cn-north-4\./);
  expect(call?.headers).toMatchObject({ 'x-auth-token': 'a-fetched-token' });
  const [own] = await sentBy({ ...place, ...user, HUAWEICLOUD_SDK_IAM_ENDPOINT: 'https://iam.test/' });
  expect(own?.url).toMatch(/^https:\/\/iam\.test\/v3\/auth\/tokens/);
});

test('a token goes before an access key, and that before a user', async () => {
  const all = { ...place, ...user, ...key, ROMA_FDI_TOKEN: 'a-token', ROMA_FDI_REGION: 'cn-north-4' };
  expect((await sentBy(all))[0]?.headers).toHaveProperty('x-auth-token', 'a-token');
  expect((await sentBy({ ...all, ROMA_FDI_TOKEN: '' }))[0]?.headers).toHaveProperty('authorization');
});

test.each([
  [{}, 'Neither ROMA_FDI_URL nor ROMA_FDI_REGION is set.'],
  [{ ...place, ROMA_FDI_INSTANCE_ID: '' }, 'The variable ROMA_FDI_INSTANCE_ID is not set.'],
  [{ ...place, HUAWEICLOUD_SDK_PROJECT_ID: '' }, 'The variable HUAWEICLOUD_SDK_PROJECT_ID is not set.'],
  [place, 'No credentials: set ROMA_FDI_TOKEN, or HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or HW_USER_NAME,'],
  [{ ...place, HUAWEICLOUD_SDK_AK: 'AK' }, 'The variable HUAWEICLOUD_SDK_SK is not set.'],
  [{ ...place, ...user, HW_DOMAIN_NAME: '' }, 'The variable HW_DOMAIN_NAME is not set.'],
  [{ ...place, ...user }, 'The variable ROMA_FDI_REGION is not set.'],
  [{ ...place, ROMA_FDI_URL: '', ROMA_FDI_REGION: 'mars', ROMA_FDI_TOKEN: 'a-token' }, 'region must be one of'],
])('%j is refused by the name of what is missing', (environment, words) => {
  expect(() => clientFromEnv({}, environment)).toThrow(words);
  expect(() => clientFromEnv({}, environment)).not.toThrow(/a-secret-key|a-password|a-token/);
});

test('without an environment of its own it reads that of the process', () => {
  for (const [name, value] of Object.entries({ ...place, ...key })) vi.stubEnv(name, value);
  expect(clientFromEnv().tasks).toBeDefined();
});
