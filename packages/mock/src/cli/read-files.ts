/** What the command line is given in files. */
import { fromCaller, UsageError } from '@roma-fdi/command-line';
import { GrantsFileError, keysOfFile, readGrantsFile } from '@roma-fdi/contract/grants';
import { readDocument } from '../document/read-document.ts';
import type { MockOptions } from '../mock.ts';
import type { Options } from './read-options.ts';

export type Files = Pick<MockOptions, 'document' | 'keys'>;

/** @throws {UsageError} that names the file, and what is wrong with it */
export function readFiles({ document, keysFile }: Options): Files {
  return {
    ...(document !== undefined && { document: readDocument(fromCaller(document)) }),
    ...(keysFile !== undefined && { keys: readKeys(fromCaller(keysFile)) }),
  };
}

function readKeys(file: string): NonNullable<MockOptions['keys']> {
  try {
    return readGrantsFile({ file, kind: 'keys', item: 'pair of keys', read: keysOfFile });
  } catch (error) {
    throw error instanceof GrantsFileError ? new UsageError(error.message) : error;
  }
}
