import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { readTarget } from './target.ts';

const check = (facts: { url?: string; httpVersion?: string; rawHeaders?: string[] }) =>
  readTarget({ url: '/', httpVersion: '1.1', rawHeaders: ['Host', 'x'], ...facts } as IncomingMessage, 100);

test('takes one Host, and none from HTTP/1.0', () => {
  expect(() => check({})).not.toThrow();
  expect(() => check({ httpVersion: '1.0', rawHeaders: [] })).not.toThrow();
  expect(() => check({ rawHeaders: [] })).toThrow('the Host header is missing');
  expect(() => check({ rawHeaders: ['HOST', 'x', 'host', 'y'] })).toThrow('the Host header is repeated');
  expect(() => check({ rawHeaders: ['X-Of', 'host', 'Host', 'x'] })).not.toThrow();
});

test('takes as many characters as it is told, and no more', () => {
  expect(() => check({ url: `/${'a'.repeat(99)}` })).not.toThrow();
  expect(() => check({ url: `/${'a'.repeat(100)}` })).toThrow('too long: at most 100');
});

test('refuses malformed escapes in the query', () => {
  expect(() => check({ url: '/?a=%41%C3%BC' })).not.toThrow();
  for (const query of ['%', 'a=%2', 'a=%zz', 'a=%ff', 'a=%ed%a0%80'])
    expect(() => check({ url: `/?${query}` })).toThrow('malformed percent escape');
});

test('refuses a request line without a version', () => {
  expect(() => check({ httpVersion: '0.9', rawHeaders: [] })).toThrow('no version');
});

test('refuses malformed escapes in the path, and takes it apart without any normalisation', () => {
  for (const path of ['/%', '/%zz', '/a/%ff', 'http:///a'])
    expect(() => check({ url: path })).toThrow('the path is malformed, by a percent escape perhaps');
  expect(check({ url: 'http://x:1/a//%2F/..?b=%20' })).toEqual({
    path: '/a//%2F/..',
    segments: ['', 'a', '', '/', '..'],
    search: '?b=%20',
  });
});
