/** `showDatasourceDetail`: one data source without its secrets. */
import { dataSourceAnswer } from '../../wire/data-source-answer.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { requireDataSource } from './read-data-source.ts';

export const showDatasourceDetail =
  (parts: Parts): Handler<'showDatasourceDetail'> =>
  async ({ path }, { signal }) => {
    const source = await requireDataSource(parts, { ...scopeOf(path), id: path.datasource_id }, signal);
    return { status: 200, body: dataSourceAnswer(source) };
  };
