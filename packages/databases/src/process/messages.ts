/** What a child writes to its parent: one JSON object a line. */
import type { CatalogErrorKind } from '../catalog-error.ts';
import type { PackedKey, PackedTable, TypeFacts } from './packed.ts';

/** A part of the catalog; `types` are those that no part before had. */
export interface Part {
  readonly types: readonly TypeFacts[];
  readonly tables: readonly PackedTable[];
  readonly keys: readonly PackedKey[];
}

/** How the line of a part begins, and no other. */
export const partBegins = '{"types":';

export type Message =
  | Part
  /** What came before was read from a file that changed meanwhile: forget it. */
  | { readonly restart: true }
  /** Kill the child unless the next line of this kind, or the end, comes within so many milliseconds. */
  | { readonly within: number }
  | { readonly failed: PackedError }
  | { readonly end: true };

export interface PackedError {
  readonly kind: CatalogErrorKind;
  readonly message: string;
  /** The driver's or the system's own words. */
  readonly cause?: string;
  /** Of a database with too many tables or columns. */
  readonly of?: 'tables' | 'columns';
  readonly count?: number;
  readonly limit?: number;
}
