import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Authorization, readAuthorization, writeAuthorization } from './authorization.ts';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-'),
  minLength: 1,
  maxLength: 20,
});
const accessKey = fc.string({ unit: fc.constantFrom(...'ABCxyz019._-'), minLength: 1, maxLength: 128 });
const authorization: fc.Arbitrary<Authorization> = fc.record({
  accessKey,
  signedHeaders: fc.uniqueArray(word, { minLength: 1, maxLength: 64 }).map((names) => names.join(';')),
  signature: hex,
});

const good: Authorization = { accessKey: 'KEY', signedHeaders: 'host;x-sdk-date', signature: 'a'.repeat(64) };
const header = writeAuthorization(good);

describe('the header Authorization', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(authorization, (parts) => void expect(readAuthorization(writeAuthorization(parts))).toEqual(parts)),
    );
  });

  test('is either read so that writing it gives the same, or refused, whatever one character becomes', () => {
    const at = fc.integer({ min: 0, max: header.length });
    fc.assert(
      fc.property(at, fc.string({ maxLength: 3 }), fc.nat({ max: 2 }), (from, put, taken) => {
        const changed = header.slice(0, from) + put + header.slice(from + taken);
        const read = readAuthorization(changed);
        if (typeof read === 'object') expect(writeAuthorization(read)).toBe(changed.replaceAll(/, ?(?=S)/g, ', '));
        else expect(changed).not.toBe(header);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is refused whatever else it is', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(readAuthorization(text)).toBe('algorithm')));
    fc.assert(
      fc.property(fc.string(), (text) => void expect(readAuthorization(`SDK-HMAC-SHA256 ${text}`)).toBe('form')),
    );
  });

  test.each([
    ['Bearer abc', 'algorithm'],
    [header.replace('SHA256', 'SM3'), 'algorithm'],
    [header.toLowerCase(), 'algorithm'],
    [header.replace(', SignedHeaders', '; SignedHeaders'), 'form'],
    [header.replace('Access', 'Credential'), 'form'],
    [header.replace('KEY', ''), 'form'],
    [header.replace('KEY', 'K/E'), 'form'],
    [header.replace('KEY', 'K'.repeat(129)), 'form'],
    [header.replace('host', 'Host'), 'form'],
    [header.replace('host;', 'host;;'), 'form'],
    [header.replace('host;', 'host;host;'), 'form'],
    [header.replace('host;', ''.padStart(4096, 'a;')), 'form'],
    [header.replace('host', Array.from({ length: 64 }, (_, n) => `h${n}`).join(';')), 'form'],
    [header.replace('Signature=a', 'Signature=A'), 'form'],
    [`${header}a`, 'form'],
    [`${header},`, 'form'],
    [` ${header}`, 'algorithm'],
    [`${header}\n`, 'form'],
  ])('%.100s is refused for its %s', (text, fault) => {
    expect(readAuthorization(text)).toBe(fault);
  });

  test('of a million characters is refused without being looked through', () => {
    const long = `SDK-HMAC-SHA256 Access=${'a'.repeat(1_000_000)}`;
    expect(readAuthorization(long)).toBe('form');
  });
});
