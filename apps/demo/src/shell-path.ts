/** Writes the path of a file as somebody can type it in a shell. */
import { relative, sep } from 'node:path';

/** Below the folder where the caller of npm stands, counted from there; anywhere else, the whole path. */
export function shellPath(file: string, here = process.cwd(), caller = process.env['INIT_CWD'] ?? here): string {
  const near = relative(here, file);
  // npm runs scripts in the project's folder, wherever it was called.
  const path = caller !== here || near.startsWith(`..${sep}`) ? file : near;
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
