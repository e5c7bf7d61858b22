/** A table as the wire writes it. Two tables may share the joined name; their identity is kept in the store. */
export const tableName = (schema: string, table: string): string => `${schema}.${table}`;
