import { expect, test } from 'vitest';
import { failure } from '../test/stub-transport.ts';
import { tokenSource } from './token.ts';

test('a fixed token and one from a function, at once or later, are given as they are', async () => {
  expect(await tokenSource('abc')()).toBe('abc');
  expect(await tokenSource(() => 'abc')()).toBe('abc');
  expect(await tokenSource(async () => 'abc')()).toBe('abc');
});

test.each(['', ' secret', 'secret\n', 'secret\u2026', undefined, 7])(
  'the fixed token %j is refused at once, unquoted',
  (token) => {
    expect(() => tokenSource(token as never)).toThrow(/^token /);
    expect(() => tokenSource(token as never)).not.toThrow(/secret/);
  },
);

test.each(['', 'secret\r\n', undefined])(
  'the token %j from a function is refused when it comes, unquoted',
  async (token) => {
    const refusal = await failure(Promise.resolve(tokenSource(() => token as never)())).then(String);
    expect(refusal).toMatch(/^InvalidCallError: token /);
    expect(refusal).not.toMatch(/secret/);
  },
);

test('what the function throws comes back unchanged', async () => {
  const own = new Error('the identity service is away');
  await expect(tokenSource(() => Promise.reject(own))()).rejects.toBe(own);
});
