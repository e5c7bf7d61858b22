/** The form of a tokens file: one token a line, behind it the projects that it may call, and comments. */
import { GrantLineError, readGrantLines } from '@roma-fdi/contract/grants';
import type { Grant } from './token.ts';

export interface ListedGrant extends Grant {
  readonly line: number;
}

/** @throws {GrantLineError} at the first line that cannot be used */
export function grantsOfFile(text: string): ListedGrant[] {
  const lines = readGrantLines(text, 'token', 1, checkToken);
  return lines.map(({ words: [token = ''], projects, line }) => ({ token, projects, line }));
}

function checkToken([token = '']: readonly string[], line: number): void {
  if (!isSendable(token))
    throw new GrantLineError(
      line,
      'its token is missing, or holds characters that a header cannot carry: use letters, digits and punctuation without spaces.',
    );
}

/** Whether `X-Auth-Token` can carry it. */
export const isSendable = (token: string): boolean => /^[\x21-\x7e]+$/.test(token);
