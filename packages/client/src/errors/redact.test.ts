import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, reduceFault } from './redact.ts';

const token = 'a-token-of-many-letters';
const url = 'https://fdi.test/v2/p/datasources?name=correct-horse&limit=7';
const sent = { proof: { 'X-Auth-Token': token }, url };

test('a text loses every occurrence of the token', () => {
  expect(redact(`${token} and ${token}`, sent)).toBe('[secret] and [secret]');
});

test('a token that is too short to be a secret leaves the text readable', () => {
  expect(redact('status 1', { url, proof: { 'X-Auth-Token': '1' } })).toBe('status 1');
});

test('a text loses the whole value of a header, and its long parts where they stand alone', () => {
  const signature = 'f'.repeat(64);
  const authorization = `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
  const redacted = redact(`wrong ${authorization}: ${signature} by SDK-HMAC-SHA256 of AK`, {
    url,
    proof: { Authorization: authorization },
  });
  expect(redacted).toBe('wrong [secret]: [secret] by SDK-HMAC-SHA256 of AK');
});

test('a transport’s error loses its request, and the token in its texts, and keeps what tells the fault', () => {
  const inner = Object.assign(new Error(`refused ${token}`), { code: 'ECONNREFUSED', config: { headers: { token } } });
  const { code, cause } = reduceFault(new TypeError('fetch failed', { cause: inner }), sent);
  expect(code).toBe('ECONNREFUSED');
  expect(cause.name).toBe('TypeError');
  expect((cause.cause as Error).message).toBe('refused [secret]');
  expect(inspect(cause, { depth: 9, showHidden: true })).not.toContain(token);
});

test('a chain of causes that refers to itself ends', () => {
  const circular = new Error('circular');
  circular.cause = circular;
  expect(reduceFault(circular, sent).cause.message).toBe('circular');
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
  expect(inspect(reduceFault(thrown, sent), { depth: 9, showHidden: true })).not.toContain(token);
});

test('what is thrown without being an error becomes one', () => {
  expect(reduceFault(`no ${token}`, sent)).toMatchObject({ code: undefined, cause: { message: 'no [secret]' } });
});

/** As the vendor's tokens are written. */
const long = Buffer.from(
  Array.from({ length: 1_500 }, (_, index) => (index * 7919 + 104_729 * (index % 13)) % 256),
).toString('base64');
const sentLong = { proof: { 'X-Auth-Token': long }, url };

/** The longest run of characters of the secret that the text still has, in any case of letters. */
function longestLeft(text: string, secret: string): number {
  const [where, known] = [text.toLowerCase(), secret.toLowerCase()];
  let longest = 0;
  for (let from = 0; from < where.length; from++) {
    while (from + longest < where.length && known.includes(where.slice(from, from + longest + 1))) longest++;
  }
  return longest;
}

const sevenBit = (text: string) =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');

test.each<[string, string]>([
  ['its beginning', `${long.slice(0, 40)}...`],
  ['its end', `...${long.slice(-25)}`],
  ['a part of it between words', `the part ${long.slice(700, 712)} is wrong`],
  ['all but one character of it', long.slice(1)],
  ['escaped in JSON', JSON.stringify(long).replaceAll('/', '\\/')],
  ['escaped in a URL', encodeURIComponent(long)],
  ['escaped in HTML', long.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;').replaceAll('=', '&#61;')],
  ['in lines', (long.match(/.{1,64}/g) ?? []).join('\n')],
  ['in capitals', long.toUpperCase()],
  ['in small letters', long.toLowerCase()],
  ['in a URL', `https://host.test/${long}/x`],
  ['twice, without a space', long + long],
  ['before the end of the longest text', `${'word '.repeat(900)}${long}`],
])('of a token %s nothing is left', (_, text) => {
  expect(longestLeft(redact(`bad token "${text}", sorry`, sentLong), long)).toBeLessThan(8);
});

test.each<[string, string]>([
  ['Base64', btoa(long)],
  ['Base64 behind one character', btoa(`"${long}"`)],
  ['Base64 behind two', btoa(`t=${long}`)],
  ['Base64 for URLs', btoa(`x-auth-token: ${long}`).replaceAll('+', '-').replaceAll('/', '_')],
  ['hex', sevenBit(long)],
])('nor of its %s', (_, text) => {
  expect(longestLeft(redact(`bad token ${text}, sorry`, sentLong), text)).toBeLessThan(8);
  expect(redact(`bad token ${text}, sorry`, sentLong)).toMatch(/sorry$/);
});

test('of a value with characters that no word has, no part is left, whatever its letters', () => {
  const odd = 'aB1!cD2@eF3#gH4$iJ5^';
  for (const text of [odd.slice(0, -2), odd.slice(3), odd.toUpperCase(), odd.toLowerCase()]) {
    expect(redact(`bad "${text}" İ, sorry`, { url, proof: { 'X-Own': odd } })).toBe('bad "[secret]" İ, sorry');
  }
});

test('nor of a cookie among several', () => {
  const proof = { Cookie: 'sid=0123456789abcdef; theme=dark' };
  expect(redact('no session 0123456789abcdef in the dark', { url, proof })).toBe('no session [secret] in the dark');
});

test('of any part of a token, wherever it stands and the text is cut, nothing is left', () => {
  const part = fc.tuple(fc.nat(long.length), fc.integer({ min: 8, max: 1_000 }));
  const around = fc.string({
    unit: fc.constantFrom(' ', '"', ':', '(', '<', '\n', ','),
    minLength: 1,
    maxLength: 12_000,
  });
  fc.assert(
    fc.property(part, around, ([from, length], space) => {
      const text = space + long.slice(from, from + length) + space;
      expect(longestLeft(redact(text, sentLong), long)).toBeLessThan(8);
    }),
    { numRuns: 30 },
  );
});

test('what a secret has nothing to do with is left as it is', () => {
  const text =
    'The task 4e1d7c0a9b8f46538271605f4e3d2c1b of project c2f0a4b86d1e4f3a9b7c5d8e0f1a2b3c/x-request-id is unknown.';
  expect(redact(text, sentLong)).toBe(text);
});

const path = '/v2/p/datasources';

test.each([
  [`request to ${url} failed, reason: connect ECONNREFUSED`],
  [`error sending request for url (${url}): client error (Connect)`],
  [`Unable to connect to "${url}".`],
  [`GET ${path}?limit=7&name=correct-horse HTTP/1.1`],
  [`Failed to parse URL from ${new URL(url).href}`],
  ['the value correct-horse of name'],
])('a transport’s error loses the query: %s', (text) => {
  const inner = Object.assign(new Error(text), { code: 'ECONNREFUSED', path: url });
  const { code, cause } = reduceFault(new TypeError(text, { cause: inner }), sent);
  expect(code).toBe('ECONNREFUSED');
  const printed = inspect(cause, { depth: 9, showHidden: true });
  expect(printed).not.toMatch(/correct-horse|limit=7/);
  if (text.includes(path)) expect(printed).toContain(path);
});

test('a query that was escaped is lost however it comes back', () => {
  const odd = 'https://fdi.test/v2/p/a%2Fb?name=caf%C3%A9%20au%20lait%3F';
  for (const text of [odd, decodeURIComponent(odd), new URL(odd).href, 'name was café au lait?']) {
    const { cause } = reduceFault(new Error(`no ${text}`), { ...sent, url: odd });
    expect(inspect(cause)).not.toMatch(/caf|lait/);
  }
});

test('a server that quotes the address quotes no query', () => {
  expect(redact(`Cannot GET ${path}?name=correct-horse&limit=7`, sent)).toBe(`Cannot GET ${path}`);
});

test('an error of another realm is one, with its code and causes', () => {
  const foreign = runInNewContext(
    `new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })`,
  );
  expect(foreign).not.toBeInstanceOf(Error);
  const { code, cause } = reduceFault(foreign, sent);
  expect([code, cause.name, cause.message]).toEqual(['ECONNREFUSED', 'TypeError', 'fetch failed']);
  expect(cause).toBeInstanceOf(Error);
});

test('what a signature sends in the open, its date and the project, stays readable', () => {
  const proof = {
    'X-Sdk-Date': '20260101T000000Z',
    'X-Project-Id': 'project-of-mine',
    Authorization: 'a-long-signature',
  };
  const said = 'X-Sdk-Date is 20260101T000000Z; project-of-mine by a-long-signature';
  expect(redact(said, { url, proof })).toBe('X-Sdk-Date is 20260101T000000Z; project-of-mine by [secret]');
});
