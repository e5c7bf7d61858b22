import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { goldenVectors } from '../../test/golden-vectors.ts';
import { stringToSign } from './authorization.ts';
import { canonicalRequest, emptyHash, type SignedParts } from './canonical-request.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('two requests that the SDKs of the vendor for Python and Node sign alike', () => {
  test.each(goldenVectors)('$name', ({ parts, date, secretKey, body, ...expected }) => {
    expect(sha256(body)).toBe(parts.payloadHash);
    const hash = sha256(canonicalRequest(parts));
    expect(hash).toBe(expected.canonicalHash);
    expect(createHmac('sha256', secretKey).update(stringToSign(date, hash)).digest('hex')).toBe(expected.signature);
  });
});

test('the hash of no body is the SHA-256 of no bytes', () => {
  expect(emptyHash).toBe(sha256(''));
});

const line = (at: number, parts: Partial<SignedParts>): string | undefined =>
  canonicalRequest({
    method: 'GET',
    path: '/',
    query: '',
    headers: [],
    signedHeaders: '',
    payloadHash: emptyHash,
    ...parts,
  }).split('\n')[at];

test.each([
  ['/v2/p', '/v2/p/'],
  ['/v2/p/', '/v2/p/'],
  ['/a-b.c_d~e', '/a-b.c_d~e/'],
  ['/a:b@c', '/a%3Ab%40c/'],
  ['/a%3ab%2Fc%20', '/a%3Ab%2Fc%20/'],
  ["/!'()*", '/%21%27%28%29%2A/'],
  ['/%C3%A4', '/%C3%A4/'],
  ['/%zz', '/%25zz/'],
])('the path %s is signed as %s', (path, signed) => {
  expect(line(1, { path })).toBe(signed);
});

test.each([
  ['', ''],
  ['offset=0&limit=10', 'limit=10&offset=0'],
  ['b=2&a=2&a=1&B=3', 'B=3&a=1&a=2&b=2'],
  ['a-b=1&a=2', 'a=2&a-b=1'],
  ['a', 'a='],
  ['a=&&b', 'a=&b='],
  ['a=x+y&b=x%2By&c=x%20y', 'a=x%20y&b=x%2By&c=x%20y'],
  ["a=!'()*&b=~", 'a=%21%27%28%29%2A&b=~'],
  ['a=b=c', 'a=b%3Dc'],
  ['a=%zz', 'a=%25zz'],
])('the query %s is signed as %s', (query, signed) => {
  expect(line(2, { query })).toBe(signed);
});

test('a header is signed without the white space around it, and with that inside it', () => {
  expect(line(3, { headers: [['x-a', ' \tone  two \t']] })).toBe('x-a:one  two');
});

test('each value of a header has a line of its own', () => {
  const headers = [
    ['x-a', '1'],
    ['x-a', '2'],
  ] as const;
  expect([line(3, { headers }), line(4, { headers })]).toEqual(['x-a:1', 'x-a:2']);
});
