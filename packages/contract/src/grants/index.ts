/** Files in which an operator writes who may call, a grant a line. */
export { type GrantLine, GrantLineError, readGrantLines } from './grant-lines.ts';
export { type KeyGrant, keysOfFile } from './keys-file.ts';
export { type GrantsFile, GrantsFileError, readGrantsFile } from './read-grants-file.ts';
