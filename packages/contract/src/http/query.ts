/** Reads a query string; a name that comes more than once has a list of values, which no parameter of the contract takes. */

/** Never throws, since a router may call it where nobody would catch: what is no valid escape stays as it is. */
export function parseQuery(text: string): Record<string, string | string[]> {
  // Without a prototype: a parameter may be called anything.
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = query[name];
    query[name] = earlier === undefined ? value : [...[earlier].flat(), value];
  }
  return query;
}
