import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

/** Programs that some tests need and that `npm test` does not bring: npm cannot, or they would take too long. */
export type Program = 'postgres' | 'mariadb' | 'chromium' | 'curl' | 'foreign-tools' | 'runtimes';

/** Where a program of the machine is, or undefined where it is not installed. */
export function find(program: Program): string | undefined {
  // A name that ROMA_FDI_REQUIRE misspells is one that is not there.
  const candidates: Partial<Record<Program, string[]>> = {
    postgres: [...postgresVersions().map((v) => `/usr/lib/postgresql/${v}/bin/postgres`), ...onPath('postgres')],
    mariadb: [...onPath('mariadbd'), '/usr/sbin/mariadbd'],
    chromium: [...onPath('chromium'), ...onPath('google-chrome')],
    curl: onPath('curl'),
    'foreign-tools': [installedIn('foreign-tools')],
    runtimes: [installedIn('../packages/client/bench/runtimes')],
  };
  return candidates[program]?.find((path) => existsSync(path));
}

/**
 * The program's path; without it the running test is left out by name, or fails where ROMA_FDI_REQUIRE lists the program.
 * Call it first in a test: `const chromium = needs(context, 'chromium')`.
 */
export function needs(context: TestContext, program: Program): string {
  const path = find(program);
  if (path) return path;
  if ((process.env['ROMA_FDI_REQUIRE'] ?? '').split(',').includes(program)) {
    throw new Error(`${program} is not installed, and ROMA_FDI_REQUIRE lists it: install it (see .ci/run).`);
  }
  return context.skip(`${program} is not installed`);
}

/**
 * Leaves the running test to CI, which names the programs that it insists on: the test takes seconds, and all of `npm test` has 90.
 * What it shows, others show in part. Call it first in a test.
 */
export function takesLong(context: TestContext): void {
  if (process.env['ROMA_FDI_REQUIRE'] === undefined) context.skip('they take long: .ci/run has them');
}

/** What a workspace of its own has once it is installed. */
function installedIn(workspace: string): string {
  return fileURLToPath(new URL(`${workspace}/node_modules/.modules.yaml`, import.meta.url));
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${name}`);
}

function postgresVersions(): string[] {
  try {
    return execFileSync('ls', ['/usr/lib/postgresql'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}
