/** Numbers short lists of numbers, each list once. There are hundreds of thousands, so they lie end to end in one array. */

export interface Sequences {
  readonly count: number;
  /** The number of the list that stands in `items` from `from` to `to`, which is added where it is new. */
  idOf(items: ArrayLike<number>, from: number, to: number): number;
  /** The number of a list that was added; -1 where it was not. */
  find(items: ArrayLike<number>, from: number, to: number): number;
}

/** @param units whether the numbers are UTF-16 units, which need half the room */
export function createSequences(units = false): Sequences {
  let starts = new Int32Array(1 << 12);
  let stored = units ? new Uint16Array(1 << 14) : new Int32Array(1 << 13);
  let slots = new Int32Array(1 << 13).fill(-1);
  let count = 0;

  const slotOf = (items: ArrayLike<number>, from: number, to: number): number => {
    let hash = to - from;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ items[i]!, 0x9e3779b1) ^ (hash >>> 15);
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (slots[slot]! >= 0 && !equals(slots[slot]!, items, from, to)) slot = (slot + 1) & mask;
    return slot;
  };
  const equals = (id: number, items: ArrayLike<number>, from: number, to: number): boolean => {
    const start = starts[id]!;
    if (starts[id + 1]! - start !== to - from) return false;
    for (let i = from; i < to; i++) if (stored[start + i - from] !== items[i]) return false;
    return true;
  };
  const rehash = (): void => {
    slots = new Int32Array(2 * slots.length).fill(-1);
    for (let id = 0; id < count; id++) slots[slotOf(stored, starts[id]!, starts[id + 1]!)] = id;
  };
  return {
    get count() {
      return count;
    },
    idOf(items, from, to) {
      let slot = slotOf(items, from, to);
      if (slots[slot]! >= 0) return slots[slot]!;
      if (2 * (count + 2) > slots.length) {
        rehash();
        slot = slotOf(items, from, to);
      }
      const start = starts[count]!;
      if (count + 2 > starts.length) starts = grown(starts);
      while (start + to - from > stored.length) {
        const larger = units ? new Uint16Array(2 * stored.length) : new Int32Array(2 * stored.length);
        larger.set(stored);
        stored = larger;
      }
      for (let i = from; i < to; i++) stored[start + i - from] = items[i]!;
      starts[count + 1] = start + to - from;
      slots[slot] = count;
      return count++;
    },
    find: (items, from, to) => slots[slotOf(items, from, to)]!,
  };
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}
