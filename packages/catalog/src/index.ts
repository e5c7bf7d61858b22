/** Reads a database's tables and columns. One engine per folder; no HTTP, no store. */
export type { Catalog, CatalogColumn, CatalogForeignKey, CatalogTable } from './catalog.ts';
export { CatalogError, type CatalogErrorKind, TooManyTablesError } from './catalog-error.ts';
export { type PostgresCatalogOptions, readPostgresCatalog } from './postgres/read-postgres-catalog.ts';
export { readSqliteCatalog, type SqliteCatalogOptions } from './sqlite/read-sqlite-catalog.ts';
export { resolveSqlitePath } from './sqlite/resolve-sqlite-path.ts';
