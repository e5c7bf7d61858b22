import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type GoldenVector, goldenVectors } from '../../../contract/test/golden-vectors.ts';
import { failure } from '../../test/stub-transport.ts';
import type { UnsignedRequest } from '../credentials.ts';
import { aksk as byWebCrypto } from './aksk.ts';
import { aksk as byNodeCrypto } from './aksk-node.ts';

const { signal } = new AbortController();

/** The request of a golden vector, as the client hands it to its credentials. */
function requestOf({ parts, host, body, projectId }: GoldenVector): UnsignedRequest {
  const type = parts.headers.find(([name]) => name === 'content-type')?.[1];
  return {
    method: parts.method,
    url: `https://${host}${parts.path}${parts.query && `?${parts.query}`}`,
    headers: new Headers({ Accept: 'application/json', ...(type !== undefined && { 'Content-Type': type }) }),
    body: body === '' ? undefined : body,
    projectId,
    signal,
  };
}

const [vector] = goldenVectors;
const request = requestOf(vector!);
const key = { accessKey: 'EXAMPLEACCESSKEY', secretKey: 'a-secret-key-that-stays-at-home' };

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 0, 0, 0, 999) }));
afterEach(() => void vi.useRealTimers());

describe.each([
  ['WebCrypto', byWebCrypto],
  ['node:crypto', byNodeCrypto],
])('%s', (_, aksk) => {
  test.each(goldenVectors)('signs as the SDKs of the vendor do: $name', async (golden) => {
    const { accessKey, parts, date, projectId, signature } = golden;
    expect(await aksk(golden).sign(requestOf(golden))).toEqual({
      'X-Sdk-Date': date,
      'X-Project-Id': projectId,
      Authorization: `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${parts.signedHeaders}, Signature=${signature}`,
    });
  });

  test('signs the security token of a temporary key, and sends it', async () => {
    const plain = await aksk(key).sign(request);
    const temporary = await aksk({ ...key, securityToken: 'a-security-token' }).sign(request);
    expect(temporary).toMatchObject({ 'X-Security-Token': 'a-security-token', 'X-Sdk-Date': '20260101T000000Z' });
    expect(temporary['Authorization']).toContain('x-sdk-date;x-security-token, Signature=');
    expect(temporary['Authorization']?.slice(-64)).not.toBe(plain['Authorization']?.slice(-64));
  });

  test('leaves form data unsigned, and says so, as the SDKs do', async () => {
    const headers = new Headers({ 'Content-Type': 'application/x-www-form-urlencoded' });
    const [one, other] = await Promise.all(
      ['a=1', 'a=2'].map(async (body) => aksk(key).sign({ ...request, headers, body })),
    );
    expect(one).toEqual(other);
    expect(one).toMatchObject({ 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' });
    expect(one?.['Authorization']).toContain('content-type;host;x-project-id;x-sdk-content-sha256;x-sdk-date,');
  });

  test('takes the keys of a function, at once or later, for the request that comes', async () => {
    const keys = [key, { ...key, secretKey: 'another-secret-key' }];
    const changing = aksk(async () => keys.shift()!);
    const fixed = await aksk(key).sign(request);
    expect(await changing.sign(request)).toEqual(fixed);
    expect(await changing.sign(request)).not.toEqual(fixed);
    expect(await aksk(() => key).sign(request)).toEqual(fixed);
  });

  test.each([
    [{ ...key, accessKey: 'SECRET key' }, 'accessKey must be'],
    [{ ...key, accessKey: undefined }, 'accessKey must be'],
    [{ ...key, secretKey: '' }, 'secretKey must be'],
    [{ ...key, secretKey: 'SECRET\n' }, 'secretKey begins or ends with white space'],
    [{ ...key, securityToken: ' SECRET' }, 'securityToken is empty, or begins'],
    [{ ...key, securityToken: 'SECRET…' }, 'securityToken holds a character'],
    [undefined, 'accessKey must be'],
  ])('refuses the key %j by name, unquoted', async (given, words) => {
    expect(() => aksk(given as never)).toThrow(words);
    expect(() => aksk(given as never)).not.toThrow(/SECRET/);
    expect(String(await failure(Promise.resolve().then(() => aksk(() => given as never).sign(request))))).toContain(
      words,
    );
  });

  test('shows its secrets to nothing that prints or copies it', () => {
    const credentials = aksk({ ...key, securityToken: 'a-security-token' });
    const shown = [
      inspect(credentials, { depth: Infinity, showHidden: true, getters: true, customInspect: false }),
      JSON.stringify(credentials),
      String(credentials.sign),
      JSON.stringify(Object.getOwnPropertyDescriptors(credentials)),
    ].join('\n');
    expect(shown).not.toContain(key.secretKey);
    expect(shown).not.toContain('a-security-token');
    expect(() => structuredClone(credentials)).toThrow(/could not be cloned/);
    expect(() => structuredClone(credentials)).not.toThrow(key.secretKey);
  });
});

test('both ways sign any request alike', async () => {
  const urls = ['https://h/a', 'http://127.0.0.1:4020/p/a%2Fb?b=%C3%A4&a=1+2', 'https://h/a?', 'https://h/!*()~'];
  for (const url of urls) {
    for (const body of [undefined, '', '{}', '{"ä":"𝄞"}']) {
      const asked = { ...request, url, body };
      expect(await byWebCrypto(key).sign(asked)).toEqual(await byNodeCrypto(key).sign(asked));
    }
  }
});

test('a runtime without WebCrypto is named', async () => {
  vi.stubGlobal('crypto', {});
  const error = await failure(Promise.resolve(byWebCrypto(key).sign(request)));
  vi.unstubAllGlobals();
  expect(error).toMatchObject({ name: 'InvalidCallError', message: expect.stringContaining('WebCrypto is missing') });
});
