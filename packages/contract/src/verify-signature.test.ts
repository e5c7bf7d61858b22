import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goldenVectors } from '../test/golden-vectors.ts';
import { Failure } from './failure.ts';
import { stringToSign, writeAuthorization } from './signature/authorization.ts';
import { canonicalRequest, emptyHash, unsignedPayload } from './signature/canonical-request.ts';
import { readSdkDate, sdkDate } from './signature/sdk-date.ts';
import { createVerifier, type SignedHead } from './verify-signature.ts';

const key = { accessKey: 'KEY', secretKey: 'secret-of-the-tests' };
const now = Date.UTC(2026, 0, 1);
const verify = createVerifier([key]);

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** What is signed for the body, where it is not its hash. */
  readonly payloadHash?: string;
}

const sent: Sent = {
  method: 'POST',
  path: '/v2/p',
  search: '?b=1&a=2',
  headers: [
    ['Host', 'fdi.test:4020'],
    ['Content-Type', 'application/json;charset=utf-8'],
    ['X-Sdk-Date', sdkDate(now)],
    ['User-Agent', ' tests '],
  ],
  body: '{"a":1}',
};

/** Signs all headers, as the vendor's SDKs do. */
function signed({ method, path, search, headers, body, payloadHash }: Sent): SignedHead {
  const sorted = headers.map(([name, value]) => [name.toLowerCase(), value] as const).sort();
  const signedHeaders = [...new Set(sorted.map(([name]) => name))].join(';');
  const hash = payloadHash ?? createHash('sha256').update(body).digest('hex');
  const query = search.slice(1);
  const canonical = canonicalRequest({ method, path, query, headers: sorted, signedHeaders, payloadHash: hash });
  const date = headers.find(([name]) => name === 'X-Sdk-Date')?.[1] ?? '';
  const text = stringToSign(date, createHash('sha256').update(canonical, 'latin1').digest('hex'));
  const signature = createHmac('sha256', key.secretKey).update(text).digest('hex');
  const authorization = writeAuthorization({ accessKey: key.accessKey, signedHeaders, signature });
  return { method, path, search, rawHeaders: [...headers.flat(), 'Authorization', authorization] };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The words of the refusal; empty where there is none. */
function refusalOf(work: () => void): string {
  try {
    work();
    return '';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error).toMatchObject({ name: 'Unauthenticated', status: 401 });
    expect(error.message).not.toContain(key.secretKey);
    return error.message;
  }
}

const refusal = (head: SignedHead, body = sent.body, at = now): string =>
  refusalOf(() => verify(head, at).prove(bytes(body)));

/** Replaces text in the values of the raw headers. */
function changed(head: SignedHead, from: string | RegExp, to: string): SignedHead {
  const rawHeaders = head.rawHeaders.map((text) => text.replace(from, to));
  expect(rawHeaders).not.toEqual(head.rawHeaders);
  return { ...head, rawHeaders };
}

describe('a signed request', () => {
  test.each(goldenVectors)('of the vendor’s SDKs is accepted: $name', (vector) => {
    const { parts, accessKey, signature, body } = vector;
    const authorization = writeAuthorization({ accessKey, signedHeaders: parts.signedHeaders, signature });
    const head: SignedHead = {
      method: parts.method,
      path: parts.path,
      search: parts.query && `?${parts.query}`,
      rawHeaders: [...parts.headers.flat(), 'authorization', authorization],
    };
    const claim = createVerifier([vector])(head, readSdkDate(vector.date));
    expect(claim.key).toBe(vector);
    expect(refusalOf(() => claim.prove(bytes(body)))).toBe('');
    expect(refusalOf(() => claim.prove(bytes(`${body} `)))).toContain('does not fit the request');
  });

  test('is accepted as it was signed, and no other in its place', () => {
    const head = signed(sent);
    expect(refusal(head)).toBe('');
    const wrong = 'does not fit the request';
    expect(refusal({ ...head, method: 'PUT' })).toContain(wrong);
    expect(refusal({ ...head, path: '/v2/q' })).toContain(wrong);
    expect(refusal({ ...head, search: '?b=1&a=3' })).toContain(wrong);
    expect(refusal({ ...head, search: '' })).toContain(wrong);
    expect(refusal(changed(head, 'utf-8', 'utf-16'))).toContain(wrong);
    expect(refusal(changed(head, ':4020', ':4021'))).toContain(wrong);
    expect(refusal(changed(head, 'content-type;', ''))).toContain(wrong);
    expect(refusal(head, '{"a":2}')).toContain(wrong);
    expect(refusal(head, '')).toContain(wrong);
  });

  test('is accepted in another order of its query, and with other white space around its headers', () => {
    const head = signed(sent);
    expect(refusal({ ...head, search: '?a=2&b=1' })).toBe('');
    expect(refusal(changed(head, ' tests ', 'tests'))).toBe('');
    expect(refusal({ ...head, path: '/v2/p/' })).toBe('');
  });

  test('is accepted with a header that comes several times, and with bytes beyond ASCII', () => {
    const headers = [...sent.headers, ['X-Many', '2'], ['X-Many', '1'], ['X-Umlaut', 'Ã¤']] as const;
    const head = signed({ ...sent, headers });
    expect(refusal(head)).toBe('');
    expect(refusal({ ...head, rawHeaders: [...head.rawHeaders, 'X-Many', '3'] })).toContain('does not fit');
  });

  test('is refused with any nibble of its signature changed', () => {
    const head = signed(sent);
    const at = head.rawHeaders.length - 1;
    const authorization = head.rawHeaders[at]!;
    for (let place = 1; place <= 64; place++) {
      const nibble = Number.parseInt(authorization.at(-place)!, 16) ^ 1;
      const whole =
        authorization.slice(0, -place) + nibble.toString(16) + authorization.slice(authorization.length - place + 1);
      expect(refusal({ ...head, rawHeaders: head.rawHeaders.with(at, whole) })).toContain('does not fit');
    }
  });

  test('is accepted up to 15 minutes from the clock, and refused beyond with both times', () => {
    const head = signed(sent);
    for (const sign of [1, -1]) {
      expect(refusal(head, sent.body, now + sign * 15 * 60_000)).toBe('');
      const words = refusal(head, sent.body, now + sign * 15 * 60_001);
      expect(words).toContain('X-Sdk-Date is 20260101T000000Z, more than 15 minutes from the time of this server');
      expect(words).toContain(sdkDate(now + sign * 15 * 60_001));
    }
  });
});

describe('a head is refused, before any body, that', () => {
  const head = signed(sent);
  const claim = (changedHead: SignedHead): string => refusalOf(() => void verify(changedHead, now));

  test.each([
    ['names an unknown key', changed(head, 'Access=KEY', 'Access=YEK'), 'the access key is not known here'],
    [
      'lists a header that is absent',
      changed(head, 'host;', 'host;x-absent;'),
      'lists x-absent, and the request has no',
    ],
    ['does not sign Host', changed(head, 'host;', ''), 'must list host'],
    ['does not sign its date', changed(head, ';x-sdk-date', ''), 'must list x-sdk-date'],
    ['has a date of another form', changed(head, /^2026.*/, '2026-01-01'), 'X-Sdk-Date must be a time in UTC'],
    ['uses another algorithm', changed(head, 'SHA256', 'SM3'), 'must begin with SDK-HMAC-SHA256'],
    ['has another form', changed(head, 'Signature', 'Sig'), 'must have the form "SDK-HMAC-SHA256 Access=<access key>'],
    ['has two dates', { ...head, rawHeaders: [...head.rawHeaders, 'x-sdk-date', sdkDate(now)] }, 'given once'],
    ['has two signatures', { ...head, rawHeaders: [...head.rawHeaders, 'authorization', 'x'] }, 'and come once'],
  ])('%s', (_, changedHead, words) => {
    expect(claim(changedHead)).toContain(words);
  });
});

describe('X-Sdk-Content-Sha256', () => {
  const stating = (hash: string, type = 'application/x-www-form-urlencoded', payloadHash = hash): SignedHead =>
    signed({
      ...sent,
      payloadHash,
      headers: [['X-Sdk-Content-Sha256', hash], ['Host', 'h'], ['Content-Type', type], ...sent.headers.slice(2)],
    });
  const hash = createHash('sha256').update(sent.body).digest('hex');

  test('may state the hash of the body, and no other one', () => {
    expect(refusal(stating(hash))).toBe('');
    expect(refusal(stating(hash), 'other')).toContain('X-Sdk-Content-Sha256 is not the SHA-256 of the body');
    expect(refusal(stating('ab'))).toContain('X-Sdk-Content-Sha256 is not the SHA-256 of the body');
  });

  test('may leave the body unsigned where it is not JSON', () => {
    expect(refusal(stating(unsignedPayload))).toBe('');
    expect(refusal(stating(unsignedPayload), 'other')).toBe('');
    expect(refusal(stating(unsignedPayload, 'application/json;charset=utf-8'))).toContain('other than JSON');
  });

  test('is without a body UNSIGNED-PAYLOAD with either hash signed, as the SDKs differ', () => {
    expect(refusal(stating(unsignedPayload), '')).toBe('');
    expect(refusal(stating(unsignedPayload, undefined, emptyHash), '')).toBe('');
    expect(refusal(stating(unsignedPayload, undefined, emptyHash), 'x')).toContain('does not fit');
  });

  test('counts for nothing where it is not signed: it would lend the signature to another body', () => {
    const head = signed(sent);
    for (const stated of [hash, unsignedPayload]) {
      const rawHeaders = [...head.rawHeaders, 'X-Sdk-Content-Sha256', stated, 'Content-Type', 'text/plain'];
      expect(refusal({ ...head, rawHeaders: rawHeaders.filter((_, at) => at !== 2 && at !== 3) }, 'other')).not.toBe(
        '',
      );
      expect(refusal({ ...head, rawHeaders: [...head.rawHeaders, 'X-Sdk-Content-Sha256', stated] }, 'other')).toContain(
        'fit',
      );
    }
  });
});

test('nothing that a head may hold makes the verifier throw anything but its refusal', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('authorization', 'host', 'x-sdk-date', 'x-sdk-content-sha256'));
  fc.assert(
    fc.property(text, text, fc.array(text), fc.string(), (path, search, extra, body) => {
      const head = signed({ ...sent, path, search });
      const rawHeaders = extra.length % 2 ? [...extra.slice(1), ...head.rawHeaders] : [...extra, ...head.rawHeaders];
      refusal({ ...head, path, search, rawHeaders }, body);
    }),
  );
});
