import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { redact, reduceFault } from './redact.ts';

const token = 'a-token-of-many-letters';
const proof = { 'X-Auth-Token': token };

test('a text loses every occurrence of the token', () => {
  expect(redact(`${token} and ${token}`, proof)).toBe('[secret] and [secret]');
});

test('a token that is too short to be a secret leaves the text readable', () => {
  expect(redact('status 1', { 'X-Auth-Token': '1' })).toBe('status 1');
});

test('a text loses the whole value of a header, and its long parts where they stand alone', () => {
  const signature = 'f'.repeat(64);
  const authorization = `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
  const redacted = redact(`wrong ${authorization}: ${signature} by SDK-HMAC-SHA256 of AK`, {
    Authorization: authorization,
  });
  expect(redacted).toBe('wrong [secret]: [secret] by SDK-HMAC-SHA256 of AK');
});

test('a transport’s error loses its request, and the token in its texts, and keeps what tells the fault', () => {
  const inner = Object.assign(new Error(`refused ${token}`), { code: 'ECONNREFUSED', config: { headers: { token } } });
  const { code, cause } = reduceFault(new TypeError('fetch failed', { cause: inner }), proof);
  expect(code).toBe('ECONNREFUSED');
  expect(cause.name).toBe('TypeError');
  expect((cause.cause as Error).message).toBe('refused [secret]');
  expect(inspect(cause, { depth: 9, showHidden: true })).not.toContain(token);
});

test('a chain of causes that refers to itself ends', () => {
  const circular = new Error('circular');
  circular.cause = circular;
  expect(reduceFault(circular, proof).cause.message).toBe('circular');
});

test.each([
  [
    'has no text',
    {
      toString() {
        throw new Error(token);
      },
    },
  ],
  [
    'has a message that cannot be read',
    Object.defineProperty(new Error('x'), 'message', {
      get() {
        throw new Error(token);
      },
    }),
  ],
])('what %s becomes an error without the token', (_, thrown) => {
  expect(inspect(reduceFault(thrown, proof), { depth: 9, showHidden: true })).not.toContain(token);
});

test('what is thrown without being an error becomes one', () => {
  expect(reduceFault(`no ${token}`, proof)).toMatchObject({ code: undefined, cause: { message: 'no [secret]' } });
});
