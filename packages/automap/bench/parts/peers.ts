/** What simple tools do, to measure against: tables and columns of equal names, exactly or folded. Independent of the matcher. */

import type { Catalog } from '@roma-fdi/automap';
import type { Answer } from './answer.ts';

/** Names must agree character for character. */
export const exactNames = (source: Catalog, target: Catalog): Answer[] => joinByName(source, target, (name) => name);

/** Names must agree but for case and everything that is neither letter nor digit. */
export const foldedNames = (source: Catalog, target: Catalog): Answer[] => joinByName(source, target, fold);

/** The least that any matcher by folded names must do: fold every column name and hash it. Returns how many differ. */
export function foldEveryName(source: Catalog, target: Catalog): number {
  const tables = [...source.tables, ...target.tables];
  return new Set(tables.flatMap((table) => table.columns.map((column) => fold(column.name)))).size;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function joinByName(source: Catalog, target: Catalog, key: (name: string) => string): Answer[] {
  return join(source.tables, target.tables, key).map(([from, to]) => {
    const columns = join(from.columns, to.columns, key).map(([a, b]) => ({ source: a.name, target: b.name }));
    const percent = Math.floor((100 * columns.length) / Math.max(1, from.columns.length));
    // They have no doubts.
    return { source: from.name, target: to.name, percent, confidence: 1, columns };
  });
}

/** Items of equal keys, each at most once, the first first. */
function join<A extends { name: string }>(
  from: readonly A[],
  to: readonly A[],
  key: (name: string) => string,
): [A, A][] {
  const open = new Map(to.toReversed().map((item) => [key(item.name), item]));
  return from.flatMap((item): [A, A][] => {
    const found = open.get(key(item.name));
    open.delete(key(item.name));
    return found ? [[item, found]] : [];
  });
}
