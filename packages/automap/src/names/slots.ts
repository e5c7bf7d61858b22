/** The slots of a hash table in one typed array: in each the hash of an item and one more than its number, 0 where it is empty. */

export const slotSize = 2;

/** The same entries in `factor` times as many slots, a power of two. */
export function widened(before: Int32Array, factor: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(factor * before.length);
  const mask = slots.length - 1;
  for (let from = 0; from < before.length; from += slotSize) {
    if (before[from + 1] === 0) continue;
    let place = (before[from]! * slotSize) & mask;
    while (slots[place + 1] !== 0) place = (place + slotSize) & mask;
    slots[place] = before[from]!;
    slots[place + 1] = before[from + 1]!;
  }
  return slots;
}
