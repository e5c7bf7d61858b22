/** Which files this process has open, where the system tells. */
import { fstatSync, readdirSync } from 'node:fs';

/** Linux lists them there; other systems have no list that is as sure. */
const descriptors = '/proc/self/fd';

/** Whether the file with this device and inode is open; true where the system does not tell. Opens and closes no file itself. */
export function isOpen(identity: string): boolean {
  const open = listed();
  return open === undefined || open.some((descriptor) => identityOf(descriptor) === identity);
}

function listed(): number[] | undefined {
  try {
    return readdirSync(descriptors).map(Number);
  } catch {
    return undefined;
  }
}

/** Undefined for one that was closed since it was listed. */
function identityOf(descriptor: number): string | undefined {
  try {
    const { dev, ino } = fstatSync(descriptor, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
