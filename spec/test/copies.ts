/** Copies of the contract on disk, for tests that run its tools on one that is wrong. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { specFolder } from './contract.ts';

export interface Copy {
  readonly folder: string;
  /** Changes one file of the copy; throws where the change changes nothing. */
  edit(path: string, change: (text: string) => string): void;
  /** Runs a program of the contract's package or Node itself in the copy, without a network or a notice. */
  run(program: 'redocly' | 'node', args: readonly string[]): Promise<Outcome>;
  remove(): void;
}

export interface Outcome {
  readonly code: number | null;
  /** All that it printed, on either stream, without colours. */
  readonly printed: string;
}

const leftOut = ['node_modules', 'dist', 'test', '.turbo'];
const installed = join(specFolder, 'node_modules');

export function copyContract(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-spec-'));
  cpSync(specFolder, folder, { recursive: true, filter: (source) => !leftOut.includes(basename(source)) });
  symlinkSync(installed, join(folder, 'node_modules'));
  return {
    folder,
    edit(path, change) {
      const before = readFileSync(join(folder, path), 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`The change leaves ${path} as it is: the control would control nothing.`);
      writeFileSync(join(folder, path), after);
    },
    run: (program, args) => run(folder, program === 'node' ? process.execPath : join(installed, '.bin', program), args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(cwd: string, command: string, args: readonly string[]): Promise<Outcome> {
  const env = {
    ...process.env,
    PATH: `${join(installed, '.bin')}:${process.env['PATH']}`,
    DO_NOT_TRACK: '1',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  };
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, printed: printed.join('') }));
  });
}
