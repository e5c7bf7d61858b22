/** Numbers short lists of numbers, each list once. There are hundreds of thousands, so they lie end to end in one array. */

import { grown } from '../numbers/number-list.ts';

export interface Sequences {
  readonly count: number;
  /** The number of the list that stands in `items` from `from` to `to`, which is added where it is new. */
  idOf(items: ArrayLike<number>, from: number, to: number): number;
  /** The number of a list that was added; -1 where it was not. */
  find(items: ArrayLike<number>, from: number, to: number): number;
  /** How many numbers a list has, and each of them. */
  length(id: number): number;
  item(id: number, at: number): number;
}

/** @param units whether the numbers are UTF-16 units, which need half the room */
export function createSequences(units = false): Sequences {
  let starts = new Int32Array(1 << 12);
  let hashes = new Int32Array(1 << 12);
  let stored = units ? new Uint16Array(1 << 14) : new Int32Array(1 << 13);
  let slots = new Int32Array(1 << 13).fill(-1);
  let count = 0;
  let hash = 0;

  /** The slot that holds the list, or that would; leaves its hash in `hash`. */
  const slotOf = (items: ArrayLike<number>, from: number, to: number): number => {
    let mixed = 0x811c9dc5 ^ (to - from);
    for (let i = from; i < to; i++) mixed = Math.imul(mixed ^ items[i]!, 0x01000193);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    hash = mixed ^ (mixed >>> 13);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let id = slots[slot]!; id >= 0; id = slots[slot]!) {
      if (hashes[id] === hash && equals(id, items, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const equals = (id: number, items: ArrayLike<number>, from: number, to: number): boolean => {
    const start = starts[id]!;
    if (starts[id + 1]! - start !== to - from) return false;
    for (let i = from; i < to; i++) if (stored[start + i - from] !== items[i]) return false;
    return true;
  };
  const rehash = (): void => {
    slots = new Int32Array(4 * slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < count; id++) {
      let slot = hashes[id]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
  };
  const grow = (length: number): void => {
    if (count + 2 > starts.length) {
      starts = grown(starts);
      hashes = grown(hashes);
    }
    while (starts[count]! + length > stored.length) {
      const larger = units ? new Uint16Array(2 * stored.length) : new Int32Array(2 * stored.length);
      larger.set(stored);
      stored = larger;
    }
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
      grow(to - from);
      const start = starts[count]!;
      for (let i = from; i < to; i++) stored[start + i - from] = items[i]!;
      starts[count + 1] = start + to - from;
      hashes[count] = hash;
      slots[slot] = count;
      return count++;
    },
    find: (items, from, to) => slots[slotOf(items, from, to)]!,
    length: (id) => starts[id + 1]! - starts[id]!,
    item: (id, at) => stored[starts[id]! + at]!,
  };
}
