/** Numbers texts, each once. A map of strings reads the strings that it compares with; this reads only those that are equal. */

import { slotSize, widened } from './slots.ts';

export interface Texts {
  readonly count: number;
  /** The number of a text, which is added where it is new: then the number is what `count` was. */
  idOf(text: string): number;
}

export function createTexts(): Texts {
  const texts: string[] = [];
  let slots = new Int32Array(slotSize << 12);

  /** Where the text with this hash stands, or would. */
  const placeOf = (text: string, hash: number): number => {
    const mask = slots.length - 1;
    let place = (hash * slotSize) & mask;
    for (let id = slots[place + 1]!; id !== 0; id = slots[place + 1]!) {
      if (slots[place] === hash && texts[id - 1] === text) return place;
      place = (place + slotSize) & mask;
    }
    return place;
  };
  const grow = (): void => {
    slots = widened(slots, 2);
  };
  return {
    get count() {
      return texts.length;
    },
    idOf(text) {
      if (3 * slotSize * (texts.length + 1) > 2 * slots.length) grow();
      const hash = hashOf(text);
      const place = placeOf(text, hash);
      if (slots[place + 1] === 0) {
        slots[place] = hash;
        slots[place + 1] = texts.push(text);
      }
      return slots[place + 1]! - 1;
    },
  };
}

function hashOf(text: string): number {
  let mixed = text.length;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
