/** Type-checks and runs a program that a README shows, as a file of the package whose user would write it. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** As those of the package, but for rules of taste. */
const compilerOptions = { noPropertyAccessFromIndexSignature: false, noUnusedParameters: false };
const compiler = fileURLToPath(new URL('../node_modules/.bin/tsc', import.meta.url));

export interface Surroundings {
  /** Folder of a package that can import what the program imports. */
  readonly within: URL;
  /** What stands above the program: declarations that the README leaves to its reader. */
  readonly before?: string;
  /** What stands below it, to print what it has made. */
  readonly after?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * What the program prints.
 * @throws {Error} with what compiler or program wrote, where the types do not fit or the program fails
 */
export async function runTypeScript(text: string, surroundings: Surroundings): Promise<string> {
  const { within, before = '', after = '', environment } = surroundings;
  // Below the package's own folder, since its dependencies are found from there alone; git ignores it.
  const folder = await mkdtemp(fileURLToPath(new URL('.readme-', within)));
  try {
    const file = join(folder, 'block.ts');
    await writeFile(file, `${before}\n${text}\n${after}\nexport {};\n`);
    const project = { extends: '../tsconfig.json', compilerOptions, include: ['block.ts'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
    await run(compiler, ['-p', folder]).catch(({ stdout }) => {
      throw new Error(`The types do not fit: ${stdout}`);
    });
    const env = { ...process.env, ...environment };
    return (await run(process.execPath, ['--conditions=@roma-fdi/source', file], { env, cwd: folder })).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
