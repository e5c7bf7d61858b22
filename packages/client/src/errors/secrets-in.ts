/** Which values of a body are secrets, such as the password of a data source. */
import { secretFields } from '@roma-fdi/types';
import { quoted } from './quoted.ts';

const names: ReadonlySet<string> = new Set(secretFields);

/** Longer bodies hold mappings: the contract takes no longer one where secrets stand. */
const longest = 65_536;

/** The secrets of a body in JSON, wherever they stand; none in a body that is no JSON. */
export function secretsIn(body: string): readonly string[] {
  const found: string[] = [];
  if (body.length > longest) return found;
  try {
    JSON.parse(body, (name, value: unknown) => {
      if (names.has(name) && typeof value === 'string') found.push(...quoted(value));
      return value;
    });
  } catch {
    // Form data, which holds none.
  }
  return found;
}
