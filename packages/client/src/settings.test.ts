import { describe, expect, test } from 'vitest';
import { InvalidCallError } from './errors/invalid-call-error.ts';
import type { ConnectOptions } from './options.ts';
import { settle } from './settings.ts';

const rest = { projectId: 'p', instanceId: 'i', credentials: 'a-token' };
const options = (given: object) => ({ baseUrl: 'https://host', ...rest, ...given }) as ConnectOptions;

describe('address', () => {
  test.each([
    ['https://host', 'https://host'],
    ['https://host/', 'https://host'],
    ['http://127.0.0.1:4020', 'http://127.0.0.1:4020'],
    ['https://gateway/roma//', 'https://gateway/roma'],
    ['HTTPS://Host:443', 'https://host'],
  ])('%s calls %s', (baseUrl, expected) => {
    expect(settle(options({ baseUrl })).baseUrl).toBe(expected);
  });

  test.each(['', 'host', 'ftp://host', '/path', 'https://', 7])('baseUrl %j is refused', (baseUrl) => {
    expect(() => settle(options({ baseUrl }))).toThrow('baseUrl must be an http or https address');
  });

  test('a password in the address is refused and not quoted', () => {
    expect(() => settle(options({ baseUrl: 'https://user:pass@host' }))).toThrow('without user, password');
    expect(() => settle(options({ baseUrl: 'https://user:pass@host' }))).not.toThrow(/pass@/);
  });

  test('a query or a fragment is refused', () => {
    expect(() => settle(options({ baseUrl: 'https://host?a=b' }))).toThrow('query and fragment');
    expect(() => settle(options({ baseUrl: 'https://host#a' }))).toThrow('query and fragment');
  });
});

describe('the rest', () => {
  test.each(['', '.', '..', undefined, 5])('projectId and instanceId %j are refused by name', (value) => {
    expect(() => settle(options({ projectId: value }))).toThrow(/^projectId must be/);
    expect(() => settle(options({ instanceId: value }))).toThrow(/^instanceId must be/);
  });

  test.each([0, -1, Number.NaN, 2 ** 31, '5'])('timeout %j is refused', (timeout) => {
    expect(() => settle(options({ timeout }))).toThrow(InvalidCallError);
  });

  test('a call has the contract’s time, unless the client or the call has one of its own', () => {
    const usual = settle(options({})).timeout;
    expect([usual(30_000), usual(30_000, 7)]).toEqual([30_000, 7]);
    const own = settle(options({ timeout: 5 })).timeout;
    expect([own(30_000), own(30_000, 7)]).toEqual([5, 7]);
  });
});
