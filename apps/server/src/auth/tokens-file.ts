/** The form of a tokens file: one token a line, behind it the projects that it may call, and comments. */
import { idPatterns } from '@roma-fdi/types';
import type { Grant } from './token.ts';

/** A line that cannot be used. The message says what is wrong with it and repeats nothing of it, since any word may be a token. */
export class TokensFileError extends Error {
  override readonly name = 'TokensFileError';
  /** Counted from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

export interface ListedGrant extends Grant {
  readonly line: number;
}

const projectId = new RegExp(idPatterns.project_id, 'u');

/** @throws {TokensFileError} at the first line that cannot be used */
export function grantsOfFile(text: string): ListedGrant[] {
  const lines = text.replace(/^\u{feff}/u, '').split(/\r\n|\n|\r/);
  const grants: ListedGrant[] = [];
  for (const [at, line] of lines.entries()) {
    const grant = grantOfLine(line, at + 1);
    if (!grant) continue;
    const before = grants.find(({ token }) => token === grant.token);
    if (before)
      throw new TokensFileError(
        grant.line,
        `its token is the same as that of line ${before.line}: write it once, with all its projects.`,
      );
    grants.push(grant);
  }
  return grants;
}

function grantOfLine(text: string, line: number): ListedGrant | undefined {
  // Inside a word `#` is a character like others: a token may hold it.
  const content = text.replace(/(^|[ \t,])#.*$/su, '$1').trim();
  if (content === '') return undefined;
  const [token = '', separator = '', ids = ''] = content.split(/([ \t,]+)(.*)/su);
  if (!isSendable(token))
    throw new TokensFileError(
      line,
      'its token is missing, or holds characters that a header cannot carry: use letters, digits and punctuation without spaces.',
    );
  const projects = ids.split(/[ \t,]+/).filter((id) => id !== '');
  const wrong = projects.findIndex((id) => !projectId.test(id));
  if (wrong !== -1)
    throw new TokensFileError(
      line,
      `word ${wrong + 2} cannot be the ID of a project, which has 1 to 64 letters, digits, "_" or "-". A comment begins with a blank and "#".`,
    );
  // Such a list was meant to confine the token, and an empty one would open every project.
  if (separator.includes(',') && projects.length === 0)
    throw new TokensFileError(line, 'no project follows the comma: write one, or take the comma away.');
  return { token, projects: projects.length > 0 ? projects : undefined, line };
}

/** Whether `X-Auth-Token` can carry it. */
export const isSendable = (token: string): boolean => /^[\x21-\x7e]+$/.test(token);
