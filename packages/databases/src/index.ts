/** Reads a database's tables and columns in a child process. One folder for each database; no HTTP, no store. */
export type { Catalog, CatalogColumn, CatalogForeignKey, CatalogTable } from './catalog.ts';
export { CatalogError, type CatalogErrorKind, quoted, TooManyError } from './catalog-error.ts';
export type { ConnectionOption, Database, Encryption, Place, Refusal, Settings, Target } from './database.ts';
export { type DatabaseType, databases, isDatabaseType } from './databases.ts';
export { fileFailure } from './file-failure.ts';
export { sweepScratch } from './process/scratch.ts';
export { catalogDefaults, type ReadCatalogOptions, readCatalog } from './read-catalog.ts';
