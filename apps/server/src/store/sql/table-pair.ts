/** The two tables that a row is about: as statements name them, and what tells them apart. */
import type { TablePair } from '../records.ts';

export const tablePairColumns = [
  'source_schema as sourceSchema',
  'source_table as sourceTable',
  'target_schema as targetSchema',
  'target_table as targetTable',
] as const;

export const identityOf = ({ sourceSchema, sourceTable, targetSchema, targetTable }: TablePair): string =>
  JSON.stringify([sourceSchema, sourceTable, targetSchema, targetTable]);

/** As a row to be written has them. */
export const namesOf = ({ sourceSchema, sourceTable, targetSchema, targetTable }: TablePair) => ({
  source_schema: sourceSchema,
  source_table: sourceTable,
  target_schema: targetSchema,
  target_table: targetTable,
});

export interface TablesOfPair extends TablePair {
  readonly pairKey: number;
}

/** The same with the pair that they belong to, also as the condition of a statement. */
export const ofTables = (tables: TablesOfPair) => ({ pair_key: tables.pairKey, ...namesOf(tables) });
