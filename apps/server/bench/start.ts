// How long the built server takes until it listens, beside a Fastify that does nothing but send back what it gets. `--help` tells
// the options.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { median } from '../../../packages/mock/bench/parts/rounds.ts';

const command = createCommand(
  'npm run bench -- start',
  `Starts the built server with a new store, and a bare Fastify echo, in turn, and prints the medians: the time until each says that it
listens, the CPU time that it had taken by then in all its threads, and the memory that it holds when it has been idle for two
seconds. The ratios are ours divided by the echo's; those of CPU time hold on a busy machine, too.`,
)
  .addOption(wholeNumber('--rounds <N>', 'starts of each', { default: 9, least: 1, most: 999999 }))
  .option('--json <FILE>', 'also write the figures to FILE');
const { rounds, json } = readProcessArguments<{ readonly rounds: number; readonly json?: string }>(command);

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const echo = fileURLToPath(new URL('./parts/echo.ts', import.meta.url));
/** Milliseconds after which a server that got no call has done what it does after its start. */
const idleAfter = 2000;

interface Start {
  readonly ms: number;
  readonly cpuMs: number;
  readonly idleMb: number;
}

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-bench-'));
const starts = { server: [] as Start[], echo: [] as Start[] };
try {
  // The first of each reads files that the later ones find in memory.
  for (let round = 0; round <= rounds; round++) {
    process.stderr.write(`round ${round} of ${rounds} ...\n`);
    const data = join(folder, `store-${round}.db`);
    const echoed = await start([echo]);
    const served = await start([main, '--port', '0', '--data', data, '--log-level', 'error']);
    if (round === 0) continue;
    starts.echo.push(echoed);
    starts.server.push(served);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const of = (taken: readonly Start[]) => ({
  ms: Math.round(median(taken.map(({ ms }) => ms))),
  cpuMs: Math.round(median(taken.map(({ cpuMs }) => cpuMs))),
  idleMb: Math.round(median(taken.map(({ idleMb }) => idleMb))),
});
const [server, bare] = [of(starts.server), of(starts.echo)];
const ratio = (ours: number, theirs: number): number => Number((ours / theirs).toFixed(2));
const ratios = { ms: ratio(server.ms, bare.ms), cpuMs: ratio(server.cpuMs, bare.cpuMs) };
console.table({ server, 'bare Fastify echo': bare, ratio: ratios });
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ rounds, server, echo: bare, ratios }, null, 2)}\n`);

async function start(args: readonly string[]): Promise<Start> {
  const begun = performance.now();
  // Without the compile cache of the bench itself, since users have none.
  const environment = { PATH: process.env['PATH'], ROMA_FDI_TOKEN: 'token-of-the-bench' };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: environment });
  const ended = once(child, 'exit');
  await listening(child);
  const ms = performance.now() - begun;
  const { pid } = child;
  if (pid === undefined) throw new Error('The process has no number.');
  const cpuMs = cpuMsOf(pid);
  await pause(idleAfter);
  const idleMb = residentMbOf(pid);
  child.kill('SIGTERM');
  await ended;
  return { ms, cpuMs, idleMb };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (/^Listening on /m.test(text)) resolve();
    });
    child.once('exit', (code) =>
      reject(new Error(`It ended with ${code} instead of listening; was the project built?`)),
    );
  });
}

/** Of all its threads. */
function cpuMsOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

function residentMbOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
