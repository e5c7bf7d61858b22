/** One side's tables and columns as numbers, in the order in which everything compares them. */

import type { Table } from '../catalog.ts';
import type { UnmappedColumnReason } from '../reasons.ts';

/** A name in its forms, by their numbers. */
export interface NameForms {
  /** The name character for character. */
  readonly name: number;
  /** The name without case, punctuation and accents; -1 where nothing is left. */
  readonly folded: number;
  /** The words, compounds cut. */
  readonly cut: number;
  /** The words as they were written. */
  readonly raw: number;
  /** The words without what the surroundings already say. */
  readonly stripped: number;
  /** The words, listed phrases taken for one. */
  readonly phrased: number;
}

/** The parts of a primary key that a column can be. */
export const keyRoles = { none: 0, part: 1, whole: 2 } as const;

export interface SideTable<T extends Table = Table> extends NameForms {
  readonly table: T;
  readonly schema: string;
  /** The schema's name without case, punctuation and accents, by its number. */
  readonly foldedSchema: number;
  /** The number of its first column, and the number behind its last. */
  readonly from: number;
  readonly to: number;
  /** Positions in `table.columns` that cannot be mapped. */
  readonly setAside: ReadonlyMap<number, UnmappedColumnReason>;
  /** The tables that this one refers to, and those that refer to it, by keys or by names; few of them. */
  readonly refersTo: readonly number[];
  readonly referredBy: readonly number[];
}

/** All columns of a side; each list is read by the number of a column. */
export interface Columns {
  readonly count: number;
  /** The number of its table. */
  readonly table: Int32Array;
  /** Its position in `table.columns`. */
  readonly position: Int32Array;
  readonly name: Int32Array;
  readonly folded: Int32Array;
  readonly cut: Int32Array;
  readonly raw: Int32Array;
  readonly stripped: Int32Array;
  readonly phrased: Int32Array;
  /** The class of its type: see `typeClasses`. */
  readonly type: Uint8Array;
  /** Its declared length times 100, and the number of decimal places; -1 where it has none. */
  readonly length: Int32Array;
  /** 1 where its type holds numbers so small that they may be flags or codes. */
  readonly isSmall: Uint8Array;
  /** 1 nullable, 0 not, -1 unknown. */
  readonly nullable: Int8Array;
  /** One of `keyRoles`. */
  readonly key: Uint8Array;
  /** The number of the table that it refers to by a foreign key; -1 for none. */
  readonly refersTo: Int32Array;
  /** The same, where only its name says so. */
  readonly impliesTo: Int32Array;
}

export interface Side<T extends Table = Table> {
  readonly tables: readonly SideTable<T>[];
  readonly columns: Columns;
  /** Whether all its names begin with something that was left out of the folded names and of the words. */
  readonly hasPrefix: boolean;
  /** Tables whose names are too long to be mapped. */
  readonly tooLong: readonly T[];
  /** Tables outside the caller's range. */
  readonly outOfRange: readonly T[];
}
