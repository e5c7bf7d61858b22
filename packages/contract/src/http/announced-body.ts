/** Refuses a body that its headers alone rule out: the media type first, then the size. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '../failure.ts';
import type { Operation } from '../operations.ts';

type Headers = Pick<IncomingMessage, 'headers' | 'headersDistinct'>;

export function announcesBody({ headers }: Pick<Headers, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * A body in chunks may turn out to be empty, which is none, of whatever type.
 *
 * @returns what its first byte is to be refused with; undefined where it may come
 * @throws {Failure} `UnsupportedMediaType` or `BodyTooLarge`
 */
export function checkAnnouncedBody(
  { headers, headersDistinct }: Headers,
  { body, maxBodyBytes }: Pick<Operation, 'body' | 'maxBodyBytes'>,
): Failure | undefined {
  if (!announcesBody({ headers })) return undefined;
  const refusal =
    body && mediaTypeRefusal(body.mediaTypes, headersDistinct['content-type'], headers['content-encoding']);
  if (headers['transfer-encoding'] !== undefined) return refusal;
  if (refusal) throw refusal;
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge(maxBodyBytes);
  return undefined;
}

/**
 * The same for a caller whose proof covers the body: it is read first, and until then he learns nothing about its type. One that is too
 * large is never read.
 *
 * @returns what a body that is not empty is to be refused with after the proof
 * @throws {Failure} `BodyTooLarge`
 */
export function checkUnprovedBody(
  request: Headers,
  operation: Pick<Operation, 'body' | 'maxBodyBytes'>,
): Failure | undefined {
  try {
    return checkAnnouncedBody(request, operation);
  } catch (error) {
    if (!(error instanceof Failure) || error.name !== 'UnsupportedMediaType') throw error;
    if (Number(request.headers['content-length'] ?? 0) > operation.maxBodyBytes) throw tooLarge(operation.maxBodyBytes);
    return error;
  }
}

export const tooLarge = (bytes: number): Failure =>
  new Failure('BodyTooLarge', `The request body is larger than ${bytes} bytes.`);

/** The type of a Content-Type without its parameters, and in lower case. */
export const essenceOf = (contentType: string): string => (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();

function mediaTypeRefusal(
  taken: readonly string[],
  [type, ...others]: readonly string[] = [],
  encoding: string | undefined,
): Failure | undefined {
  const unsupported = (detail: string): Failure =>
    new Failure('UnsupportedMediaType', `The media type must be ${taken.join(' or ')}${detail}.`);
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    return unsupported(', without a Content-Encoding');
  if (type === undefined) return unsupported('; the request has no Content-Type');
  if (others.length > 0) return unsupported(', and given once');
  if (!taken.includes(essenceOf(type))) return unsupported('');
  const parameters = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && charset.replaceAll('"', '') !== 'utf-8') return unsupported(', in UTF-8');
  return undefined;
}
