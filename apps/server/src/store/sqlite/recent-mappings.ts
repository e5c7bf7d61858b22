/** Remembers mappings that were read lately: as long as its row stays the same, a mapping is decoded once and stays one object. */
import { decodeColumns } from '../columns.ts';
import type { StoredMapping } from '../mappings.ts';
import type { TableMapping } from '../records.ts';

/** Gives the mapping of a row, frozen; the same object for the same row while it is remembered. */
export type Decode = (stored: StoredMapping) => TableMapping;

interface Remembered {
  readonly stored: StoredMapping;
  readonly mapping: TableMapping;
}

/** @param most characters of column texts that are remembered at once; decoded they take some ten times as much memory */
export function createRecentMappings(most = 2 ** 20): Decode {
  // In the order of their last use.
  const remembered = new Map<string, Remembered>();
  let size = 0;

  const forget = ({ stored }: Remembered): void => {
    remembered.delete(stored.id);
    size -= sizeOf(stored);
  };
  return (stored) => {
    const before = remembered.get(stored.id);
    if (before && isSame(before.stored, stored)) {
      remembered.delete(stored.id);
      remembered.set(stored.id, before);
      return before.mapping;
    }
    if (before) forget(before);
    const now: Remembered = { stored, mapping: Object.freeze({ ...stored, ...decodeColumns(stored) }) };
    remembered.set(stored.id, now);
    size += sizeOf(stored);
    for (const oldest of remembered.values()) {
      if (size <= most) break;
      forget(oldest);
    }
    return now.mapping;
  };
}

const sizeOf = ({ sourceColumns, targetColumns, columnPairs }: StoredMapping): number =>
  sourceColumns.length + targetColumns.length + columnPairs.length;

/** Compared as it is read: whatever changes a row, nobody has to remember to forget it here. */
function isSame(one: StoredMapping, other: StoredMapping): boolean {
  const names = Object.keys(one) as (keyof StoredMapping)[];
  return names.every((name) => one[name] === other[name]);
}
