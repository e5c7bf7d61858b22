/** The client as it is published: its tarball, unpacked in an empty folder beside what a user has there. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface PackedClient {
  /** A folder with a `package.json` and `node_modules`. */
  readonly folder: string;
  remove(): void;
}

/** @param beside packages of the client's own that lie beside it */
export async function packClient(beside: readonly string[]): Promise<PackedClient> {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-client-'));
  await run(join(root, 'node_modules/.bin/pnpm'), ['pack', '--pack-destination', folder], { cwd: here });
  const [tarball = ''] = readdirSync(folder);
  const installed = join(folder, 'node_modules/@roma-fdi/client');
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
  mkdirSync(join(folder, 'node_modules/@types'));
  symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
  for (const name of beside) symlinkSync(join(here, 'node_modules', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
