/** The demo's two sample databases as SQLite files of a test's own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** @returns The paths of `shop.db` and `warehouse.db`, made in a folder that is there. */
export function makeShop(folder: string): readonly [source: string, target: string] {
  const made = (name: string): string => {
    const file = join(folder, `${name}.db`);
    const database = new DatabaseSync(file);
    database.exec(readFileSync(new URL(`../../demo/samples/${name}.sql`, import.meta.url), 'utf8'));
    database.close();
    return file;
  };
  return [made('shop'), made('warehouse')];
}
