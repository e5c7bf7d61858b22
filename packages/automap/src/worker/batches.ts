/** Cuts lists into messages that take a few milliseconds to write and to read, however wide the tables are. */

/** Tables and columns in one message: at most so many, but for a single item that is larger. */
const most = 3000;

/** The items in runs of about equal size. One empty run for no items, so that an empty list is told from an absent one. */
export function* batchesOf<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Generator<readonly Item[]> {
  let from = 0;
  let size = 0;
  for (let to = 0; to < items.length; to++) {
    const added = sizeOf(items[to]!);
    if (to > from && size + added > most) {
      yield items.slice(from, to);
      from = to;
      size = 0;
    }
    size += added;
  }
  yield items.slice(from);
}
