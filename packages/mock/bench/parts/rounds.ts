/** What the benches that count requests per second do alike: their options, a server to ask, one round, the median. */
/// <reference path="./autocannon.d.ts" />
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import autocannon from 'autocannon';
import { freePort } from '../../../../test/free-port.ts';

export interface RoundOptions {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly json?: string;
}

/** @param rounds how many there are of each where the caller does not say */
export function readRoundOptions(bench: string, description: string, rounds: number): RoundOptions {
  const command = createCommand(`npm run bench -- ${bench}`, description)
    .addOption(wholeNumber('--seconds <N>', 'length of a round', { default: 4, least: 1, most: 999999 }))
    .addOption(wholeNumber('--rounds <N>', 'rounds of each', { default: rounds, least: 1, most: 999999 }))
    .addOption(wholeNumber('--connections <N>', 'open connections', { default: 10, least: 1, most: 999999 }))
    .option('--json <FILE>', 'also write the figures to FILE');
  return readProcessArguments<RoundOptions>(command);
}

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: string | undefined;
}

export interface Round {
  readonly rate: number;
  readonly p99: number;
}

export async function runRound(
  url: string,
  { method, path, token, body }: Asked,
  duration: number,
  connections: number,
): Promise<Round> {
  const result = await autocannon({
    url: url + path,
    method,
    headers: { 'X-Auth-Token': token, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body }),
    duration,
    connections,
  });
  if (result.errors + result.non2xx > 0)
    throw new Error(`${url} gave ${result.errors} errors and ${result.non2xx} other answers.`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

/** A server in a process of its own on a free port, once it answers: Prism cannot choose one itself. */
export async function startPeer(
  args: (port: string) => readonly string[],
): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(process.execPath, args(String(port)), {
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'test' },
  });
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return { url, child };
    await delay(50);
  }
  throw new Error(`${args(String(port)).join(' ')} ended before it listened; was the project built?`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
