/** Keeps short lists of the best in order. */

/** Puts an item before the one that stands at a place; `splice` makes a list of nothing for each call. */
export function insertAt<Item>(list: Item[], place: number, item: Item): void {
  list.push(item);
  for (let at = list.length - 1; at > place; at--) list[at] = list[at - 1]!;
  list[place] = item;
}
