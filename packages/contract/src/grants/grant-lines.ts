/** The form that files of tokens and of keys share: a grant a line, behind its secrets the projects that it may call, and comments. */
import { idPatterns } from '@roma-fdi/types';

/** A line that cannot be used. The message says what is wrong with it and repeats nothing of it, since any word may be a secret. */
export class GrantLineError extends Error {
  override readonly name = 'GrantLineError';
  /** Counted from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** What a line says, but for what its first words must be. */
export interface GrantLine {
  /** Counted from 1. */
  readonly line: number;
  /** The first words; one that the line does not have is empty. */
  readonly words: readonly string[];
  /** Undefined where the grant is confined to none. */
  readonly projects: readonly string[] | undefined;
}

const projectId = new RegExp(idPatterns.project_id, 'u');

/**
 * The lines that are neither empty nor a comment.
 *
 * @param first what the first word is, which no two lines have in common
 * @param words how many stand before the projects
 * @param checkWords throws GrantLineError for words that cannot be what they stand for; they are judged before the projects
 * @throws {GrantLineError} at the first line that cannot be used, or else at the first that has the word of an earlier one
 */
export function readGrantLines(
  text: string,
  first: string,
  words: number,
  checkWords: (words: readonly string[], line: number) => void,
): GrantLine[] {
  const lines = text.replace(/^\u{feff}/u, '').split(/\r\n|\n|\r/);
  const grants = lines.flatMap((content, at) => grantOfLine(content, at + 1, words, checkWords));
  const lineOf = new Map<string | undefined, number>();
  for (const {
    line,
    words: [word],
  } of grants) {
    const before = lineOf.get(word);
    if (before !== undefined)
      throw new GrantLineError(
        line,
        `its ${first} is the same as that of line ${before}: write it once, with all its projects.`,
      );
    lineOf.set(word, line);
  }
  return grants;
}

function grantOfLine(
  text: string,
  line: number,
  count: number,
  checkWords: (words: readonly string[], line: number) => void,
): GrantLine[] {
  // Inside a word `#` is a character like others: a token may hold it.
  const content = text.replace(/(^|[ \t,])#.*$/su, '$1').trim();
  if (content === '') return [];
  const words: string[] = [];
  let [rest, separator] = [content, ''];
  for (let n = 0; n < count; n++) {
    const [word = '', between = '', after = ''] = rest.split(/([ \t,]+)(.*)/su);
    words.push(word);
    [rest, separator] = [after, between];
  }
  checkWords(words, line);
  const projects = rest.split(/[ \t,]+/).filter((id) => id !== '');
  const wrong = projects.findIndex((id) => !projectId.test(id));
  if (wrong !== -1)
    throw new GrantLineError(
      line,
      `word ${wrong + 1 + count} cannot be the ID of a project, which has 1 to 64 letters, digits, "_" or "-". A comment begins with a blank and "#".`,
    );
  // Such a list was meant to confine the grant, and an empty one would open every project.
  if (separator.includes(',') && projects.length === 0)
    throw new GrantLineError(line, 'no project follows the comma: write one, or take the comma away.');
  return [{ line, words, projects: projects.length > 0 ? projects : undefined }];
}
