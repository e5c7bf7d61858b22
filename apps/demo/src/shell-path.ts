/** Writes the path of a file as somebody can type it in a shell. */
import { relative, sep } from 'node:path';
import { callerFolder } from '@roma-fdi/command-line';

/** Below the folder where the caller stands, counted from there; anywhere else, the whole path. */
export function shellPath(file: string, caller = callerFolder()): string {
  const near = relative(caller, file);
  const path = near === '' || near.startsWith(`..${sep}`) ? file : near;
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
