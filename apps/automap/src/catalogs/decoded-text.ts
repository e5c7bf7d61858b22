/** Decodes a text file as editors and shells write them: in UTF-8 or UTF-16, with a byte order mark or without. */

/** Bytes that are text in none of these. */
export class UnknownEncodingError extends Error {
  override readonly name = 'UnknownEncodingError';
}

/**
 * The text without its byte order mark. Nothing is put in place of what cannot be decoded: two names could become the same.
 * @param bytes of JSON, which begins with a character of ASCII
 * @throws {UnknownEncodingError}
 */
export function decodedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnknownEncodingError('The bytes are neither UTF-8 nor UTF-16.', { cause: error });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  return 'utf-8';
}
