import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlSample, quote } from './curl-sample.ts';

const shell = (script: string, env: Record<string, string> = {}) =>
  execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } });

/** The words that the shell would hand to curl. */
const words = (sample: string, env?: Record<string, string>) =>
  shell(`curl() { printf '%s\\0' "$@"; }\n${sample}`, env).split('\0').slice(0, -1);

describe('a quoted text', () => {
  it('is one word of the shell, unchanged, whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
    const [texts] = fc.sample(fc.array(text, { minLength: 200, maxLength: 200 }), 1);
    const all = [...texts!, `'`, `''`, '$HOME `id` \\ "', 'two\nlines', '!'];
    expect(shell(`printf '%s\\0' ${all.map(quote).join(' ')}`)).toBe(all.map((value) => `${value}\0`).join(''));
  });
});

describe('a cURL sample', () => {
  const example = {
    method: 'POST',
    path: '/a/{id}',
    values: { id: `x/$HOME'!`, limit: 10 },
    body: { text: `it's` },
    isForm: false,
  };

  it('sends the example to the address and with the token of the environment', () => {
    const env = { FDI_URL: 'http://host:1', FDI_TOKEN: 'a b$c' };
    expect(words(curlSample(example, ['limit'], 'http://default'), env)).toEqual([
      '--fail-with-body',
      ...['--request', 'POST'],
      'http://host:1/a/x%2F%24HOME%27%21?limit=10',
      ...['--header', 'X-Auth-Token: a b$c'],
      ...['--header', 'Content-Type: application/json'],
      ...['--data', JSON.stringify(example.body, null, 2)],
    ]);
  });

  it('sends form data field by field', () => {
    const form = { ...example, isForm: true, body: { text: `it's a&b=c`, number: 1 } };
    expect(words(curlSample(form, [], 'http://default')).slice(-4)).toEqual([
      ...['--data-urlencode', `text=it's a&b=c`],
      ...['--data-urlencode', 'number=1'],
    ]);
  });

  it('falls back to the given address, and sends no body where there is none', () => {
    const { body: _, ...rest } = example;
    const sent = words(curlSample({ ...rest, body: undefined }, [], 'http://default'));
    expect(sent).toContain('http://default/a/x%2F%24HOME%27%21');
    expect(sent).not.toContain('--data');
  });
});
