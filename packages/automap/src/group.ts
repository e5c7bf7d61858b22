/** Groups items by a key. */

/** The items by key, groups and items in the order of first sight; items whose key is undefined are left out. */
export function groupBy<K, V>(items: Iterable<V>, key: (item: V) => K | undefined): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const own = key(item);
    if (own === undefined) continue;
    const group = groups.get(own);
    if (group) group.push(item);
    else groups.set(own, [item]);
  }
  return groups;
}
