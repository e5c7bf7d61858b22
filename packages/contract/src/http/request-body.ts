/** Reads a request body by the media type that it came with. An empty one counts as none, whatever its type says. */
import type { IncomingMessage } from 'node:http';
import type { Operation } from '../operations.ts';
import { isForm, readForm } from './form-body.ts';
import { readJson } from './json-body.ts';

/**
 * The value of the body: parsed JSON, or an object of a form's fields with the types that the contract declares. What an operation
 * takes no body for is given back as its bytes, unread.
 *
 * @param headers those that `checkAnnouncedBody` let pass
 * @throws {Failure} `InvalidParameters`, which names the field where there is one
 */
export async function readRequestBody(
  { body }: Pick<Operation, 'body'>,
  headers: Pick<IncomingMessage['headers'], 'content-type'>,
  bytes: Buffer | undefined,
): Promise<unknown> {
  if (bytes === undefined || bytes.length === 0) return undefined;
  if (!body) return bytes;
  const type = headers['content-type'] ?? '';
  return isForm(type) ? readForm(body, type, bytes) : readJson(bytes);
}
