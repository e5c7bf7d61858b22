/** `listDatasourceTables`: the tables of a database, read at this moment. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { readDataSource } from './read-data-source.ts';

export const listDatasourceTables =
  (parts: Parts): Handler<'listDatasourceTables'> =>
  async ({ path, query }, { signal }) => {
    const { tables } = await readDataSource(parts, { ...scopeOf(path), id: path.datasource_id }, signal);
    const part = query.filter?.toLowerCase() ?? '';
    const names = tables
      .filter(({ schema }) => !query.db_schema || schema === query.db_schema)
      .map(({ schema, name }) => `${schema}.${name}`)
      .filter((name) => name.toLowerCase().includes(part));
    return { status: 200, body: { tables: names } };
  };
