/** Reads a query string; a name that comes more than once has a list of values, which no parameter of the contract takes. */

/** Never throws, since it runs where nobody would catch it: a malformed escape stays as it is and is refused with the target. */
export function parseQuery(text: string): Record<string, string | string[]> {
  // Without a prototype: a parameter may be called anything.
  const query: Record<string, string | string[]> = Object.create(null);
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decoded(pair.slice(equals + 1));
    const earlier = query[name];
    query[name] = earlier === undefined ? value : [...[earlier].flat(), value];
  }
  return query;
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
