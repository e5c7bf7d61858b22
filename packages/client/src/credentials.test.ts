import { expect, test } from 'vitest';
import { failure } from '../test/stub-transport.ts';
import { type Credentials, credentialsOf, type UnsignedRequest } from './credentials.ts';

const request: UnsignedRequest = {
  method: 'GET',
  url: 'https://fdi.test/a',
  headers: new Headers(),
  body: undefined,
  projectId: 'project',
  signal: new AbortController().signal,
};

test('a fixed token and one from a function, at once or later, go into their header as they are', async () => {
  const expected = { 'X-Auth-Token': 'abc' };
  expect(await credentialsOf('abc').sign(request)).toEqual(expected);
  expect(await credentialsOf(() => 'abc').sign(request)).toEqual(expected);
  expect(await credentialsOf(async () => 'abc').sign(request)).toEqual(expected);
});

test.each(['', ' secret', 'secret\n', 'secret\u2026'])('the fixed token %j is refused at once, unquoted', (token) => {
  expect(() => credentialsOf(token)).toThrow(/^The token of credentials /);
  expect(() => credentialsOf(token)).not.toThrow(/secret/);
});

test.each([undefined, null, 7, {}, { sign: 'secret' }])('credentials %j are none, and refused unquoted', (given) => {
  const none = 'credentials must be a token, a function that gives one, or an object with a method sign.';
  expect(() => credentialsOf(given as never)).toThrow(none);
});

test.each(['', 'secret\r\n', undefined])(
  'the token %j from a function is refused when it comes, unquoted',
  async (token) => {
    const refusal = await failure(Promise.resolve(credentialsOf(() => token as never).sign(request))).then(String);
    expect(refusal).toMatch(/^InvalidCallError: The token of credentials /);
    expect(refusal).not.toMatch(/secret/);
  },
);

test.each([{ 'X-Key': 'secret\n' }, { 'X Key': 'secret' }, { 'X-Key': 7 }])(
  'the headers %j of an object are refused when they come, unquoted',
  async (headers) => {
    const own = { sign: () => headers } as unknown as Credentials;
    const refusal = await failure(Promise.resolve(credentialsOf(own).sign(request))).then(String);
    expect(refusal).toMatch(/^InvalidCallError: (Header X-Key|A header has a name)/);
    expect(refusal).not.toMatch(/secret/);
  },
);

test('what the function or the object throws comes back unchanged', async () => {
  const own = new Error('the identity service is away');
  const fails = () => Promise.reject(own);
  await expect(credentialsOf(fails).sign(request)).rejects.toBe(own);
  await expect(credentialsOf({ sign: fails }).sign(request)).rejects.toBe(own);
});
