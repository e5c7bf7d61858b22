/** How long a server takes from the start of its process to its first answer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../../../test/free-port.ts';
import type { Asked } from './rounds.ts';

/** Milliseconds, of the clock and of the processor; the latter is not known but on Linux. */
export async function timeToAnswer(
  args: (port: string) => readonly string[],
  { method, path, token, body }: Asked,
): Promise<{ ms: number; cpu: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, args(String(port)), {
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'test' },
  });
  try {
    const headers = { 'X-Auth-Token': token, ...(body !== undefined && { 'Content-Type': 'application/json' }) };
    while (child.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body }),
      }).catch(() => undefined);
      if (answer?.ok) {
        await answer.arrayBuffer();
        return { ms: performance.now() - began, cpu: processorTime(child.pid) };
      }
      await delay(5);
    }
    throw new Error(`${args(String(port)).join(' ')} ended before it answered; was the project built?`);
  } finally {
    child.kill();
    await once(child, 'close');
  }
}

/** Ticks of a hundredth of a second, in user and system mode. */
function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
