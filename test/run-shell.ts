/** Runs the commands that a README shows, in a folder, with an `npm` that starts the sources of what the project's scripts start. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { endWithTest } from './end-with-test.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };

/** The apps by the names of the scripts that start them. */
const apps = Object.entries(scripts).flatMap(([name, script]) => {
  const [, app] = /exec node apps\/(\w+)\/dist\/main\.js$/.exec(script) ?? [];
  return app ? [[name, app] as const] : [];
});

/** Begins commands in the folder; `npm run NAME -- …` becomes the app itself, which the signals of the caller then reach. */
export function startShell(commands: string, folder: string, environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const npm = join(folder, 'npm');
  const cases = apps.map(([name, app]) => `  ${name}) app=${app} ;;`).join('\n');
  // What set-up does before each script is left out: the tests run after it, and several at once.
  writeFileSync(
    npm,
    `#!/bin/sh
[ "$1" = run ] && shift
[ "$1" = --silent ] && shift
case "$1" in
${cases}
  *) echo "package.json has no script $1 that starts an app." >&2; exit 1 ;;
esac
shift
[ "$1" = -- ] && shift
INIT_CWD=$PWD exec '${process.execPath}' --conditions=@roma-fdi/source "${root}apps/$app/src/main.ts" "$@"
`,
  );
  chmodSync(npm, 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, ...environment };
  // A group of its own: a signal to the shell alone would leave what it started.
  const child = spawn('sh', ['-e', '-c', commands], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  endWithTest(child);
  return child;
}

/**
 * What the commands print.
 * @throws {Error} with what they wrote to standard error, where they fail
 */
export async function runShell(commands: string, folder: string, environment?: NodeJS.ProcessEnv): Promise<string> {
  const child = startShell(commands, folder, environment);
  const [out, errors, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
  if (code !== 0) throw new Error(`The commands ended with ${code}: ${errors}`);
  return out;
}

/** Ends the commands, and whatever they have started. */
export function endShell({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** The first match of the pattern in what the commands print while they run. */
export async function firstLine(child: ChildProcess, pattern: RegExp): Promise<string> {
  let seen = '';
  for await (const chunk of child.stdout!.setEncoding('utf8')) {
    seen += chunk;
    const [found] = pattern.exec(seen) ?? [];
    if (found !== undefined) return found;
  }
  throw new Error(`The commands ended, and printed nothing like ${pattern}: ${seen}`);
}
