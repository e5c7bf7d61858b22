/** Lists of whole numbers that grow: half the room of an array, and nothing that the garbage collector has to visit. */

export interface NumberList {
  count: number;
  /** Has room for more than `count`; replaced by a larger one where it is full. */
  items: Int32Array<ArrayBuffer>;
}

export function createNumberList(): NumberList {
  return { count: 0, items: new Int32Array(1 << 10) };
}

export function addNumber(list: NumberList, item: number): void {
  if (list.count === list.items.length) list.items = grown(list.items);
  list.items[list.count++] = item;
}

/** A list of twice the length that begins with the same numbers, and has 0 behind them. */
export function grown(items: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * items.length);
  larger.set(items);
  return larger;
}

/** A function that finds the number of a number once, and then remembers it; both are 0 or more. */
export function remembered(find: (item: number) => number): (item: number) => number {
  // What is found is kept as one more, so that 0 means that nothing is.
  let known = new Int32Array(1 << 10);
  return (item) => {
    while (item >= known.length) known = grown(known);
    if (known[item] === 0) {
      // `find` may call this very function, and make the list grow.
      const found = find(item);
      known[item] = found + 1;
    }
    return known[item]! - 1;
  };
}
