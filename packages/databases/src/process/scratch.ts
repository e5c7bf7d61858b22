/** Folders for what a reading puts on the disk. Each is named after its process, so that what a killed one left is known. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'roma-fdi-catalog-';
const ownName = new RegExp(`^${prefix}(\\d+)-(\\d+)-`);

/** The path of a folder that is not there yet. */
export function newScratch(): string {
  return join(tmpdir(), `${prefix}${process.pid}-${startOf(process.pid)}-${randomUUID()}`);
}

/** Removes the folders of processes that are gone; a reading removes its own, unless it is killed together with its child. Never fails. */
export async function sweepScratch(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  await Promise.all(names.map(async (name) => (await isLeft(name)) && remove(name)));
}

const remove = (name: string): Promise<void> =>
  rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});

async function isLeft(name: string): Promise<boolean> {
  const [, pid, start] = ownName.exec(name) ?? [];
  if (pid === undefined || startOf(Number(pid)) === start) return false;
  // Another user's, or somebody else's thing of such a name.
  const found = await lstat(join(tmpdir(), name)).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

/** When a process began, in the system's ticks, since a number is given again; undefined where it is gone. */
function startOf(pid: number): string | undefined {
  try {
    // The name in brackets may hold anything; 22 is the field's number in all.
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')[22 - 3];
  } catch {
    return process.platform === 'linux' || !isThere(pid) ? undefined : '0';
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
