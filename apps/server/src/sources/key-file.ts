/** The key that seals secrets, kept in a file of its own; made with the first start. */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { SourceError } from './source-error.ts';

/**
 * Reads the key, or makes it where the file is missing.
 * @throws {SourceError} where the file cannot be read or made, or holds no key
 */
export function keyFromFile(path: string): Buffer {
  const text = contentOf(path) ?? made(path);
  if (!/^[0-9a-f]{64}$/i.test(text.trim()))
    throw new SourceError('unreadable', `The key file ${path} does not hold 64 hex digits.`);
  return Buffer.from(text.trim(), 'hex');
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new SourceError('unreadable', `The key file ${path} cannot be read (${code}).`, { cause });
  }
}

/** Appears whole or not at all, and never replaces one that somebody else made in the meantime. */
function made(path: string): string {
  // A name of its own: a process that was killed here may have left its draft, and the next one may have the same number.
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new SourceError(
      'unreadable',
      `The key file ${path} cannot be made (${(cause as NodeJS.ErrnoException).code}).`,
      { cause },
    );
  }
}
