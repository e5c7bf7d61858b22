/** Reads a file of grants, and words what is wrong with it for the operator. */
import { readFileSync } from 'node:fs';
import { GrantLineError } from './grant-lines.ts';

/** The file cannot be used. The message names the file and the line, and repeats nothing of it. */
export class GrantsFileError extends Error {
  override readonly name = 'GrantsFileError';
}

/** What the file lists. */
export interface GrantsFile<Item> {
  readonly file: string;
  /** What it holds, such as `tokens`, and one of them, for messages. */
  readonly kind: string;
  readonly item: string;
  /** @throws {GrantLineError} */
  readonly read: (text: string) => readonly Item[];
}

/** @throws {GrantsFileError} where the file cannot be used, or lists nothing */
export function readGrantsFile<Item>({ file, kind, item, read }: GrantsFile<Item>): readonly Item[] {
  const named = `The ${kind} file ${file}`;
  try {
    const listed = read(textOf(named, file));
    if (listed.length > 0) return listed;
  } catch (error) {
    if (!(error instanceof GrantLineError)) throw error;
    throw new GrantsFileError(`${named}, line ${error.line}: ${error.message}`, { cause: error });
  }
  throw new GrantsFileError(`${named} holds no ${item}: write one a line.`);
}

function textOf(named: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new GrantsFileError(`${named} is not UTF-8 text: save it as UTF-8.`);
    if (code === 'EISDIR') throw new GrantsFileError(`${named} is a folder: name a file in it.`);
    if (code === 'ENOENT') throw new GrantsFileError(`${named} does not exist.`);
    throw new GrantsFileError(`${named} cannot be read (${code ?? 'unknown reason'}).`);
  }
}
