/** Refuses a body that its headers alone rule out: the media type first, then the size. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '../failure.ts';
import type { Operation } from '../operations.ts';

type Headers = Pick<IncomingMessage, 'headers' | 'headersDistinct'>;

export function announcesBody({ headers }: Pick<Headers, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** @throws {Failure} `UnsupportedMediaType` or `BodyTooLarge` */
export function checkAnnouncedBody(
  { headers, headersDistinct }: Headers,
  { body, maxBodyBytes }: Pick<Operation, 'body' | 'maxBodyBytes'>,
): void {
  if (!announcesBody({ headers })) return;
  if (body) checkMediaType(headersDistinct['content-type'], headers['content-encoding']);
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge(maxBodyBytes);
}

export const tooLarge = (bytes: number): Failure =>
  new Failure('BodyTooLarge', `The request body is larger than ${bytes} bytes.`);

function checkMediaType([type, ...others]: string[] = [], encoding: string | undefined): void {
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw unsupported(', without a Content-Encoding');
  if (type === undefined) throw unsupported('; the request has no Content-Type');
  if (others.length > 0) throw unsupported(', and given once');
  const [essence, ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (essence !== 'application/json') throw unsupported('');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && charset.replaceAll('"', '') !== 'utf-8') throw unsupported(', in UTF-8');
}

const unsupported = (detail: string): Failure =>
  new Failure('UnsupportedMediaType', `The media type must be application/json${detail}.`);
