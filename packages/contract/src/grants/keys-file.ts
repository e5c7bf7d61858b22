/** The form of a keys file: an access key and its secret key a line, behind them the projects that they may call, and comments. */
import { accessKeyPattern } from '../signature/authorization.ts';
import type { SigningKey } from '../verify-signature.ts';
import { GrantLineError, readGrantLines } from './grant-lines.ts';

/** A pair of keys that the operator configured. */
export interface KeyGrant extends SigningKey {
  /** Project IDs that it may call; undefined means every project. */
  readonly projects?: readonly string[] | undefined;
}

/** @throws {GrantLineError} at the first line that cannot be used */
export function keysOfFile(text: string): KeyGrant[] {
  const lines = readGrantLines(text, 'access key', 2, checkKeys);
  return lines.map(({ words: [accessKey = '', secretKey = ''], projects }) => ({ accessKey, secretKey, projects }));
}

function checkKeys([accessKey = '', secretKey = '']: readonly string[], line: number): void {
  if (!accessKeyPattern.test(accessKey))
    throw new GrantLineError(
      line,
      'its access key, the first word, is missing, or is not 1 to 128 letters, digits, ".", "_" or "-".',
    );
  if (!/^[\x21-\x7e]+$/.test(secretKey))
    throw new GrantLineError(
      line,
      'its secret key, the second word, is missing, or holds characters beyond ASCII: write both keys in one line.',
    );
}
