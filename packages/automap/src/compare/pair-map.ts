/** Remembers a number for a pair of numbers, in few bytes: there are millions of pairs. */

/** A map that forgets everything when it is full, rather than grow without bound. */
export interface PairMap {
  /** The value of the pair; undefined where none is known (any more). */
  get(a: number, b: number): number | undefined;
  set(a: number, b: number, value: number): void;
}

/** @param most Pairs that are kept, a power of two; each takes up to 24 bytes. */
export function createPairMap(most: number): PairMap {
  let capacity = Math.min(most, 1 << 12);
  let firsts = new Int32Array(capacity).fill(-1);
  let seconds = new Int32Array(capacity);
  let values = new Float32Array(capacity);
  let count = 0;
  const place = (a: number, b: number): number => {
    const mask = capacity - 1;
    let at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (firsts[at] !== -1 && (firsts[at] !== a || seconds[at] !== b)) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const [oldFirsts, oldSeconds, oldValues] = [firsts, seconds, values];
    const keep = capacity < most;
    if (keep) capacity *= 2;
    firsts = new Int32Array(capacity).fill(-1);
    count = 0;
    if (!keep) return;
    seconds = new Int32Array(capacity);
    values = new Float32Array(capacity);
    for (let i = 0; i < oldFirsts.length; i++) {
      if (oldFirsts[i] !== -1) put(oldFirsts[i]!, oldSeconds[i]!, oldValues[i]!);
    }
  };
  const put = (a: number, b: number, value: number): void => {
    const at = place(a, b);
    if (firsts[at] === -1) count++;
    firsts[at] = a;
    seconds[at] = b;
    values[at] = value;
  };
  return {
    get(a, b) {
      const at = place(a, b);
      return firsts[at] === -1 ? undefined : values[at]!;
    },
    set(a, b, value) {
      if (count * 2 >= capacity) grow();
      put(a, b, value);
    },
  };
}
