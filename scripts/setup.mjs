// Everything that a fresh clone needs, with nothing but Node and npm: pnpm, the locked packages, and the built workspace.
// Runs on the Node that started npm (20 or newer); what it installs includes the Node that runs all the rest.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const started = Date.now();
// Turbo looks for pnpm on the path, whoever called this.
const path = `${root}node_modules/.bin:${process.env.PATH}`;
const env = { ...process.env, PATH: path, DO_NOT_TRACK: '1', REDOCLY_TELEMETRY: 'off', NO_UPDATE_NOTIFIER: '1' };

/** The pinned pnpm of an earlier run, which works offline; else npm fetches it. */
function pnpm() {
  const manifest = `${root}node_modules/pnpm/package.json`;
  const installed = existsSync(manifest) && `pnpm@${JSON.parse(readFileSync(manifest, 'utf8')).version}`;
  return installed === packageManager ? [`${root}node_modules/.bin/pnpm`] : ['npx', '-y', packageManager];
}

/** Runs a step in silence and shows what it said only when it failed. */
function step(label, [command, ...args]) {
  process.stderr.write(`${label} ...`);
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status === 0) return void process.stderr.write(` ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  process.stderr.write(`\n${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`);
  process.stderr.write(
    `\n${label} failed. With the reason above mended, run the same command again: it goes on from here.\n`,
  );
  process.exit(status ?? 1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Node ${process.versions.node} is too old to set this project up: 20 or newer is needed.\n`);
  process.exit(1);
}
step('Installing the locked packages', [...pnpm(), 'install', '--frozen-lockfile']);
if (!process.argv.includes('--no-build')) {
  step('Building', [`${root}node_modules/.bin/turbo`, 'run', 'build', '--output-logs=errors-only']);
}
