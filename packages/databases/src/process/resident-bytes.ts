/** How much memory another process takes, where the system tells. */
import { readFileSync } from 'node:fs';

/** 0 for a process that is gone, and where the system does not tell. */
export function residentBytes(pid: number | undefined): number {
  try {
    const [, kilobytes = 0] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
