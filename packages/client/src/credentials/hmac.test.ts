import crypto from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHmacOf } from './hmac.ts';

const hmac = (key: string, text: string): string => crypto.createHmac('sha256', key).update(text).digest('hex');

const ascii = fc.string({ unit: 'binary-ascii' });
/** Around the length of a block, too, beyond which a key is hashed. */
const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 60, maxLength: 68 }),
  fc.string({ minLength: 300 }),
);

test('it is the HMAC of node:crypto, for any key and text', () => {
  fc.assert(
    fc.property(key, ascii, ascii, (secret, first, second) => {
      const text = first + second;
      const other = second + first;
      const sign = createHmacOf(secret, text.length);
      expect([sign(text), sign(other), sign(text)]).toEqual([text, other, text].map((one) => hmac(secret, one)));
    }),
  );
});

test('it is the same where the runtime has no hash of one call', () => {
  const { hash } = crypto;
  Object.assign(crypto, { hash: undefined });
  try {
    expect(createHmacOf('key', 4)('text')).toBe(hmac('key', 'text'));
  } finally {
    Object.assign(crypto, { hash });
  }
});
