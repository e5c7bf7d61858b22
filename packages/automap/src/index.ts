/** Two database catalogs in, table and column mappings out. */

export type { Catalog, Column, ForeignKey, Table } from './catalog.ts';
export { mapCatalogs } from './map-catalogs.ts';
export type {
  CatalogMapping,
  ColumnPair,
  ColumnRival,
  TablePair,
  TableRival,
  Unmapped,
  UnmappedColumn,
  WordMatch,
} from './mapping.ts';
export type { GivenPair, MapOptions, TableName } from './options.ts';
export {
  type ColumnReason,
  columnReasons,
  type TableReason,
  tableReasons,
  type UnmappedColumnReason,
  type UnmappedTableReason,
  unmappedColumnReasons,
  unmappedTableReasons,
  type WordRelation,
  wordRelations,
} from './reasons.ts';
export type { SynonymGroup } from './words/synonym-group.ts';
export { synonyms } from './words/synonyms.ts';
