/** Numbers short lists of numbers, each list once. There are hundreds of thousands, so they lie end to end in one array. */

import { grown } from '../numbers/number-list.ts';
import { slotSize, widened } from './slots.ts';

export interface Sequences {
  readonly count: number;
  /** The number of the list that stands in `items` from `from` to `to`, which is added where it is new. */
  idOf(items: Int32Array, from: number, to: number): number;
  /** The number of a list that was added; -1 where it was not. */
  find(items: Int32Array, from: number, to: number): number;
  /** How many numbers a list has, and each of them. */
  length(id: number): number;
  item(id: number, at: number): number;
}

/** All lists are arrays of one kind, so that the innermost loops of the matcher are compiled for it alone. */
export function createSequences(): Sequences {
  let starts = new Int32Array(1 << 12);
  let stored = new Int32Array(1 << 13);
  let slots = new Int32Array(slotSize << 13);
  let count = 0;
  let hash = 0;

  /** Where the list stands in the slots, or would; leaves its hash in `hash`. */
  const placeOf = (items: Int32Array, from: number, to: number): number => {
    let mixed = 0x811c9dc5 ^ (to - from);
    for (let i = from; i < to; i++) mixed = Math.imul(mixed ^ items[i]!, 0x01000193);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    hash = mixed ^ (mixed >>> 13);
    const mask = slots.length - 1;
    let place = (hash * slotSize) & mask;
    for (let id = slots[place + 1]!; id !== 0; id = slots[place + 1]!) {
      if (slots[place] === hash && equals(id - 1, items, from, to)) return place;
      place = (place + slotSize) & mask;
    }
    return place;
  };
  const equals = (id: number, items: Int32Array, from: number, to: number): boolean => {
    const start = starts[id]!;
    if (starts[id + 1]! - start !== to - from) return false;
    for (let i = from; i < to; i++) if (stored[start + i - from] !== items[i]) return false;
    return true;
  };
  const rehash = (): void => {
    slots = widened(slots, 4);
  };
  const grow = (length: number): void => {
    if (count + 2 > starts.length) starts = grown(starts);
    while (starts[count]! + length > stored.length) stored = grown(stored);
  };
  return {
    get count() {
      return count;
    },
    idOf(items, from, to) {
      let place = placeOf(items, from, to);
      if (slots[place + 1] !== 0) return slots[place + 1]! - 1;
      if (2 * slotSize * (count + 2) > slots.length) {
        rehash();
        place = placeOf(items, from, to);
      }
      grow(to - from);
      const start = starts[count]!;
      for (let i = from; i < to; i++) stored[start + i - from] = items[i]!;
      starts[count + 1] = start + to - from;
      slots[place] = hash;
      slots[place + 1] = ++count;
      return count - 1;
    },
    find: (items, from, to) => slots[placeOf(items, from, to) + 1]! - 1,
    length: (id) => starts[id + 1]! - starts[id]!,
    item: (id, at) => stored[starts[id]! + at]!,
  };
}
