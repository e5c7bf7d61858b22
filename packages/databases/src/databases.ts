/** The registration: one line for each kind of database, by the contract's name of its type. */
import type { Database } from './database.ts';
import { mysql } from './mysql/database.ts';
import { postgresql } from './postgresql/database.ts';
import { sqlite } from './sqlite/database.ts';

export const databases = { SQLITE: sqlite, POSTGRESQL: postgresql, MYSQL: mysql } as const satisfies Record<
  string,
  Database
>;

export type DatabaseType = keyof typeof databases;

export const isDatabaseType = (type: string): type is DatabaseType => Object.hasOwn(databases, type);
