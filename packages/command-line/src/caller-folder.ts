/** Where the caller of a command stands: npm runs scripts in the project's folder, wherever it was called. */
import { resolve } from 'node:path';

/** The folder from which paths on the command line count. */
export function callerFolder(env: NodeJS.ProcessEnv = process.env, here = process.cwd()): string {
  // The variables are inherited by whatever npm starts; they tell of this command only where npm runs a script of this project.
  const { INIT_CWD: folder, npm_lifecycle_event: script, npm_package_name: project = 'roma-fdi' } = env;
  return folder && script && script !== 'test' && project === 'roma-fdi' ? folder : here;
}

/** The whole path of what the caller typed. */
export function fromCaller(path: string): string {
  return resolve(callerFolder(), path);
}
