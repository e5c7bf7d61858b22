/** The memory of a process and of all that it started, as the kernel counts it: what they share is counted once. */
import { readdirSync, readFileSync } from 'node:fs';

export function bytesOfTree(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const left = [root];
  let bytes = 0;
  for (let pid = left.pop(); pid !== undefined; pid = left.pop()) {
    bytes += proportionalBytes(pid);
    left.push(...(children.get(pid) ?? []));
  }
  return bytes;
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (pid: string): number | undefined => {
  // Its second field is the name, in brackets, with anything inside.
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

const proportionalBytes = (pid: number): number =>
  1024 * Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
