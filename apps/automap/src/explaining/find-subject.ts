/** Finds out what NAME of `--explain` is about. */
import type { CatalogMapping } from '@roma-fdi/automap';
import { UsageError } from '@roma-fdi/command-line';
import { type Catalogs, findNamed, fullName, type Named, wireName } from '../catalogs/catalogs.ts';
import { nearestSentence } from '../catalogs/nearest-names.ts';
import { fit } from '../printing/text.ts';

/** @throws {UsageError} with the nearest names, where a name fits nothing */
export function findAll(name: string, catalogs: Catalogs): Named[] {
  const found = findNamed(name, catalogs);
  if (found.length > 0) return found;
  throw new UsageError(
    `There is no table and no column "${fit(name)}" in either catalog.${nearestSentence(name, allNames(catalogs))}`,
  );
}

/**
 * What is left of a name's several meanings once those are one that are paired with each other.
 *
 * @throws {UsageError} with a list of the meanings, each as it can be written, where several are left
 */
export function oneSubject(name: string, found: readonly Named[], mapping: CatalogMapping): readonly Named[] {
  // Of tables that a catalog lists under one name, and columns of one name, no name means one alone: the first is told.
  const distinct = [...new Map(found.toReversed().map((named) => [fullName(named), named])).values()].reverse();
  const [first, second, ...more] = distinct;
  if (!second || (more.length === 0 && first && arePaired(first, second, mapping))) return distinct;
  const list = distinct.map((named) => `  ${fit(fullName(named))}`);
  throw new UsageError([`"${fit(name)}" fits several things; write one of them:`, ...list].join('\n'));
}

function arePaired(source: Named, target: Named, { pairs }: CatalogMapping): boolean {
  return pairs.some(
    (pair) =>
      pair.source === source.table &&
      pair.target === target.table &&
      source.side !== target.side &&
      (source.column === undefined ||
        pair.columns.some((column) => column.source === source.column && column.target === target.column)),
  );
}

/** Every table and column, with the ways in which it may have been meant. */
function* allNames({ source, target }: Catalogs): Generator<readonly [string, ...string[]]> {
  for (const table of [...source.tables, ...target.tables]) yield [wireName(table), table.name];
  for (const table of [...source.tables, ...target.tables])
    for (const { name } of table.columns) yield [`${wireName(table)}.${name}`, `${table.name}.${name}`, name];
}
