/** Where the caller of a command stands: npm runs scripts in the project's folder, wherever it was called. */
import { resolve } from 'node:path';

/** The folder from which paths on the command line count. */
export function callerFolder(env: NodeJS.ProcessEnv = process.env, here = process.cwd()): string {
  // The variable is inherited by whatever npm starts; it tells of this command only where npm runs a script here.
  const folder = env['INIT_CWD'];
  return folder !== undefined && env['npm_lifecycle_event'] !== undefined && env['npm_lifecycle_event'] !== 'test'
    ? folder
    : here;
}

/** The whole path of what the caller typed. */
export function fromCaller(path: string): string {
  return resolve(callerFolder(), path);
}
