/** Reads a query string; a name that comes more than once has a list of values, which no parameter of the contract takes. */
import { Failure } from '../operations/failure.ts';

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
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new Failure('BadRequest', 'Bad request: the query has a % that is not followed by a valid escape.', {
      cause,
    });
  }
}
