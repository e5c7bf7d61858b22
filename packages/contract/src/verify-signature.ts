/** Verifies signed requests in two steps: the claim, from the head alone, and its proof, once the body is there. */
import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Failure } from './failure.ts';
import { essenceOf } from './http/announced-body.ts';
import type { Target } from './http/target.ts';
import { type Authorization, algorithm, readAuthorization, stringToSign } from './signature/authorization.ts';
import { canonicalRequest, emptyHash, unsignedPayload } from './signature/canonical-request.ts';
import { readSdkDate, sdkDate } from './signature/sdk-date.ts';

/** An access key and its secret. */
export interface SigningKey {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** The head of a request, as it was sent. */
export interface SignedHead extends Pick<Target, 'path' | 'search'> {
  readonly method: string;
  readonly rawHeaders: IncomingMessage['rawHeaders'];
}

/** Who a request says it comes from. Nothing is proved yet. */
export interface Claim<Key extends SigningKey> {
  readonly key: Key;
  /**
   * Compares the signature, in constant time.
   *
   * @param body its bytes as they came, before any decoding; undefined for none
   * @throws {Failure} `Unauthenticated`, which says what is usually wrong
   */
  prove(body: Uint8Array | undefined): void;
}

/** How far `X-Sdk-Date` may be from the clock, either way. */
export const skewMinutes = 15;

/**
 * A verifier for these keys. Equal signatures are taken within the time that the date allows: it has whole seconds, so two equal requests
 * of one second are the same.
 *
 * @returns the claim of a request; the call throws a {@link Failure} `Unauthenticated` that names the part of the head that is wrong
 */
export function createVerifier<Key extends SigningKey>(
  keys: readonly Key[],
): (head: SignedHead, now?: number) => Claim<Key> {
  const known = new Map(
    keys.map((key) => [key.accessKey, { key, secret: createSecretKey(key.secretKey, 'utf8') }] as const),
  );
  return (head, now = Date.now()) => {
    const sent = sentHeaders(head.rawHeaders);
    const authorization = authorizationOf(sent);
    const found = known.get(authorization.accessKey);
    if (!found) throw refused('the access key is not known here');
    const names = authorization.signedHeaders.split(';');
    for (const name of ['host', dateHeader]) {
      if (!names.includes(name)) throw refused(`SignedHeaders must list ${name}`);
    }
    const headers = names.flatMap((name) => {
      const values = sent.get(name);
      if (!values) throw refused(`SignedHeaders lists ${name}, and the request has no such header`);
      return values.toSorted().map((value) => [name, value] as const);
    });
    const date = dateOf(sent, now);
    return {
      key: found.key,
      prove(body) {
        const given = Buffer.from(authorization.signature, 'hex');
        const isRight = payloadHashesOf(sent, names, body).some((payloadHash) =>
          timingSafeEqual(signatureOf({ ...head, ...authorization, headers, payloadHash }, date, found.secret), given),
        );
        if (!isRight) throw refused(wrongSignature);
      },
    };
  };
}

const dateHeader = 'x-sdk-date';
const hashHeader = 'x-sdk-content-sha256';

const wrongSignature =
  'the signature does not fit the request. Usual causes: another secret key; a proxy that changed Host, the path, the query or a ' +
  'signed header; a body other than the signed one';

function refused(why: string): Failure {
  return new Failure('Unauthenticated', `Incorrect IAM authentication information: ${why}.`);
}

function authorizationOf(sent: Sent): Authorization {
  const [header = '', ...others] = sent.get('authorization') ?? [];
  const read = others.length > 0 ? 'form' : readAuthorization(header);
  if (read === 'algorithm') throw refused(`Authorization must begin with ${algorithm}`);
  if (read === 'form') {
    throw refused(
      `Authorization must have the form "${algorithm} Access=<access key>, SignedHeaders=<names in lower case, joined by ;>, ` +
        'Signature=<64 hex digits in lower case>", and come once',
    );
  }
  return read;
}

/** The date, where it is near enough to the clock. */
function dateOf(sent: Sent, now: number): string {
  const [date = '', ...others] = sent.get(dateHeader) ?? [];
  const time = others.length > 0 ? undefined : readSdkDate(date.trim());
  if (time === undefined) throw refused('X-Sdk-Date must be a time in UTC such as 20260101T000000Z, given once');
  if (Math.abs(now - time) > skewMinutes * 60_000) {
    throw refused(
      `X-Sdk-Date is ${sdkDate(time)}, more than ${skewMinutes} minutes from the time of this server, ${sdkDate(now)}: ` +
        'set the clock of the caller',
    );
  }
  return sdkDate(time);
}

/** What may have been signed for the body. A hash that the head states counts only where it is signed, and must be that of the body. */
function payloadHashesOf(sent: Sent, names: readonly string[], body: Uint8Array | undefined): readonly string[] {
  const hash = body === undefined || body.length === 0 ? emptyHash : createHash('sha256').update(body).digest('hex');
  if (!names.includes(hashHeader)) return [hash];
  const [stated = '', ...others] = sent.get(hashHeader) ?? [];
  if (others.length > 0) throw refused('X-Sdk-Content-Sha256 must come once');
  if (stated.trim() === hash) return [hash];
  if (stated.trim() !== unsignedPayload) throw refused('X-Sdk-Content-Sha256 is not the SHA-256 of the body');
  const [type = ''] = sent.get('content-type') ?? [];
  if (essenceOf(type) === 'application/json')
    throw refused(`${unsignedPayload} is taken for bodies other than JSON alone`);
  // Of no body some of the vendor's SDKs sign the hash, whatever the header says.
  return hash === emptyHash ? [unsignedPayload, emptyHash] : [unsignedPayload];
}

interface Signed extends SignedHead, Authorization {
  readonly headers: readonly (readonly [string, string])[];
  readonly payloadHash: string;
}

function signatureOf({ search, ...parts }: Signed, date: string, secret: KeyObject): Buffer {
  const canonical = canonicalRequest({ ...parts, query: search.slice(1) });
  // Node reads the bytes of headers as Latin-1: so they are the bytes that were sent.
  const hash = createHash('sha256').update(canonical, 'latin1').digest('hex');
  return createHmac('sha256', secret).update(stringToSign(date, hash)).digest();
}

/** All values of each header, by its name in lower case. */
type Sent = ReadonlyMap<string, readonly string[]>;

/** The raw list alone has all values of a header, and each as it came. It is read once, however many names are signed. */
function sentHeaders(rawHeaders: readonly string[]): Sent {
  const sent = new Map<string, string[]>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    const values = sent.get(name);
    if (values) values.push(rawHeaders[at + 1] ?? '');
    else sent.set(name, [rawHeaders[at + 1] ?? '']);
  }
  return sent;
}
