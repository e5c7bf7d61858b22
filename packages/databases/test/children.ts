/** The processes that a process has started and that still run. */
import { readdirSync, readFileSync } from 'node:fs';

/** Empty where the system does not tell. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold anything; behind it stand the state and the parent.
    const [, state, parent] = /\) (\S) (\d+)[^)]*$/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? [];
    return state === 'Z' ? undefined : Number(parent);
  } catch {
    return undefined;
  }
}
