import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { readJson } from './json-body.ts';

const refusal = (bytes: Buffer): Failure => {
  try {
    readJson(bytes);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('The bytes were not refused.');
};

test('reads JSON, and takes an empty body for none', () => {
  expect(readJson(Buffer.from('{"a":["ü"]}'))).toEqual({ a: ['ü'] });
  expect(readJson(Buffer.from('null'))).toBeNull();
  expect(readJson(Buffer.alloc(0))).toBeUndefined();
  expect(readJson(undefined)).toBeUndefined();
});

test.each(['{', '{"a":}', "{'a':1}", '{"a":1,}', ' ', '\u0000', 'NaN'])('refuses %j as no JSON', (text) => {
  expect(refusal(Buffer.from(text))).toMatchObject({
    name: 'InvalidParameters',
    message: 'Invalid parameters. The body is not valid JSON.',
  });
});

test('refuses bytes that are not UTF-8 instead of guessing', () => {
  expect(refusal(Buffer.from([0x22, 0xff, 0x22])).message).toContain('not valid UTF-8');
  expect(refusal(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])).message).toContain('not valid UTF-8');
});

test('changes no prototype, whatever a property is called', () => {
  const body = readJson(Buffer.from('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'));
  expect(Object.keys(body as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

test('throws nothing but the contract failure', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        readJson(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
  );
});
