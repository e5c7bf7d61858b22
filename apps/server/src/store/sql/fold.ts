/** How names are searched for: by a part of them, in whatever case. */
import { sql } from '#kysely';

/** Databases fold ASCII letters alone; this folds every script, and both ways of writing an accent. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** What a folded name is like that contains the text; `%` and `_` stand for themselves. */
export function contains(text: string) {
  return sql<string>`${`%${fold(text).replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}
