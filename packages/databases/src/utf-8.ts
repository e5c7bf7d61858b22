/** Names that are no UTF-8: told, shown, refused. */
import { CatalogError } from './catalog-error.ts';

/** What a decoder puts in place of bytes that are no UTF-8; a name may also hold it of its own. */
export const replacement = '\u{FFFD}';

const strict = new TextDecoder('utf-8', { fatal: true });

export function notUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return false;
  } catch {
    return true;
  }
}

/** Bytes of a name that are shown: as long as the longest name of most databases. */
const mostShown = 128;

/** Bytes for a message: in quotes, ASCII as it is, every other byte as `\xE9`. */
function printableBytes(bytes: Uint8Array): string {
  const shown = [...bytes.subarray(0, mostShown)].map((byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : escaped(byte),
  );
  return `"${shown.join('')}${bytes.length > mostShown ? '…' : ''}"`;
}

const escaped = (byte: number): string => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** @param subject what messages call the database */
export function unwritableName(subject: string, kind: string, name: Uint8Array, cause?: unknown): CatalogError {
  const message = `${subject} has a ${kind} whose name cannot be written in UTF-8: ${printableBytes(name)}. Rename it, then try again.`;
  return new CatalogError('unreadable', message, cause);
}
