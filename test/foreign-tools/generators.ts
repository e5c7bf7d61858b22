/** Runs generators of others on a document, each in a folder of its own, and compiles what they make. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const compiler = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));

/** The command line of each, from the document to `generated/`. */
const commands = {
  'hey-api': ['openapi-ts', '--file', 'options.mjs', '--no-log-file'],
  oazapfts: ['oazapfts', 'openapi.json', 'generated/index.ts'],
  'swagger-typescript-api': [
    'swagger-typescript-api',
    'generate',
    '-p',
    'openapi.json',
    '-o',
    'generated',
    '-n',
    'index.ts',
  ],
  orval: ['orval', '--input', 'openapi.json', '--output', 'generated/index.ts', '--client', 'zod'],
} as const;

export type Generator = keyof typeof commands;
export const generators = Object.keys(commands) as Generator[];

export interface Generated {
  /** The file that uses what was generated (calls/). */
  readonly entry: string;
  /** What the generator or the compiler finds wrong; empty where all is well. */
  readonly faults: string;
}

const folders: string[] = [];

export async function generate(generator: Generator, document: object): Promise<Generated> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roma-fdi-generated-')));
  folders.push(folder);
  mkdirSync(join(folder, 'generated'));
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
  writeFileSync(join(folder, 'options.mjs'), heyOptions);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const entry = join(folder, `${generator}.ts`);
  cpSync(join(here, 'calls', `${generator}.ts`), entry);
  const [command, ...args] = commands[generator];
  const failed = await run(folder, join(here, 'node_modules', '.bin', command), args);
  return { entry, faults: failed || (await run(folder, compiler, ['--project', 'tsconfig.json'])) };
}

export function removeGenerated(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const heyOptions = `export default {
  input: 'openapi.json',
  output: { path: 'generated', module: { extension: '.js' } },
  plugins: ['@hey-api/client-fetch'],
};
`;

/** Strict, as a user's project is; what the tools bring along is not ours to judge. */
const settings = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'nodenext',
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['*.ts', 'generated'],
};

/** What a program printed when it failed; empty when it did not. */
function run(cwd: string, file: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, DO_NOT_TRACK: '1', NO_COLOR: '1', NODE_OPTIONS: '' };
  return new Promise((resolve) => {
    execFile(file, args, { cwd, env, maxBuffer: 2 ** 26, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}` || error.message : '');
    });
  });
}
